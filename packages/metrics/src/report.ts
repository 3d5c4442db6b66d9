import { addCounts, type Counts, noCounts, ratio, type Scores, scoresOf } from "./counts.ts";

/** Counts with the scores that follow from them. */
export type Scored = Counts & Scores;

export const withScores = (counts: Counts): Scored => ({ ...counts, ...scoresOf(counts) });

export type LabelReport = {
  /** Summed over all labels. */
  readonly micro: Scored;
  /** The mean over the labels that occur in gold or prediction, each counting the same. */
  readonly macro: Scores;
  /** The mean over the labels, each counting as often as it occurs in gold; 0 without gold. */
  readonly weighted: Scores;
  /** In alphabetical order of the labels. */
  readonly perLabel: Readonly<Record<string, Scored>>;
};

/**
 * Averages as seqeval and scikit-learn define them. `micro` is the sum of the labels unless given, which it must be
 * where a hit may have another label than its gold span.
 */
export function labelReport(perLabel: ReadonlyMap<string, Counts>, micro?: Counts): LabelReport {
  const labels = [...perLabel]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, counts]) => [label, withScores(counts)] as const);
  const scored = labels.map(([, scores]) => scores);
  return {
    micro: withScores(micro ?? scored.reduce(addCounts, noCounts)),
    macro: meanScores(scored, () => 1),
    weighted: meanScores(scored, ({ gold }) => gold),
    perLabel: Object.fromEntries(labels),
  };
}

/** A weighted mean of each of the three scores; 0 where nothing has any weight. */
export function meanScores<S extends Scores>(scores: readonly S[], weight: (score: S) => number): Scores {
  const whole = scores.reduce((sum, score) => sum + weight(score), 0);
  const of = (field: keyof Scores): number =>
    ratio(
      scores.reduce((sum, score) => sum + weight(score) * score[field], 0),
      whole,
    );
  return { precision: of("precision"), recall: of("recall"), f1: of("f1") };
}
