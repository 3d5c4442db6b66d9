import { z } from "zod";
import { sides } from "../annotation/span.ts";
import { correctionSchema } from "../correction/correction.ts";
import { reviewStates } from "../review/review.ts";
import { projectRefSchema } from "./project.ts";
import { segmentNumberSchema } from "./review.ts";

/** As many segments as one batch may change. */
export const MAX_IDENTICAL = 1000;

/** Where else a correction fits. Nothing is changed. */
export const findIdenticalSchema = projectRefSchema.extend({ correction: correctionSchema });

/** One place in a segment: the words it is about and a little of the text around them. */
export const identicalCaseSchema = z.object({
  side: z.enum(sides),
  before: z.string(),
  surface: z.string(),
  after: z.string(),
});

export const identicalSegmentSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  state: z.enum(reviewStates),
  /** Who changed the segment last; null where nobody has. */
  lastEditor: z.string().nullable(),
  cases: z.array(identicalCaseSchema),
});
export type IdenticalSegment = z.infer<typeof identicalSegmentSchema>;

/** `more`: there are further ones beyond what one batch holds; do these first and ask again. */
export const foundIdenticalSchema = z.object({
  segments: z.array(identicalSegmentSchema),
  more: z.boolean(),
});
export type FoundIdentical = z.infer<typeof foundIdenticalSchema>;

export const applyIdenticalSchema = projectRefSchema.extend({
  correction: correctionSchema,
  numbers: z.array(segmentNumberSchema).min(1).max(MAX_IDENTICAL),
});

const changesSchema = z.array(z.object({ number: segmentNumberSchema, transaction: z.uuid() }));

/** `skipped`: segments that somebody has changed meanwhile, so that it no longer fits there; they are as they were. */
export const batchResultSchema = z.object({ changes: changesSchema, skipped: z.array(segmentNumberSchema) });
export type BatchResult = z.infer<typeof batchResultSchema>;

/** Takes transactions of one's own back, or does again what was taken back, over many segments at once. */
export const revertBatchSchema = projectRefSchema.extend({
  changes: changesSchema.min(1).max(MAX_IDENTICAL),
  origin: z.enum(["undo", "redo"]),
});
