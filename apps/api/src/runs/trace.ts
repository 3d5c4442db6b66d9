import {
  type EatStage,
  eatStages,
  type rerunSegmentSchema,
  type SegmentTrace,
  type segmentTraceInputSchema,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readExchanges } from "../db/exchanges.ts";
import { askAnew, readTraceRow } from "../db/run-segments.ts";
import { moveRun } from "../db/runs.ts";
import { AppError } from "../error.ts";
import { accessTo, accessToChange } from "../projects/access.ts";
import { requireRun } from "./find.ts";

/** "Why is this here?": what a run asked and heard about a segment; null where no run has had it. */
export async function traceSegment(
  app: App,
  actor: Actor,
  { project, number, run: wanted }: z.output<typeof segmentTraceInputSchema>,
): Promise<SegmentTrace | null> {
  const { id: projectId } = await accessTo(app, actor, project, "read");
  const row = await readTraceRow(app.db.pool, { projectId, number }, wanted);
  if (!row) return null;
  const run = await requireRun(app, projectId, row.runId);
  const { config } = run;
  return {
    run: {
      id: run.id,
      name: run.name,
      engine: config.engine,
      model: config.engine === "eat" ? config.model.model : "",
      shown: run.shown,
      at: row.at.toISOString(),
    },
    state: row.state,
    reason: row.reason,
    signals: row.signals,
    unplacedAnswers: row.unplacedAnswers,
    exchanges: await readExchanges(app.db.pool, row.runId, row.segmentId),
  };
}

/**
 * Asks a stage of one segment anew, and all stages after it. What people have decided is not touched. For managers, as
 * starting is: it costs calls, and a run that was paused or cancelled goes on.
 */
export async function rerunSegment(
  app: App,
  actor: Actor,
  { project, number, run: runId, from }: z.output<typeof rerunSegmentSchema>,
): Promise<{ queued: boolean }> {
  const { id: projectId } = await accessToChange(app, actor, project, "manage");
  const run = await requireRun(app, projectId, runId);
  const row = await readTraceRow(app.db.pool, { projectId, number }, runId);
  if (!row) throw new AppError("not_found", `The run "${run.name}" has no segment ${number}.`);
  const stages = eatStages.slice(eatStages.indexOf(from)) satisfies readonly EatStage[];
  if (!(await askAnew(app.db.pool, runId, row.segmentId, stages))) return { queued: false };
  await moveRun(app.db.pool, runId, ["done", "paused", "cancelled", "failed"], "running");
  await app.jobs.send(runId, 1);
  return { queued: true };
}
