import { seededRandom } from "./random.ts";
import { type Statistic, type Tally, TallyTable } from "./tally.ts";

export type Resampling = {
  readonly seed: number;
  /** How many samples are drawn; 1,000 unless given. */
  readonly samples?: number;
};

export type Interval = {
  /** The statistic of all documents. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** E.g. 0.95. */
  readonly level: number;
  readonly documents: number;
  readonly samples: number;
};

export const DEFAULT_SAMPLES = 1000;

/**
 * Percentile bootstrap (Efron 1979) over documents: as many documents are drawn, with replacement, as there are; the
 * interval holds the middle `level` of the samples' statistics. With fewer than about 20 documents it is too narrow:
 * show the number beside it. With one document it is a point.
 */
export function bootstrapInterval(
  documents: readonly Tally[],
  statistic: Statistic,
  { seed, samples = DEFAULT_SAMPLES, level = 0.95 }: Resampling & { readonly level?: number },
): Interval {
  const random = seededRandom(seed);
  const drawn = new Float64Array(samples);
  const table = new TallyTable(documents);
  const sum = table.sum();
  const value = statistic(sum);
  for (let sample = 0; sample < samples; sample++) {
    sum.fill(0);
    for (let count = 0; count < table.rows; count++) table.addRow(random.below(table.rows), sum);
    drawn[sample] = statistic(sum);
  }
  drawn.sort();
  return {
    value,
    low: quantile(drawn, (1 - level) / 2),
    high: quantile(drawn, (1 + level) / 2),
    level,
    documents: documents.length,
    samples,
  };
}

/** Linear between neighbours, as NumPy's default (Hyndman & Fan, type 7). `sorted` ascending; 0 when empty. */
export function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
