import { type FineTuning, type fineTuningRefSchema, isFineTuningOver } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { moveFineTuning, noteFineTuning } from "../db/fine-tunings.ts";
import { AppError } from "../error.ts";
import { accessTo, accessToChange } from "../projects/access.ts";
import { hasComeToNothing } from "./endpoint.ts";
import { requireFineTuning } from "./list.ts";

type Ref = z.output<typeof fineTuningRefSchema>;

/** Asks the endpoint to stop; it is over when the endpoint says so. */
export async function cancelFineTuning(
  app: App,
  actor: Actor,
  { project, fineTuning }: Ref,
): Promise<FineTuning> {
  const { id: projectId } = await accessTo(app, actor, project, "manage");
  const before = await requireFineTuning(app, projectId, fineTuning);
  const { pool } = app.db;
  const moved =
    (await moveFineTuning(pool, fineTuning, ["waiting"], "cancelled")) ||
    (await moveFineTuning(pool, fineTuning, ["uploading", "training"], "cancelling"));
  if (!moved && before.state !== "cancelling" && before.state !== "cancelled") {
    throw new AppError("conflict", `This fine-tuning is ${before.state} already.`);
  }
  await app.jobs.look(fineTuning, 0);
  return requireFineTuning(app, projectId, fineTuning);
}

/**
 * Goes on with one that failed or was cancelled: with the same job where the endpoint has not ended it, else with a new one
 * on the files that are there.
 */
export async function retryFineTuning(
  app: App,
  actor: Actor,
  { project, fineTuning }: Ref,
): Promise<FineTuning> {
  const { id: projectId } = await accessToChange(app, actor, project, "manage");
  const before = await requireFineTuning(app, projectId, fineTuning);
  if (!isFineTuningOver(before.state) || before.state === "done") {
    throw new AppError("conflict", `This fine-tuning is ${before.state}.`);
  }
  const ended = hasComeToNothing(before.status);
  if (ended) await noteFineTuning(app.db.pool, fineTuning, { job: "", status: "", model: null, events: [] });
  const to = before.job !== "" && !ended ? "training" : "waiting";
  await moveFineTuning(app.db.pool, fineTuning, ["failed", "cancelled"], to);
  await app.jobs.look(fineTuning, 0);
  return requireFineTuning(app, projectId, fineTuning);
}
