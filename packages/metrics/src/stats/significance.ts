import { DEFAULT_SAMPLES, quantile, type Resampling } from "./bootstrap.ts";
import { seededRandom } from "./random.ts";
import { addTo, type Statistic, sumTallies, type Tally } from "./tally.ts";

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

const differenceOf = (documents: readonly PairedTally[], statistic: Statistic): number =>
  statistic(sumTallies(documents.map(({ a }) => a))) - statistic(sumTallies(documents.map(({ b }) => b)));

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
  const difference = differenceOf(documents, statistic);
  const sumA = sumTallies(documents.map(({ a }) => a));
  const sumB = [...sumA];
  let extreme = 0;
  for (let sample = 0; sample < samples; sample++) {
    sumA.fill(0);
    sumB.fill(0);
    for (const { a, b } of documents) {
      const swap = random.below(2) === 1;
      addTo(sumA, swap ? b : a);
      addTo(sumB, swap ? a : b);
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
  const difference = differenceOf(documents, statistic);
  const sumA = sumTallies(documents.map(({ a }) => a));
  const sumB = [...sumA];
  const drawn = new Float64Array(samples);
  let extreme = 0;
  for (let sample = 0; sample < samples; sample++) {
    sumA.fill(0);
    sumB.fill(0);
    for (let count = 0; count < documents.length; count++) {
      const document = documents[random.below(documents.length)];
      addTo(sumA, document?.a ?? []);
      addTo(sumB, document?.b ?? []);
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
