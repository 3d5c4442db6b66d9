import { z } from "zod";

/** Accepted segments with entities that it takes before the offline engine learns weights from them. */
export const LEARNING_MINIMUM = 40;

/**
 * What the offline engine has learnt from a project's accepted segments. `before` and `after` are strict F1 on halves that
 * had no part in the learning; what makes nothing better is not used.
 */
export const learntSchema = z.object({
  segments: z.int(),
  at: z.iso.datetime(),
  before: z.number(),
  after: z.number(),
  used: z.boolean(),
});
export type Learnt = z.infer<typeof learntSchema>;

export const learningSchema = z.object({
  /** Accepted segments that have entities. */
  accepted: z.int(),
  minimum: z.int(),
  learnt: learntSchema.nullable(),
});
export type Learning = z.infer<typeof learningSchema>;
