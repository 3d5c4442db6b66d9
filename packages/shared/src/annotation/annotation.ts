import { z } from "zod";
import type { SpanId } from "../ids.ts";
import { type Note, noteSchema, pendingReview, type Review, reviewSchema } from "../review/review.ts";
import { type Absence, absenceSchema } from "./absence.ts";
import { type Link, linkSchema } from "./link.ts";
import { type Side, type Span, spanSchema } from "./span.ts";

/**
 * Everything one layer says about one segment: the aggregate that is loaded, edited and saved whole.
 *
 * The source text never changes; the translation does through edits. Lists are kept in canonical order (`compareSpans`
 * and its siblings; notes in the order of writing), so that two annotations that say the same are deeply equal.
 */
export type Annotation = {
  readonly sourceText: string;
  /** Empty where the segment has no translation (yet). */
  readonly pivotText: string;
  readonly spans: readonly Span[];
  readonly links: readonly Link[];
  readonly absences: readonly Absence[];
  readonly review: Review;
  readonly flagged: boolean;
  readonly notes: readonly Note[];
};

export const annotationSchema = z.object({
  sourceText: z.string(),
  pivotText: z.string(),
  spans: z.array(spanSchema),
  links: z.array(linkSchema),
  absences: z.array(absenceSchema),
  review: reviewSchema,
  flagged: z.boolean(),
  notes: z.array(noteSchema),
});

export const emptyAnnotation = (sourceText: string, pivotText: string): Annotation => ({
  sourceText,
  pivotText,
  spans: [],
  links: [],
  absences: [],
  review: pendingReview,
  flagged: false,
  notes: [],
});

export const textOf = (annotation: Annotation, side: Side): string =>
  side === "source" ? annotation.sourceText : annotation.pivotText;

export const spanById = (annotation: Annotation, id: SpanId): Span | undefined =>
  annotation.spans.find((span) => span.id === id);

export const linksOf = (annotation: Annotation, id: SpanId): readonly Link[] =>
  annotation.links.filter((link) => link.pivot === id || link.source === id);

export const absenceOf = (annotation: Annotation, id: SpanId): Absence | undefined =>
  annotation.absences.find((absence) => absence.span === id);

/** The counterparts of every linked span at once, each list in reading order: one pass, for annotations with many spans. */
export function counterpartsBySpan(annotation: Annotation): ReadonlyMap<SpanId, readonly Span[]> {
  const linkedTo = new Map<SpanId, SpanId[]>();
  const note = (from: SpanId, to: SpanId) => linkedTo.set(from, [...(linkedTo.get(from) ?? []), to]);
  for (const { pivot, source } of annotation.links) {
    note(pivot, source);
    note(source, pivot);
  }
  const found = new Map<SpanId, Span[]>();
  for (const span of annotation.spans) {
    for (const other of linkedTo.get(span.id) ?? []) found.set(other, [...(found.get(other) ?? []), span]);
  }
  return found;
}

/** The spans on the other side that a span is linked to, in reading order. */
export function counterparts(annotation: Annotation, id: SpanId): readonly Span[] {
  const ids = new Set(linksOf(annotation, id).map((link) => (link.pivot === id ? link.source : link.pivot)));
  return annotation.spans.filter((span) => ids.has(span.id));
}
