import type { SegmentList, segmentListRefSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { findList } from "../db/segment-lists.ts";
import { accessTo } from "../projects/access.ts";
import { noSuchList } from "./visible.ts";

/** What a list of segments holds and where it comes from. */
export async function getList(
  app: App,
  actor: Actor,
  { project, list }: z.output<typeof segmentListRefSchema>,
): Promise<SegmentList> {
  const access = await accessTo(app, actor, project, "read");
  const found = await findList(app.db.pool, access.id, list);
  if (!found || (found.hidden && !access.mayManage)) throw noSuchList();
  const { id, segments, start, origin } = found;
  return { id, segments, start, origin };
}
