import type { contextSchema, SegmentContext } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readNeighbours } from "../db/neighbours.ts";
import { accessTo } from "../projects/access.ts";

/** The text around a segment: what stands before and behind it in its document. */
export async function readContext(
  app: App,
  actor: Actor,
  { project, number, reach }: z.output<typeof contextSchema>,
): Promise<SegmentContext> {
  const { id } = await accessTo(app, actor, project, "read");
  const [before, after] = await Promise.all([
    readNeighbours(app.db.pool, id, number, "before", reach),
    readNeighbours(app.db.pool, id, number, "after", reach),
  ]);
  return { before: [...before], after: [...after] };
}
