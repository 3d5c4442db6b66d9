import type { Range } from "@spanbridge/shared";
import { addCounts, type Counts, noCounts, type Scores, scoresOf } from "./counts.ts";

/** A labelled range of one text, in code points. */
export type LabelledRange = Range & { readonly label: string };

/** The spans of one segment on one side as gold and as predicted. */
export type SpanPair = {
  readonly gold: readonly LabelledRange[];
  readonly predicted: readonly LabelledRange[];
};

export type SpanReport = {
  readonly segments: number;
  /** Summed over all labels. */
  readonly micro: Counts & Scores;
  /** The mean over the labels that occur in gold or prediction, each counting the same. */
  readonly macro: Scores;
  readonly perLabel: Readonly<Record<string, Counts & Scores>>;
};

/** `strict`: start, end and label must agree. `exact`: start and end, whatever the label (MUC's "exact boundary"). */
export type SpanMode = "strict" | "exact";

/**
 * Span precision, recall and F1 over segments, by sets: a span said twice counts once, nested and overlapping spans
 * count each for themselves. Segments without any span take part (their false positives count).
 *
 * The set definition is seqeval's (`strict`) without the detour over tokens; source: CoNLL-2002/2003 evaluation.
 */
export function scoreSpans(segments: Iterable<SpanPair>, mode: SpanMode = "strict"): SpanReport {
  const perLabel = new Map<string, Counts>();
  let micro = noCounts;
  let count = 0;
  for (const { gold, predicted } of segments) {
    count++;
    micro = addCounts(micro, compare(gold, predicted, mode));
    for (const label of new Set([...gold, ...predicted].map((span) => span.label))) {
      const only = (spans: readonly LabelledRange[]) => spans.filter((span) => span.label === label);
      const counts = compare(only(gold), only(predicted), mode);
      perLabel.set(label, addCounts(perLabel.get(label) ?? noCounts, counts));
    }
  }
  const labels = [...perLabel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, c]) => [label, withScores(c)] as const);
  return {
    segments: count,
    micro: withScores(micro),
    macro: mean(labels.map(([, scores]) => scores)),
    perLabel: Object.fromEntries(labels),
  };
}

const withScores = (counts: Counts): Counts & Scores => ({ ...counts, ...scoresOf(counts) });

function compare(
  gold: readonly LabelledRange[],
  predicted: readonly LabelledRange[],
  mode: SpanMode,
): Counts {
  const key = ({ start, end, label }: LabelledRange): string =>
    mode === "strict" ? `${start} ${end} ${label}` : `${start} ${end}`;
  const goldKeys = new Set(gold.map(key));
  const predictedKeys = new Set(predicted.map(key));
  return {
    correct: goldKeys.intersection(predictedKeys).size,
    predicted: predictedKeys.size,
    gold: goldKeys.size,
  };
}

function mean(scores: readonly Scores[]): Scores {
  const of = (field: keyof Scores): number =>
    scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score[field], 0) / scores.length;
  return { precision: of("precision"), recall: of("recall"), f1: of("f1") };
}
