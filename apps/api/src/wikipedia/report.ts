import type { Outcome } from "@spanbridge/projection";
import { type WikipediaReason, type WikipediaStep, wikipediaReasons } from "@spanbridge/shared/contracts";

export type BuildCounts = {
  readonly names: number;
  readonly accepted: number;
  /** Of the accepted, those whose title was in the text letter by letter. */
  readonly literal: number;
  /** How often each step was needed. */
  readonly steps: Readonly<Partial<Record<WikipediaStep, number>>>;
  readonly rejected: Readonly<Record<WikipediaReason, number>>;
};

/** Counts what became of names; each name is counted once, and the numbers add up. */
export function countOutcomes(outcomes: Iterable<Outcome>): BuildCounts {
  const rejected = Object.fromEntries(wikipediaReasons.map((reason) => [reason, 0])) as Record<
    WikipediaReason,
    number
  >;
  const steps: Partial<Record<WikipediaStep, number>> = {};
  let [names, accepted, literal] = [0, 0, 0];
  for (const outcome of outcomes) {
    names++;
    if (outcome.kind === "rejected") {
      rejected[outcome.reason]++;
      continue;
    }
    accepted++;
    if (outcome.pair.steps.length === 0) literal++;
    for (const step of outcome.pair.steps) steps[step] = (steps[step] ?? 0) + 1;
  }
  return { names, accepted, literal, steps, rejected };
}
