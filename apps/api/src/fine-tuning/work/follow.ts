import type { App } from "../../app.ts";
import { withFineTuningLock } from "../../db/fine-tuning-lock.ts";
import {
  moveFineTuning,
  noteTrouble,
  readFineTuningWork,
  unfinishedFineTunings,
} from "../../db/fine-tunings.ts";
import { isOutage } from "../../db/outage.ts";
import { AppError } from "../../error.ts";
import { waitBefore } from "../../language-model/retry-after.ts";
import { step } from "./step.ts";

/** About an hour and a half of silence. */
const MAX_ATTEMPTS = 90;
const LONGEST_PAUSE = 30;

/**
 * Looks at a fine-tuning once: does what is next and answers after how many seconds to look again; null where it is over or
 * somebody else looks at it.
 */
export async function lookAtFineTuning(app: App, id: string, stop: AbortSignal): Promise<number | null> {
  const seconds = await withFineTuningLock(app.db, id, async (lost) => {
    try {
      const trouble = await step(app, id, AbortSignal.any([stop, lost]));
      const work = await readFineTuningWork(app.db.pool, id);
      if (!work || work.state === "done" || work.state === "failed" || work.state === "cancelled")
        return null;
      if (!trouble) return Math.min(LONGEST_PAUSE, Math.max(1, work.secondsOld / 20));
      // It stopped because this process does: whoever comes next looks at once.
      if (stop.aborted || lost.aborted) return 1;
      const attempts = await noteTrouble(app.db.pool, id, trouble.message);
      if (attempts < MAX_ATTEMPTS) return waitBefore(attempts, trouble.asked, Math.random()) / 1000;
      await moveFineTuning(
        app.db.pool,
        id,
        [work.state],
        "failed",
        `${trouble.message} It was tried ${attempts} times.`,
      );
      return null;
    } catch (error) {
      if (isOutage(error)) throw error;
      const told =
        error instanceof AppError
          ? error.userMessage
          : "Something went wrong here; it is in the server's log.";
      if (!(error instanceof AppError))
        app.log.error({ err: error, id }, "a fine-tuning failed unexpectedly");
      await moveFineTuning(
        app.db.pool,
        id,
        ["waiting", "uploading", "training", "cancelling"],
        "failed",
        told,
      );
      return null;
    }
  });
  return seconds ?? null;
}

/** Takes up what is unfinished, then whatever comes. */
export async function followFineTunings(app: App, stop: AbortSignal): Promise<void> {
  await app.jobs.lookAt((id, signal) => lookAtFineTuning(app, id, AbortSignal.any([signal, stop])));
  for (const id of await unfinishedFineTunings(app.db.pool)) await app.jobs.look(id, 0);
}
