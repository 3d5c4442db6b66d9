import { unreachable } from "@spanbridge/shared";
import type { App } from "../../app.ts";
import { releaseSegments } from "../../db/run-segments.ts";
import { finishRun, moveRun, readRunState, readRunWork, unfinishedRuns } from "../../db/runs.ts";
import { takeWorkerPlace } from "../../db/worker-place.ts";
import { AppError } from "../../error.ts";
import { followFineTunings } from "../../fine-tuning/work/follow.ts";
import { LANES, workOnEat } from "./eat-job.ts";
import { workOnOffline } from "./offline-job.ts";

const WATCH_MS = 500;

/** How many workers are told of a run. */
export const workersFor = (concurrency: number): number => Math.ceil(concurrency / LANES);

/**
 * Works on a run as long as there is something to do that no other worker does. What was taken and not finished, for
 * whatever reason, goes back.
 */
export async function workOnRun(app: App, runId: string, stop: AbortSignal): Promise<void> {
  const { pool } = app.db;
  await moveRun(pool, runId, ["queued"], "running");
  const run = await readRunWork(pool, runId);
  if (run?.state !== "running") return;
  const place = await takeWorkerPlace(app.db);
  const ended = new AbortController();
  const signal = AbortSignal.any([stop, place.lost, ended.signal]);
  const watch = setInterval(() => {
    readRunState(pool, runId).then(
      (state) => {
        // A paused run finishes the segments at hand; the offline engine has but one piece of work.
        if (
          state === "cancelled" ||
          state === undefined ||
          (state === "paused" && run.config.engine === "offline")
        )
          ended.abort();
      },
      () => undefined,
    );
  }, WATCH_MS);
  try {
    const { config } = run;
    switch (config.engine) {
      case "eat":
        await workOnEat({ app, run, config, worker: place.number, signal });
        break;
      case "offline":
        await workOnOffline({ app, run, config, worker: place.number, signal });
        break;
      default:
        unreachable(config);
    }
  } catch (error) {
    if (!signal.aborted) {
      const told =
        error instanceof AppError
          ? error.userMessage
          : "Something went wrong here; it is in the server's log.";
      if (!(error instanceof AppError))
        app.log.error({ err: error, run: run.name }, "a run failed unexpectedly");
      await moveRun(pool, runId, ["running"], "failed", told);
    }
  } finally {
    clearInterval(watch);
    await releaseSegments(pool, runId, place.number).catch(() => undefined);
    await finishRun(pool, runId).catch(() => undefined);
    await place.release().catch(() => undefined);
  }
}

/** Workers in this process: takes up what is unfinished, then whatever comes. Answers what ends them in good order. */
export async function startWorkers(app: App, workers: number): Promise<() => Promise<void>> {
  const stop = new AbortController();
  await app.jobs.work(
    (runId, signal) => workOnRun(app, runId, AbortSignal.any([signal, stop.signal])),
    workers,
  );
  // The jobs of a process that was killed come back after a while; nobody has to wait for that.
  for (const id of await unfinishedRuns(app.db.pool)) await app.jobs.send(id, 1);
  await followFineTunings(app, stop.signal);
  return async () => {
    stop.abort();
    await app.jobs.stop();
  };
}
