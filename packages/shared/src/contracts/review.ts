import { z } from "zod";
import { annotationSchema } from "../annotation/annotation.ts";
import { labelNameSchema } from "../annotation/span.ts";
import { transactionSchema } from "../edit/transaction.ts";
import { queueSignals } from "../review/digest.ts";
import { evidenceKinds } from "../review/evidence.ts";
import { reviewStates } from "../review/review.ts";
import { projectRefSchema } from "./project.ts";

export const segmentNumberSchema = z.int().positive();
export const segmentRefSchema = projectRefSchema.extend({ number: segmentNumberSchema });

/** `worth`: most worth a look first (see `digestOf`), then as they came in. `confidence`: the least sure first. */
export const queueOrders = ["number", "worth", "confidence"] as const;
export type QueueOrder = (typeof queueOrders)[number];

/** Which segments the queue shows and in which order. Empty lists and missing fields mean "all", and the order of import. */
export const queueFilterSchema = z.object({
  states: z.array(z.enum(reviewStates)).default([]),
  flagged: z.boolean().optional(),
  document: z.string().optional(),
  /** Language of the source text. */
  language: z.string().max(100).optional(),
  /** Substring of the source, the translation or the id, case-insensitive; with `regex`, a regular expression. */
  text: z.string().max(200).optional(),
  /** `text` is a regular expression in PostgreSQL's own words. */
  regex: z.boolean().optional(),
  /** Look for `text` on this side only. */
  side: z.enum(["source", "pivot"]).optional(),
  /** At least one of these signals. */
  signals: z.array(z.enum(queueSignals)).optional(),
  /** True: some signal or other; false: none. */
  worth: z.boolean().optional(),
  /** At least one span with one of these labels. */
  labels: z.array(labelNameSchema).optional(),
  /** The machine's lowest confidence, 0 to 1, is below this. */
  confidenceBelow: z.number().min(0).max(1).optional(),
  /** Who decided: a user's id. */
  decidedBy: z.string().max(200).optional(),
  /** Whose work it is: a user's id; empty: nobody's. */
  assignee: z.string().max(200).optional(),
  order: z.enum(queueOrders).optional(),
  /** Only segments of this fixed list (`SegmentList`), such as those behind a figure of an evaluation. */
  list: z.uuid().optional(),
});
export type QueueFilter = z.infer<typeof queueFilterSchema>;

export const MAX_WINDOW = 200;

/**
 * A stretch of the filtered queue by position. `asOf` (ISO time, given by the first answer) keeps segments whose state
 * changed since then in the list, so that positions stay put while one works through it.
 */
export const queueWindowSchema = projectRefSchema.extend({
  filter: queueFilterSchema,
  asOf: z.iso.datetime().optional(),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(MAX_WINDOW),
});

export const queueItemSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  document: z.string(),
  /** The beginning of the source text, 80 characters at most. */
  preview: z.string(),
  /** Of the source text; null: the project's. */
  sourceLang: z.string().nullable(),
  state: z.enum(reviewStates),
  flagged: z.boolean(),
  /** Why it is worth a look, each kind once. */
  signals: z.array(z.enum(queueSignals)),
  /** Whose work it is: a name; null where it is nobody's. */
  assignee: z.string().nullable(),
});
export type QueueItem = z.infer<typeof queueItemSchema>;

export const queueWindowResultSchema = z.object({
  asOf: z.iso.datetime(),
  total: z.int(),
  items: z.array(queueItemSchema),
});

/** Where a segment stands in the filtered queue (0-based), and its neighbours that a person has still to look at. */
export const queuePlaceSchema = segmentRefSchema.extend({
  filter: queueFilterSchema,
  asOf: z.iso.datetime().optional(),
});
export const queuePlaceResultSchema = z.object({
  /** Null where the segment is not in the filtered list. */
  position: z.int().nullable(),
  previous: segmentNumberSchema.nullable(),
  next: segmentNumberSchema.nullable(),
  /** The next one that is pending, looking on from here and then from the start; null when all are done. */
  nextPending: segmentNumberSchema.nullable(),
});
export type QueuePlace = z.infer<typeof queuePlaceResultSchema>;

/** How many of the segments that fit a filter carry each signal; what the filter itself says of signals does not count. */
export const countSignalsSchema = projectRefSchema.extend({ filter: queueFilterSchema });
export const signalCountsSchema = z.array(z.object({ signal: z.enum(queueSignals), segments: z.int() }));
export type SignalCounts = z.infer<typeof signalCountsSchema>;

/** A reason to look that an engine has recorded, with the sentence for the annotator. */
export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  span: z.string(),
  message: z.string(),
});

export const segmentViewSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  document: z.string(),
  /** BCP 47, of the source text; null: the project's. */
  sourceLang: z.string().nullable().default(null),
  /** The imported row's further keys, as they were. */
  metadata: z.record(z.string(), z.json()),
  /** What people see and edit: the review layer's annotation or, before the first edit, the predictions'. */
  annotation: annotationSchema,
  /** Transactions applied so far in the review layer; 0 before the first. The base of the next commit. */
  seq: z.int().nonnegative(),
  /** Before the first edit, which proposals of the machine these are: another run brings others. Empty after it. */
  basis: z.string().default(""),
  /** Who changed it last, for people; null before the first edit. */
  lastEditor: z.string().nullable(),
  /** What engines have recorded about the segment; what of it still counts says `standing`. */
  evidence: z.array(evidenceSchema).default([]),
  /** Names of the people whose ids stand in provenance and notes. */
  people: z.record(z.string(), z.string()),
});
export type SegmentView = z.infer<typeof segmentViewSchema>;

export const commitSchema = segmentRefSchema.extend({
  baseSeq: z.int().nonnegative(),
  /** The `basis` of the view that was edited. Other proposals than these make the commit a stale one. */
  basis: z.string().max(100).optional(),
  transactions: z.array(transactionSchema).min(1).max(500),
});
export type Commit = z.infer<typeof commitSchema>;

/** Why a transaction was refused although its base was current; with a client that uses the shared core it never is. */
export const refusalSchema = z.object({ transaction: z.uuid(), code: z.string(), message: z.string() });

const knownSchema = z.array(z.uuid()).default([]);

/**
 * `saved`: all are in (those already known by id count as in). `stale`: somebody else saved first, or a run has
 * brought other proposals; nothing was applied, here is what is there now: rebase on it and send again. `refused`: an edit does not fit; nothing was applied.
 * `known`: those of the sent ones that `current` already holds (their answer was lost on the way); they are saved, and
 * rebasing them onto themselves would show a conflict that is none.
 */
export const commitResultSchema = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("saved"), seq: z.int() }),
  z.object({ outcome: z.literal("stale"), current: segmentViewSchema, known: knownSchema }),
  z.object({
    outcome: z.literal("refused"),
    refusal: refusalSchema,
    current: segmentViewSchema,
    known: knownSchema,
  }),
]);
export type CommitResult = z.infer<typeof commitResultSchema>;

/** One step of a segment's history. */
export const eventSchema = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  user: z.string(),
  transaction: transactionSchema,
});

/** A segment's history, newest first. `before` (a seq) continues an earlier answer. */
export const eventsSchema = segmentRefSchema.extend({
  before: z.int().positive().optional(),
  limit: z.int().min(1).max(200).default(50),
});
export const eventsResultSchema = z.object({
  events: z.array(eventSchema),
  /** What to give as `before` for the older ones; null when there are none. */
  nextBefore: z.int().nullable(),
});
