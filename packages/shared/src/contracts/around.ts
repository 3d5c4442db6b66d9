import { z } from "zod";
import { offsetSchema } from "../annotation/span.ts";
import { reviewStates } from "../review/review.ts";
import { segmentNumberSchema, segmentRefSchema } from "./review.ts";

/**
 * What else an entity of this segment's translation could be in its source. `memory`: the names that
 * memory has for the same name, with the number of other accepted segments that use them, most often first. `layers`: where other layers (another engine, the import) put it.
 */
export const alternativesSchema = z.object({
  memory: z.array(
    z.object({ pivot: z.string(), source: z.string(), label: z.string(), count: z.int().nonnegative() }),
  ),
  layers: z.array(
    z.object({
      layer: z.string(),
      pivot: z.string(),
      start: offsetSchema,
      end: offsetSchema,
      label: z.string(),
      confidence: z.number().nullable(),
    }),
  ),
});
export type Alternatives = z.infer<typeof alternativesSchema>;

/** The segments of the same document around this one, nearest first in both lists. */
export const contextSchema = segmentRefSchema.extend({ reach: z.int().min(1).max(20) });

export const contextSegmentSchema = z.object({
  number: segmentNumberSchema,
  externalId: z.string(),
  state: z.enum(reviewStates),
  sourceText: z.string(),
  pivotText: z.string(),
});
export type ContextSegment = z.infer<typeof contextSegmentSchema>;

export const contextResultSchema = z.object({
  before: z.array(contextSegmentSchema),
  after: z.array(contextSegmentSchema),
});
export type SegmentContext = z.infer<typeof contextResultSchema>;
