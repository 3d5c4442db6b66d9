/** True positives and the sizes of both sides: everything precision, recall and F1 are made of. Counts add up over segments. */
export type Counts = { readonly correct: number; readonly predicted: number; readonly gold: number };

export const noCounts: Counts = { correct: 0, predicted: 0, gold: 0 };

export const addCounts = (a: Counts, b: Counts): Counts => ({
  correct: a.correct + b.correct,
  predicted: a.predicted + b.predicted,
  gold: a.gold + b.gold,
});

/** All between 0 and 1. */
export type Scores = { readonly precision: number; readonly recall: number; readonly f1: number };

/** A ratio with nothing below the line is 0, as in seqeval and conlleval; report the counts beside it. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export const harmonicMean = (a: number, b: number): number => ratio(2 * a * b, a + b);

export const scoresOf = ({ correct, predicted, gold }: Counts): Scores => ({
  precision: ratio(correct, predicted),
  recall: ratio(correct, gold),
  f1: ratio(2 * correct, predicted + gold),
});
