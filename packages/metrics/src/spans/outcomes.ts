import { sameRange } from "@spanbridge/shared";
import { matchSpans } from "./match.ts";
import type { LabelledRange, SegmentSpans } from "./span.ts";

/** What can be wrong with a span; `both` is boundary and label of a pair that still overlaps. */
export const spanErrors = ["missed", "spurious", "label", "boundary", "both"] as const;
export type SpanError = (typeof spanErrors)[number];

/** What became of one gold span, one predicted span or a matched pair, and where: a figure opens down to these. */
export type SpanOutcome<S extends LabelledRange = LabelledRange, Segment = string> = {
  readonly segment: Segment;
} & (
  | { readonly kind: "correct" | "label" | "boundary" | "both"; readonly gold: S; readonly predicted: S }
  | { readonly kind: "missed"; readonly gold: S; readonly predicted?: undefined }
  | { readonly kind: "spurious"; readonly gold?: undefined; readonly predicted: S }
);

/** The outcomes of each segment by `matchSpans`: pairs best first, then missed, then spurious, those in reading order. */
export function* spanOutcomes<S extends LabelledRange, Segment>(
  segments: Iterable<SegmentSpans<S, Segment>>,
): Generator<SpanOutcome<S, Segment>, void, undefined> {
  for (const pair of segments) {
    const { segment } = pair;
    const { pairs, missed, spurious } = matchSpans<S>(pair);
    for (const { gold, predicted } of pairs)
      yield { segment, kind: kindOf(gold, predicted), gold, predicted };
    for (const gold of missed) yield { segment, kind: "missed", gold };
    for (const predicted of spurious) yield { segment, kind: "spurious", predicted };
  }
}

function kindOf(gold: LabelledRange, predicted: LabelledRange): "correct" | "label" | "boundary" | "both" {
  const sameLabel = gold.label === predicted.label;
  if (sameRange(gold, predicted)) return sameLabel ? "correct" : "label";
  return sameLabel ? "boundary" : "both";
}

export type ErrorReport<S extends LabelledRange, Segment> = {
  readonly correct: number;
  readonly errors: Readonly<Record<SpanError, readonly SpanOutcome<S, Segment>[]>>;
};

/** Outcomes by error class; the correct ones are only counted. A pair is one error here, but costs precision and recall in F1. */
export function errorReport<S extends LabelledRange, Segment>(
  outcomes: Iterable<SpanOutcome<S, Segment>>,
): ErrorReport<S, Segment> {
  const errors: Record<SpanError, SpanOutcome<S, Segment>[]> = {
    missed: [],
    spurious: [],
    label: [],
    boundary: [],
    both: [],
  };
  let correct = 0;
  for (const outcome of outcomes) {
    if (outcome.kind === "correct") correct++;
    else errors[outcome.kind].push(outcome);
  }
  return { correct, errors };
}
