import { z } from "zod";
import { projectionSignalKinds } from "../review/projection-signals.ts";
import { reviewStates } from "../review/review.ts";
import { storableText } from "../text/storable.ts";
import { conventionsSchema } from "./conventions.ts";
import { projectRefSchema } from "./project.ts";
import { segmentNumberSchema, segmentRefSchema } from "./review.ts";

export const runEngines = ["eat", "offline"] as const;
export type RunEngine = (typeof runEngines)[number];

/** Stages of a projection by a language model, in their order. */
export const eatStages = ["translate", "recognise", "locate", "check"] as const;
export type EatStage = (typeof eatStages)[number];

/** `faithful`: the published dialogue of several rounds, one for each entity. `compact`: one call a stage for the whole segment. */
export const eatModes = ["faithful", "compact"] as const;
export type EatMode = (typeof eatModes)[number];

/** Only such variables of the server's environment are ever sent to a model's endpoint. */
export const API_KEY_VARIABLE = /^SPANBRIDGE_LLM_KEY(?:_[A-Z0-9_]{1,60})?$/;

/** Where a language model answers, and how it is asked. Never holds a key: `apiKeyEnv` names the server's variable. */
export const modelSettingsSchema = z.object({
  baseUrl: z.url({ protocol: /^https?$/, error: "Give the address as http://host/v1." }).max(500),
  model: storableText(200).min(1, "Name the model."),
  apiKeyEnv: z
    .string()
    .regex(API_KEY_VARIABLE, "The variable's name must begin with SPANBRIDGE_LLM_KEY.")
    .nullable()
    .default(null),
  temperature: z.number().min(0).max(2).default(0),
  seed: z.int().nullable().default(42),
  reasoningEffort: z.enum(["minimal", "low", "medium", "high"]).nullable().default(null),
  /** `structured` sends a JSON schema along; `text` asks for JSON in words, for endpoints that know no schemas. */
  output: z.enum(["structured", "text"]).default("structured"),
  maxOutputTokens: z.int().min(16).max(200_000).default(2048),
  timeoutSeconds: z.number().positive().max(3600).default(120),
  /** How often a call that failed in passing (timeouts, 429, 5xx) is tried again. */
  retries: z.int().min(0).max(20).default(5),
  /** Of one server process; null: as fast as it goes. */
  requestsPerMinute: z.number().positive().max(100_000).nullable().default(null),
  /** In any currency, for a million tokens. */
  price: z
    .object({ input: z.number().nonnegative(), output: z.number().nonnegative() })
    .default({ input: 0, output: 0 }),
});
export type ModelSettings = z.output<typeof modelSettingsSchema>;

export const eatSettingsSchema = z.object({
  mode: z.enum(eatModes).default("compact"),
  /** Keep a translation, or English entities, that the segment has already; the stage is then skipped. */
  keepTranslation: z.boolean().default(true),
  keepEntities: z.boolean().default(true),
  /** Translate each place back and compare. */
  check: z.boolean().default(true),
  /** Accepted segments of the project shown to the model as examples. */
  examples: z.int().min(0).max(8).default(0),
  /** Which ones, by number: chosen when the run is started. */
  exampleNumbers: z.array(segmentNumberSchema).default([]),
  /** Tell the model names from memory that may stand in the segment. */
  memory: z.boolean().default(true),
});
export type EatSettings = z.output<typeof eatSettingsSchema>;

/** Which segments: those in these states (empty = all), of these documents and languages (empty = all), the first `limit` of them. */
export const runSelectionSchema = z.object({
  states: z.array(z.enum(reviewStates)).default(["pending", "skipped"]),
  documents: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
  numbers: z.array(segmentNumberSchema).max(10_000).default([]),
  limit: z.int().positive().nullable().default(null),
});
export type RunSelection = z.output<typeof runSelectionSchema>;

export const runConfigSchema = z.discriminatedUnion("engine", [
  z.object({
    engine: z.literal("eat"),
    model: modelSettingsSchema,
    eat: eatSettingsSchema.prefault({}),
    concurrency: z.int().min(1).max(64).default(4),
  }),
  z.object({
    engine: z.literal("offline"),
    /** The project's at the time the run is started, where nothing is said. */
    conventions: conventionsSchema.optional(),
    /** Use weights learnt from the project's accepted segments, where there are enough of them. */
    learn: z.boolean().optional(),
  }),
]);
export type RunConfig = z.output<typeof runConfigSchema>;
export type RunConfigInput = z.input<typeof runConfigSchema>;

export const runNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u, "Letters, digits, spaces, dots and hyphens (60 at most).");

export const startRunSchema = projectRefSchema.extend({
  /** Made from engine and time where it is missing; unique in the project. */
  name: runNameSchema.optional(),
  config: runConfigSchema,
  selection: runSelectionSchema.prefault({}),
  /** A test is not offered to reviewers and its segments are read at once. */
  test: z.boolean().default(false),
  /** Make its results what reviewers see where nobody has edited, from the start. */
  show: z.boolean().default(false),
});
export type StartRun = z.output<typeof startRunSchema>;

