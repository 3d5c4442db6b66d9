import { ratio } from "../counts.ts";

/** Something a machine said, how sure it was (0 to 1), and whether it was right. */
export type Judged = { readonly confidence: number | undefined; readonly correct: boolean };

export type ConfidenceBin<T extends Judged> = {
  /** [from, to), the last bin with its end. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Share of correct ones; 0 in an empty bin. */
  readonly precision: number;
  readonly meanConfidence: number;
  readonly items: readonly T[];
};

export type Calibration<T extends Judged> = {
  readonly bins: readonly ConfidenceBin<T>[];
  /** Σ (items in bin / all items) · |precision − mean confidence|: 0 is perfectly calibrated. */
  readonly expectedCalibrationError: number;
  readonly count: number;
  /** Left out: no confidence, or one outside 0 to 1 (a log-probability, a margin). */
  readonly without: readonly T[];
};

/**
 * Precision against confidence in bins of equal width, and the expected calibration error (Naeini et al. 2015; Guo et al.
 * 2017). The error depends on the number of bins: compare only figures with the same. Missed gold spans have no
 * confidence and so no place here.
 */
export function calibration<T extends Judged>(items: Iterable<T>, binCount = 10): Calibration<T> {
  const filled: T[][] = Array.from({ length: binCount }, () => []);
  const without: T[] = [];
  const scorer = new CalibrationScorer(binCount);
  for (const item of items) {
    scorer.add(item);
    const bin = confidenceBin(item.confidence, binCount);
    (bin === undefined ? without : (filled[bin] ?? without)).push(item);
  }
  const { bins, expectedCalibrationError, count } = scorer.report();
  return {
    bins: bins.map(({ correct: _, ...bin }, index) => ({ ...bin, items: filled[index] ?? [] })),
    expectedCalibrationError,
    count,
    without,
  };
}

/** Which of the equally wide bins a confidence belongs to; undefined without one, or with one outside 0 to 1. */
export const confidenceBin = (confidence: number | undefined, binCount: number): number | undefined =>
  confidence !== undefined && confidence >= 0 && confidence <= 1
    ? Math.min(binCount - 1, Math.floor(confidence * binCount))
    : undefined;

/** The figures of `calibration` without the items, item by item. */
export class CalibrationScorer {
  readonly #bins: { count: number; correct: number; confidence: number }[];
  #without = 0;

  constructor(binCount = 10) {
    this.#bins = Array.from({ length: binCount }, () => ({ count: 0, correct: 0, confidence: 0 }));
  }

  add({ confidence, correct }: Judged): void {
    const index = confidenceBin(confidence, this.#bins.length);
    const bin = index === undefined ? undefined : this.#bins[index];
    if (!bin) {
      this.#without++;
      return;
    }
    bin.count++;
    bin.confidence += confidence ?? 0;
    if (correct) bin.correct++;
  }

  report() {
    const { length } = this.#bins;
    const bins = this.#bins.map(({ count, correct, confidence }, index) => ({
      from: index / length,
      to: (index + 1) / length,
      count,
      correct,
      precision: ratio(correct, count),
      meanConfidence: ratio(confidence, count),
    }));
    const count = bins.reduce((sum, bin) => sum + bin.count, 0);
    const error = bins.reduce(
      (sum, bin) => sum + bin.count * Math.abs(bin.precision - bin.meanConfidence),
      0,
    );
    return { bins, expectedCalibrationError: ratio(error, count), count, without: this.#without };
  }
}
