import type {
  projectRefSchema,
  Run,
  runRefSchema,
  runSegmentsResultSchema,
  runSegmentsSchema,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readRunSegments } from "../db/run-segments.ts";
import { readRuns } from "../db/runs.ts";
import { accessTo } from "../projects/access.ts";
import { requireRun } from "./find.ts";

/** The runs of a project, the newest first. */
export async function listRuns(
  app: App,
  actor: Actor,
  { project }: z.output<typeof projectRefSchema>,
): Promise<Run[]> {
  const { id } = await accessTo(app, actor, project, "read");
  return readRuns(app.db.pool, id);
}

export async function getRun(
  app: App,
  actor: Actor,
  { project, run }: z.output<typeof runRefSchema>,
): Promise<Run> {
  const { id } = await accessTo(app, actor, project, "read");
  return requireRun(app, id, run);
}

/** The segments of a run: all, those that failed, or those with a signal. */
export async function listRunSegments(
  app: App,
  actor: Actor,
  { project, run, only, offset, limit }: z.output<typeof runSegmentsSchema>,
): Promise<z.input<typeof runSegmentsResultSchema>> {
  const { id } = await accessTo(app, actor, project, "read");
  await requireRun(app, id, run);
  return readRunSegments(app.db.pool, run, only, { offset, limit });
}
