import { z } from "zod";

/** Half-open, in Unicode code points of the text it is in. */
const pairsEntitySchema = z.looseObject({
  id: z.string(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  label: z.string(),
  /** The text from start to end. */
  text: z.string(),
  score: z.number().optional(),
});

/** A row of the pairs format, with whatever else it carries. */
export const pairsRowSchema = z.looseObject({
  id: z.string().optional(),
  doc: z.string().optional(),
  source_lang: z.string().optional(),
  source_text: z.string(),
  english_text: z.string().optional(),
  source_entities: z.array(pairsEntitySchema),
  english_entities: z.array(pairsEntitySchema).optional(),
  /** Ids of an English and a source entity. */
  links: z.array(z.tuple([z.string(), z.string()])),
});
export type PairsRow = z.infer<typeof pairsRowSchema>;

/** Segments in the project's order; `next` is the `after` of the next page, null at the end. */
export const segmentPageSchema = z.object({ segments: z.array(pairsRowSchema), next: z.int().nullable() });
export type SegmentPage = z.infer<typeof segmentPageSchema>;
