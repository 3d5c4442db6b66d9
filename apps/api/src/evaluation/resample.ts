import { setImmediate as nextTurn } from "node:timers/promises";
import {
  approximateRandomisation,
  bootstrapInterval,
  f1OfTally,
  type PairedTally,
  pairedBootstrap,
  type Statistic,
  scoresOf,
  type Tally,
} from "@spanbridge/metrics";
import type { Evaluation, EvaluationOptions, ScoreRange, SystemFigures } from "@spanbridge/shared/contracts";
import { AppError } from "../error.ts";
import type { Units } from "./units.ts";

type Resampling = Pick<EvaluationOptions, "seed" | "samples">;

const LEVEL = 0.95;

const precisionOfTally: Statistic = ([correct = 0, predicted = 0, gold = 0]) =>
  scoresOf({ correct, predicted, gold }).precision;
const recallOfTally: Statistic = ([correct = 0, predicted = 0, gold = 0]) =>
  scoresOf({ correct, predicted, gold }).recall;
/** Of links: predicted, sure, found among sure. There are no possible ones here. */
const linkF1OfTally: Statistic = ([predicted = 0, gold = 0, correct = 0]) =>
  scoresOf({ correct, predicted, gold }).f1;

/** Drawing takes a moment for each figure: others get their turn in between, and it can be called off. */
async function inTurn<T>(signal: AbortSignal, work: () => T): Promise<T> {
  await nextTurn();
  if (signal.aborted) throw new AppError("cancelled", "The evaluation was cancelled.");
  return work();
}

export async function intervalsOf(
  units: Units,
  labels: readonly string[],
  hasLinks: boolean,
  { seed, samples }: Resampling,
  signal: AbortSignal,
): Promise<SystemFigures["intervals"]> {
  const interval = (tallies: readonly Tally[], statistic: Statistic): Promise<ScoreRange> =>
    inTurn(signal, () => {
      const { low, high } = bootstrapInterval(tallies, statistic, { seed, samples, level: LEVEL });
      return { low, high };
    });
  const strict = units.tallies("strict");
  const perLabel: (ScoreRange & { label: string })[] = [];
  for (const label of labels) {
    perLabel.push({ label, ...(await interval(units.labelTallies(label), f1OfTally)) });
  }
  return {
    unit: units.unit,
    grouped: units.grouped,
    units: units.size,
    samples,
    seed,
    level: LEVEL,
    strict: {
      precision: await interval(strict, precisionOfTally),
      recall: await interval(strict, recallOfTally),
      f1: await interval(strict, f1OfTally),
    },
    exactF1: await interval(units.tallies("exact"), f1OfTally),
    perLabel,
    linkF1: hasLinks ? await interval(units.linkTallies(), linkF1OfTally) : null,
  };
}

type Difference = NonNullable<Evaluation["comparison"]>["strictF1"];

/** p by approximate randomisation, the interval by a paired bootstrap; both draw the same units for both systems. */
export async function differenceOf(
  a: Units,
  b: Units,
  of: "strict" | "exact",
  { seed, samples }: Resampling,
  signal: AbortSignal,
): Promise<Difference> {
  const others = b.tallies(of);
  const pairs = a.tallies(of).flatMap((tally, index): PairedTally[] => {
    const other = others[index];
    return other ? [{ a: tally, b: other }] : [];
  });
  const { difference, p } = await inTurn(signal, () =>
    approximateRandomisation(pairs, f1OfTally, { seed, samples }),
  );
  const { low, high } = await inTurn(signal, () => pairedBootstrap(pairs, f1OfTally, { seed, samples }));
  return { difference, p, low, high };
}