export const runStates = ["queued", "running", "paused", "done", "cancelled", "failed"] as const;
export type RunState = (typeof runStates)[number];

export const runSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Name of the layer that holds its results. */
  layer: z.string(),
  state: z.enum(runStates),
  test: z.boolean(),
  config: runConfigSchema,
  /** Whether its results are what reviewers see where nobody has edited. */
  shown: z.boolean(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  /** Why the whole run failed; empty otherwise. */
  error: z.string(),
  segments: z.object({ total: z.int(), done: z.int(), failed: z.int(), working: z.int() }),
  entities: z.object({ placed: z.int(), unplaced: z.int() }),
  /** Segments that carry a signal. */
  signalled: z.int(),
  calls: z.object({
    /** Sent to the model, and answered from what earlier calls had brought. */
    paid: z.int(),
    reused: z.int(),
    inputTokens: z.int(),
    outputTokens: z.int(),
    cost: z.number(),
  }),
});
export type Run = z.infer<typeof runSchema>;

export const runRefSchema = projectRefSchema.extend({ run: z.uuid() });

export const runEstimateSchema = z.object({
  segments: z.int(),
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  cost: z.number(),
  seconds: z.number(),
  /** What the figures rest on: earlier calls of this project to this model, or the lengths of the texts. */
  basis: z.enum(["measured", "lengths"]),
});
export type RunEstimate = z.infer<typeof runEstimateSchema>;

/** A recorded reason to look; `span` is empty where it is about the segment. */
export const recordedSignalSchema = z.object({
  kind: z.enum(projectionSignalKinds),
  span: z.string(),
  message: z.string(),
});
export type RecordedSignal = z.infer<typeof recordedSignalSchema>;

export const runSegmentSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  state: z.enum(["waiting", "working", "done", "failed"]),
  /** The stage and the reason of a failure; empty otherwise. */
  reason: z.string(),
  placed: z.int(),
  unplaced: z.int(),
  signals: z.array(recordedSignalSchema),
  sourceText: z.string(),
  /** The run's translation, or the one it found; empty where it has no result. */
  pivotText: z.string(),
  /** What the run says: each entity of the translation with its place; null where it has none. */
  entities: z.array(
    z.object({ span: z.string(), pivot: z.string(), label: z.string(), source: z.string().nullable() }),
  ),
});
export type RunSegment = z.infer<typeof runSegmentSchema>;

export const runSegmentsSchema = runRefSchema.extend({
  only: z.enum(["all", "failed", "signalled"]).default("all"),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(50),
});
export const runSegmentsResultSchema = z.object({ total: z.int(), segments: z.array(runSegmentSchema) });

export const chatMessageSchema = z.object({
  role: z.enum(["system", "user", "assistant"]),
  content: z.string(),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

/** One question to the model and its answer, as it was sent. */
export const exchangeSchema = z.object({
  stage: z.enum(eatStages),
  round: z.int(),
  /** The English name it was about; empty where it was about the whole segment. */
  entity: z.string(),
  messages: z.array(chatMessageSchema),
  answer: z.string(),
  model: z.string(),
  reused: z.boolean(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  milliseconds: z.int(),
  at: z.iso.datetime(),
});
export type Exchange = z.infer<typeof exchangeSchema>;

/** "Why is this here?": the newest run of a segment (or the given one) with everything that was asked. */
export const segmentTraceSchema = z.object({
  run: z.object({
    id: z.uuid(),
    name: z.string(),
    engine: z.enum(runEngines),
    model: z.string(),
    shown: z.boolean(),
    at: z.iso.datetime(),
  }),
  state: runSegmentSchema.shape.state,
  reason: z.string(),
  signals: z.array(recordedSignalSchema),
  /** Names the model gave that are not in the text, by the English span they were given for. */
  unplacedAnswers: z.array(z.object({ span: z.string(), answer: z.string() })),
  exchanges: z.array(exchangeSchema),
});
export type SegmentTrace = z.infer<typeof segmentTraceSchema>;

export const segmentTraceInputSchema = segmentRefSchema.extend({ run: z.uuid().optional() });

/** Asks a stage of one segment anew and what follows from it; earlier stages keep their results. */
export const rerunSegmentSchema = segmentRefSchema.extend({ run: z.uuid(), from: z.enum(eatStages) });

/**
 * A run that is shown comes before the others that are: a segment shows the result of the first one that has it. Null:
 * none of them, the imported predictions again.
 */
export const showRunSchema = projectRefSchema.extend({
  run: z.uuid().nullable(),
  shown: z.boolean().default(true),
});

/** Where else than on this machine runs may send text to: origins such as https://llm.example.org, set by an owner. */
export const modelHostsSchema = z.object({ origins: z.array(z.string().max(300)).max(100) });
export const setModelHostsSchema = z.object({
  origins: z.array(z.url({ protocol: /^https?$/ }).max(300)).max(100),
});
