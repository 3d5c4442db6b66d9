import { FEATURES } from "./feature-names.ts";
import { addSlopes, type Example, type Packed, pack } from "./pack.ts";
import type { Weights } from "./rank.ts";

export type { Example } from "./pack.ts";

export type LearnSettings = {
  readonly steps: number;
  readonly rate: number;
  readonly shrink: number;
  readonly shrinkOwn: number;
};

export const learnDefaults: LearnSettings = { steps: 250, rate: 0.05, shrink: 0.5, shrinkOwn: 2 };

/**
 * Weights that make the right candidates likely: a conditional log-linear model with "nowhere" as one more choice, by Adam
 * on the whole set (so that the result depends on nothing but the examples), shrunk towards 0 for all languages and, more,
 * towards the shared weights for each language. With `towards` it is shrunk towards those weights instead: a few examples
 * then change little of what many have taught.
 */
export function learn(
  examples: readonly Example[],
  settings = learnDefaults,
  start?: Weights,
  towards?: Weights,
): Weights {
  const packed = pack(examples);
  const { languages } = packed;
  const size = FEATURES * (languages.length + 1);
  const values = new Float64Array(size);
  if (start) seed(values, start, languages);
  const middle = new Float64Array(size);
  if (towards) seed(middle, towards, languages);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let step = 1; step <= settings.steps; step++) {
    const gradient = gradientOf(packed, values);
    for (let at = 0; at < size; at++) {
      const shrink = at < FEATURES ? settings.shrink : settings.shrinkOwn;
      const slope = (gradient[at] ?? 0) - shrink * ((values[at] ?? 0) - (middle[at] ?? 0));
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = (values[at] ?? 0) + (settings.rate * mean) / spread;
    }
  }
  return split(values, languages, start);
}

function seed(values: Float64Array, start: Weights, languages: readonly string[]): void {
  values.set(start.shared);
  languages.forEach((language, index) => {
    const own = start.byLanguage.get(language);
    if (own) values.set(own, FEATURES * (index + 1));
  });
}

function split(values: Float64Array, languages: readonly string[], start: Weights | undefined): Weights {
  return {
    shared: Float32Array.from(values.subarray(0, FEATURES)),
    byLanguage: new Map(
      languages.map((language, index) => [
        language,
        Float32Array.from(values.subarray(FEATURES * (index + 1), FEATURES * (index + 2))),
      ]),
    ),
    confidence: start?.confidence ?? [0, 1],
    mentions: start?.mentions ?? new Map(),
  };
}

/** Slopes of the shared weights, then of what each language adds to them. */
function gradientOf(packed: Packed, values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length - FEATURES);
  for (let at = 0; at < sums.length; at++)
    sums[at] = (values[FEATURES + at] ?? 0) + (values[at % FEATURES] ?? 0);
  const own = new Float64Array(sums.length);
  addSlopes(packed, sums, FEATURES, own);
  const gradient = new Float64Array(values.length);
  gradient.set(own, FEATURES);
  for (let at = 0; at < own.length; at++)
    gradient[at % FEATURES] = (gradient[at % FEATURES] ?? 0) + (own[at] ?? 0);
  return gradient;
}
