import { FEATURES } from "./feature-names.ts";
import { probabilities, type Weights } from "./rank.ts";

/** One entity to learn from: its candidates' features and which of them are right (several for a repeated name); none for "nowhere". */
export type Example = {
  readonly language: string;
  readonly features: readonly Float32Array[];
  readonly right: readonly number[];
};

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
 * towards the shared weights for each language.
 */
export function learn(examples: readonly Example[], settings = learnDefaults, start?: Weights): Weights {
  const languages = [...new Set(examples.map(({ language }) => language))].sort();
  const confidence = start?.confidence ?? [0, 1];
  const size = FEATURES * (languages.length + 1);
  const values = new Float64Array(size);
  if (start) seed(values, start, languages);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let step = 1; step <= settings.steps; step++) {
    const weights = split(values, languages, confidence);
    const gradient = gradientOf(examples, weights, languages);
    for (let at = 0; at < size; at++) {
      const shrink = at < FEATURES ? settings.shrink : settings.shrinkOwn;
      const slope = (gradient[at] ?? 0) - shrink * (values[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const mean = (first[at] ?? 0) / (1 - 0.9 ** step);
      const spread = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = (values[at] ?? 0) + (settings.rate * mean) / spread;
    }
  }
  return split(values, languages, confidence);
}

function seed(values: Float64Array, start: Weights, languages: readonly string[]): void {
  values.set(start.shared);
  languages.forEach((language, index) => {
    const own = start.byLanguage.get(language);
    if (own) values.set(own, FEATURES * (index + 1));
  });
}

function split(values: Float64Array, languages: readonly string[], confidence: readonly number[]): Weights {
  return {
    shared: Float32Array.from(values.subarray(0, FEATURES)),
    byLanguage: new Map(
      languages.map((language, index) => [
        language,
        Float32Array.from(values.subarray(FEATURES * (index + 1), FEATURES * (index + 2))),
      ]),
    ),
    confidence,
  };
}

function gradientOf(
  examples: readonly Example[],
  weights: Weights,
  languages: readonly string[],
): Float64Array {
  const gradient = new Float64Array(FEATURES * (languages.length + 1));
  for (const { language, features, right } of examples) {
    const own = FEATURES * (languages.indexOf(language) + 1);
    const p = probabilities(features, weights, language);
    let mass = 0;
    for (const at of right) mass += p[at] ?? 0;
    const among = new Set(right);
    features.forEach((values, candidate) => {
      const likely = p[candidate] ?? 0;
      const target = among.has(candidate) && mass > 0 ? likely / mass : 0;
      const push = target - likely;
      if (Math.abs(push) < 1e-7) return;
      for (let at = 0; at < FEATURES; at++) {
        const value = values[at] ?? 0;
        if (value === 0) continue;
        gradient[at] = (gradient[at] ?? 0) + push * value;
        gradient[own + at] = (gradient[own + at] ?? 0) + push * value;
      }
    });
  }
  return gradient;
}
