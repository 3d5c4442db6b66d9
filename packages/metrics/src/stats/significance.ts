import { DEFAULT_SAMPLES, quantile, type Resampling } from "./bootstrap.ts";
import { seededRandom } from "./random.ts";
import { type Statistic, type Tally, TallyTable } from "./tally.ts";

/** One document as two systems did on it. */
export type PairedTally = { readonly a: Tally; readonly b: Tally };

export type Significance = {
  /** Statistic of A minus that of B, over all documents. */
  readonly difference: number;
  /** Two-sided; never 0, at least 1 / (samples + 1). */
  readonly p: number;
  readonly documents: number;
  readonly samples: number;
};

const tablesOf = (documents: readonly PairedTally[]): readonly [TallyTable, TallyTable] => [
  new TallyTable(documents.map(({ a }) => a)),
  new TallyTable(documents.map(({ b }) => b)),
];

/** Sums of floats in another order may differ in the last bits; equal counts must count as equal. */
const atLeast = (value: number, limit: number): boolean => value >= limit - 1e-12;

/**
 * Approximate randomisation (Noreen 1989; Yeh 2000): if both systems were alike, it would not matter which of them did
 * which document's result. Each sample swaps the two at random, document by document; p is the share of samples, with
 * the real one, in which the difference is at least as large either way. Needs no assumption on the distribution.
 */
export function approximateRandomisation(
  documents: readonly PairedTally[],
  statistic: Statistic,
  { seed, samples = DEFAULT_SAMPLES }: Resampling,
): Significance {
  const random = seededRandom(seed);
  const [tableA, tableB] = tablesOf(documents);
  const sumA = tableA.sum();
  const sumB = tableB.sum();
  const difference = statistic(sumA) - statistic(sumB);
  let extreme = 0;
  for (let sample = 0; sample < samples; sample++) {
    sumA.fill(0);
    sumB.fill(0);
    for (let row = 0; row < tableA.rows; row++) {
      const swap = random.below(2) === 1;
      tableA.addRow(row, swap ? sumB : sumA);
      tableB.addRow(row, swap ? sumA : sumB);
    }
    if (atLeast(Math.abs(statistic(sumA) - statistic(sumB)), Math.abs(difference))) extreme++;
  }
  return { difference, p: (extreme + 1) / (samples + 1), documents: documents.length, samples };
}

/**
 * Paired bootstrap: the same documents are drawn for both systems. `low` to `high` holds the middle 95 % of the differences;
 * p is the share of samples whose difference is as far from the real one as the real one is from 0 (Berg-Kirkpatrick et al. 2012).
 */
export function pairedBootstrap(
  documents: readonly PairedTally[],
  statistic: Statistic,
  { seed, samples = DEFAULT_SAMPLES }: Resampling,
): Significance & { readonly low: number; readonly high: number } {
  const random = seededRandom(seed);
  const [tableA, tableB] = tablesOf(documents);
  const sumA = tableA.sum();
  const sumB = tableB.sum();
  const difference = statistic(sumA) - statistic(sumB);
  const drawn = new Float64Array(samples);
  let extreme = 0;
  for (let sample = 0; sample < samples; sample++) {
    sumA.fill(0);
    sumB.fill(0);
    for (let count = 0; count < tableA.rows; count++) {
      const row = random.below(tableA.rows);
      tableA.addRow(row, sumA);
      tableB.addRow(row, sumB);
    }
    const found = statistic(sumA) - statistic(sumB);
    drawn[sample] = found;
    if (atLeast(Math.abs(found - difference), Math.abs(difference))) extreme++;
  }
  drawn.sort();
  return {
    difference,
    p: (extreme + 1) / (samples + 1),
    low: quantile(drawn, 0.025),
    high: quantile(drawn, 0.975),
    documents: documents.length,
    samples,
  };
}
