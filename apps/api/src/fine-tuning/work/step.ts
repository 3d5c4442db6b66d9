import type { FineTuningEvent } from "@spanbridge/shared/contracts";
import type { App } from "../../app.ts";
import {
  type FineTuningWork,
  moveFineTuning,
  noteFineTuning,
  readFineTuningWork,
} from "../../db/fine-tunings.ts";
import { readModelOrigins } from "../../db/settings.ts";
import { requireAllowed } from "../../language-model/endpoint.ts";
import {
  type EndpointEvent,
  type EndpointFailure,
  type EndpointJob,
  FineTuningEndpoint,
} from "../endpoint.ts";
import { upload } from "./upload.ts";

/** What stands in the way and passes; undefined where nothing does. */
export type Trouble = EndpointFailure | undefined;

/** Events kept: an endpoint may log every step of a training. */
const MAX_EVENTS = 200;

/**
 * Does what is next in a fine-tuning. Each thing the endpoint was given is noted before the next one is asked for, and what
 * may have been given without being noted is looked for there first.
 */
export async function step(app: App, id: string, signal: AbortSignal): Promise<Trouble> {
  const { pool } = app.db;
  await moveFineTuning(pool, id, ["waiting"], "uploading");
  const work = await readFineTuningWork(pool, id);
  if (!work) return undefined;
  requireAllowed(work.settings, await readModelOrigins(pool));
  const endpoint = new FineTuningEndpoint(work.settings, signal);
  switch (work.state) {
    case "uploading":
      return begin(app, endpoint, work);
    case "training":
      return follow(app, endpoint, work);
    case "cancelling":
      return cancel(app, endpoint, work);
    case "waiting":
    case "done":
    case "failed":
    case "cancelled":
      return undefined;
  }
}

async function begin(app: App, endpoint: FineTuningEndpoint, work: FineTuningWork): Promise<Trouble> {
  const { pool } = app.db;
  const sent = await upload(app, endpoint, work);
  if (!sent.ok) return refused(app, work, sent.error);
  const known = await endpoint.findJob(sent.value.trainFile);
  if (!known.ok) return refused(app, work, known.error);
  // Somebody may have called it off while the files were on their way.
  const { state } = (await readFineTuningWork(pool, work.id)) ?? {};
  if (state !== "uploading" && !known.value) return undefined;
  const made = known.value ? { ok: true as const, value: known.value } : await endpoint.create(sent.value);
  if (!made.ok) return refused(app, work, made.error);
  await noteFineTuning(pool, work.id, { job: made.value.id, status: made.value.status });
  await moveFineTuning(pool, work.id, ["uploading"], "training");
  return undefined;
}

async function cancel(app: App, endpoint: FineTuningEndpoint, work: FineTuningWork): Promise<Trouble> {
  let { job } = work;
  if (job === "" && work.trainFile !== "") {
    const known = await endpoint.findJob(work.trainFile);
    if (!known.ok) return refused(app, work, known.error);
    job = known.value?.id ?? "";
    if (job !== "") await noteFineTuning(app.db.pool, work.id, { job });
  }
  if (job === "") {
    await moveFineTuning(app.db.pool, work.id, ["cancelling"], "cancelled");
    return undefined;
  }
  const asked = await endpoint.cancel(job);
  // It refuses where the job has ended meanwhile, which the next question tells.
  if (!asked.ok && asked.error.passing) return asked.error;
  return follow(app, endpoint, { ...work, job });
}

async function follow(app: App, endpoint: FineTuningEndpoint, work: FineTuningWork): Promise<Trouble> {
  const { pool } = app.db;
  const found = await endpoint.job(work.job);
  if (!found.ok) return refused(app, work, found.error);
  const events = await endpoint.events(work.job);
  const { status, fine_tuned_model, trained_tokens } = found.value;
  await noteFineTuning(pool, work.id, {
    status,
    ...(typeof trained_tokens === "number" && { trainedTokens: trained_tokens }),
    ...(fine_tuned_model && { model: fine_tuned_model }),
    ...(events.ok && { events: merged(work.events, events.value) }),
  });
  return settle(app, work, found.value);
}

/** Ends what has ended at the endpoint. */
async function settle(app: App, { id }: FineTuningWork, job: EndpointJob): Promise<Trouble> {
  const { pool } = app.db;
  const from = ["training", "cancelling"] as const;
  switch (job.status.toLowerCase()) {
    case "succeeded":
    case "success": {
      // Some say so a moment before the model has its name.
      if (job.fine_tuned_model) await moveFineTuning(pool, id, from, "done");
      return undefined;
    }
    case "failed":
    case "failed_validation":
    case "error": {
      const why = job.error?.message?.trim() || "The endpoint gave no reason.";
      await moveFineTuning(pool, id, from, "failed", `The training failed: ${why}`);
      return undefined;
    }
    case "cancelled":
    case "canceled":
      await moveFineTuning(pool, id, from, "cancelled");
      return undefined;
    default:
      return undefined;
  }
}

/** What does not pass ends the fine-tuning; anything else is tried again. */
async function refused(app: App, { id, state }: FineTuningWork, failure: EndpointFailure): Promise<Trouble> {
  if (failure.passing) return failure;
  await moveFineTuning(app.db.pool, id, [state], "failed", failure.message);
  return undefined;
}

/** What was known and what is new, in the order of time. */
function merged(
  known: readonly FineTuningEvent[],
  listed: readonly EndpointEvent[],
): readonly FineTuningEvent[] {
  const events = new Map(known.map((event) => [keyOf(event), event]));
  for (const { id, created_at, level, message } of listed.toReversed()) {
    const at = new Date(Math.min(Math.max(0, created_at), 8e12) * 1000);
    const event = { id, at: at.toISOString(), level, message: message.slice(0, 1000) };
    events.set(keyOf(event), event);
  }
  return [...events.values()].toSorted((a, b) => a.at.localeCompare(b.at)).slice(-MAX_EVENTS);
}

const keyOf = ({ id, at, message }: FineTuningEvent): string => id || `${at} ${message}`;
