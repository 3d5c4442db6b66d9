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
  for (const item of items) {
    const { confidence } = item;
    const bin =
      confidence !== undefined && confidence >= 0 && confidence <= 1
        ? filled[Math.min(binCount - 1, Math.floor(confidence * binCount))]
        : undefined;
    (bin ?? without).push(item);
  }
  const bins = filled.map(
    (list, index): ConfidenceBin<T> => ({
      from: index / binCount,
      to: (index + 1) / binCount,
      count: list.length,
      precision: ratio(list.filter(({ correct }) => correct).length, list.length),
      meanConfidence: ratio(
        list.reduce((sum, { confidence }) => sum + (confidence ?? 0), 0),
        list.length,
      ),
      items: list,
    }),
  );
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const error = bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.precision - bin.meanConfidence), 0);
  return { bins, expectedCalibrationError: ratio(error, count), count, without };
}
