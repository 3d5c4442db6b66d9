import { z } from "zod";
import { storableText } from "../text/storable.ts";
import { projectRefSchema } from "./project.ts";
import { modelSettingsSchema } from "./runs.ts";
import { snapshotRefSchema } from "./snapshot.ts";
import { trainingStages } from "./training.ts";

const { baseUrl, apiKeyEnv, timeoutSeconds } = modelSettingsSchema.shape;

/** What the endpoint is told. The key is named, never held, as in the settings of a run. */
export const fineTuningSettingsSchema = z.object({
  baseUrl,
  apiKeyEnv,
  timeoutSeconds,
  /** The model that is trained further, as the endpoint names it. */
  baseModel: storableText(200).min(1, "Name the model to start from."),
  /** Becomes part of the new model's name, where the endpoint does that. */
  suffix: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, "Letters, digits, hyphens and underscores (40 at most).")
    .nullable()
    .default(null),
  /** How often the training data is gone through; null: as the endpoint likes. */
  epochs: z.int().min(1).max(100).nullable().default(null),
  seed: z.int().min(0).max(0x7fff_ffff).nullable().default(null),
  stages: z
    .array(z.enum(trainingStages))
    .min(1, "Choose a stage.")
    .default([...trainingStages]),
  acceptedOnly: z.boolean().optional(),
});
export type FineTuningSettings = z.output<typeof fineTuningSettingsSchema>;

export const startFineTuningSchema = snapshotRefSchema.extend({ settings: fineTuningSettingsSchema });
export type StartFineTuning = z.output<typeof startFineTuningSchema>;

/**
 * `waiting`: nothing has left. `uploading`: the files are on their way. `training`: the endpoint has the job. `cancelling`: it
 * has been asked to stop.
 */
export const fineTuningStates = [
  "waiting",
  "uploading",
  "training",
  "cancelling",
  "done",
  "failed",
  "cancelled",
] as const;
export type FineTuningState = (typeof fineTuningStates)[number];
export const isFineTuningOver = (state: FineTuningState): boolean =>
  state === "done" || state === "failed" || state === "cancelled";

export const fineTuningEventSchema = z.object({
  /** The endpoint's own; empty where it gives none. */
  id: z.string(),
  at: z.iso.datetime(),
  level: z.string(),
  message: z.string(),
});
export type FineTuningEvent = z.infer<typeof fineTuningEventSchema>;

export const fineTuningSchema = z.object({
  id: z.uuid(),
  snapshot: z.string(),
  settings: fineTuningSettingsSchema,
  state: z.enum(fineTuningStates),
  /** Why it failed, as a sentence; empty otherwise. */
  error: z.string(),
  /** What stands in the way at the moment, such as an endpoint that does not answer; it is tried again. Empty otherwise. */
  trouble: z.string(),
  /** The endpoint's names; empty as long as there are none. */
  job: z.string(),
  /** What the endpoint calls the job's state; empty as long as there is none. */
  status: z.string(),
  /** Name of the new model, once it is there: runs can use it. */
  model: z.string().nullable(),
  examples: z.object({ train: z.int(), dev: z.int() }),
  trainedTokens: z.int().nullable(),
  /** The latest at the end. */
  events: z.array(fineTuningEventSchema),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});
export type FineTuning = z.infer<typeof fineTuningSchema>;

export const fineTuningRefSchema = projectRefSchema.extend({ fineTuning: z.uuid() });
