import type { keepQueueSchema, SegmentList } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { isListHidden } from "../db/segment-lists.ts";
import { makeList } from "../lists/make.ts";
import { requireList } from "../lists/visible.ts";
import { accessTo } from "../projects/access.ts";

/** Keeps what a filtered queue shows now as a list, so that it can be exported, or walked through as it was. */
export async function keepQueue(
  app: App,
  actor: Actor,
  { project: slug, filter }: z.output<typeof keepQueueSchema>,
): Promise<SegmentList> {
  const project = await accessTo(app, actor, slug, "read");
  const { pool } = app.db;
  await requireList(pool, project, filter.list);
  const { numbers } = await app.queueLists.get(pool, project.id, filter, undefined);
  // A part of a list tells as much of a hidden layer as the list.
  const hidden = filter.list !== undefined && (await isListHidden(pool, project.id, filter.list)) === true;
  return makeList(pool, {
    projectId: project.id,
    numbers: [...numbers.slice(0, numbers.size)].sort((a, b) => a - b),
    origin: { kind: "queue", filter, items: numbers.size },
    hidden,
    userId: actor.userId,
  });
}
