import {
  type Annotation,
  err,
  ok,
  type Range,
  type Result,
  type Side,
  type Span,
  textOf,
} from "@spanbridge/shared";

/** A labelled range of one text, in code points. */
export type LabelledRange = Range & { readonly label: string };

/** The spans of one segment on one side as gold and as predicted. */
export type SpanPair<S extends LabelledRange = LabelledRange> = {
  readonly gold: readonly S[];
  readonly predicted: readonly S[];
};

/** A pair with what its caller opens the segment by: an id, a number, a whole row. */
export type SegmentSpans<S extends LabelledRange = LabelledRange, Segment = string> = SpanPair<S> & {
  readonly segment: Segment;
};

/** By start, end, label: the order in which equal cases are decided everywhere in this package. */
export const compareRanges = (a: LabelledRange, b: LabelledRange): number =>
  a.start - b.start || a.end - b.end || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

/** Sorted, and of spans with the same start, end and label only the first: a span said twice counts once. */
export function distinctSpans<S extends LabelledRange>(spans: readonly S[]): readonly S[] {
  if (spans.length < 2) return spans;
  const sorted = [...spans].sort(compareRanges);
  return sorted.filter((span, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareRanges(before, span) !== 0;
  });
}

export type TextsDiffer = { readonly code: "texts_differ"; readonly side: Side; readonly message: string };

/**
 * One side of two layers' annotations of the same segment. Offsets of two layers can be compared only where both refer
 * to the same text: a layer made before its translation was revised is a typed error, never a low score.
 */
export function pairSide<Segment>(
  segment: Segment,
  gold: Annotation,
  predicted: Annotation,
  side: Side,
): Result<SegmentSpans<Span, Segment>, TextsDiffer> {
  if (textOf(gold, side) !== textOf(predicted, side)) {
    return err({
      code: "texts_differ",
      side,
      message:
        "The two layers refer to different texts of this segment, so that their spans cannot be compared.",
    });
  }
  const of = (annotation: Annotation) => annotation.spans.filter((span) => span.side === side);
  return ok({ segment, gold: of(gold), predicted: of(predicted) });
}
