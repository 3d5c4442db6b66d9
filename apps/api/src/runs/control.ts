import type { Run, RunState, runRefSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { retryFailed } from "../db/run-segments.ts";
import { moveRun } from "../db/runs.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessTo, accessToChange } from "../projects/access.ts";
import { requireRun } from "./find.ts";
import { workersFor } from "./work/job.ts";

type Ref = z.output<typeof runRefSchema>;

/** Segments at hand are finished, no others begun. */
export const pauseRun = (app: App, actor: Actor, ref: Ref): Promise<Run> =>
  move(app, actor, ref, ["queued", "running"], "paused");

/** Ends it for good; what is done stays. */
export const cancelRun = (app: App, actor: Actor, ref: Ref): Promise<Run> =>
  move(app, actor, ref, ["queued", "running", "paused"], "cancelled");

/** Goes on with what is left, and tries again what failed; also in a run that is over. */
export async function resumeRun(app: App, actor: Actor, { project, run }: Ref): Promise<Run> {
  const { id } = await accessToChange(app, actor, project, "manage");
  await requireRun(app, id, run);
  const again = await inTransaction(app.db, (tx) => retryFailed(tx, run));
  const from: RunState[] =
    again > 0 ? ["paused", "cancelled", "failed", "done"] : ["paused", "cancelled", "failed"];
  const moved = await moveRun(app.db.pool, run, from, "running");
  const found = await requireRun(app, id, run);
  if (!moved && found.state === "done") throw new AppError("conflict", "Nothing is left to do in this run.");
  await app.jobs.send(run, found.config.engine === "eat" ? workersFor(found.config.concurrency) : 1);
  return found;
}

async function move(
  app: App,
  actor: Actor,
  { project, run }: Ref,
  from: readonly RunState[],
  to: RunState,
): Promise<Run> {
  const { id } = await accessTo(app, actor, project, "manage");
  const before = await requireRun(app, id, run);
  if (!(await moveRun(app.db.pool, run, from, to)) && before.state !== to) {
    throw new AppError("conflict", `This run is ${before.state} already.`);
  }
  return requireRun(app, id, run);
}
