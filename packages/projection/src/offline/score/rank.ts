import { FEATURES } from "./feature-names.ts";

/** How annotators of a language treat names of countries that no entity stands for: the share they mark, and of those marked the share that is a body, not a place. */
export type MentionHabit = { readonly marked: number; readonly body: number };

/** Weights of the learnt score: what all languages share, and what a language adds to it. */
export type Weights = {
  readonly shared: Float32Array;
  readonly byLanguage: ReadonlyMap<string, Float32Array>;
  /** Of the calibration; see `confidence.ts`. */
  readonly confidence: readonly number[];
  /** What annotators do with names of countries that no entity stands for; see `mentions.ts`. */
  readonly mentions: ReadonlyMap<string, MentionHabit>;
};

export function scoreOf(features: Float32Array, weights: Weights, language: string): number {
  const own = weights.byLanguage.get(language);
  let score = 0;
  for (let at = 0; at < FEATURES; at++) {
    const value = features[at] ?? 0;
    if (value !== 0) score += value * ((weights.shared[at] ?? 0) + (own ? (own[at] ?? 0) : 0));
  }
  return score;
}

/** Softmax over the candidates and "nowhere", whose score is 0. The rest to 1 is the probability of "nowhere". */
export function probabilities(
  features: readonly Float32Array[],
  weights: Weights,
  language: string,
): Float64Array {
  const scores = Float64Array.from(features, (one) => scoreOf(one, weights, language));
  let most = 0;
  for (const score of scores) most = Math.max(most, score);
  let total = Math.exp(-most);
  for (let at = 0; at < scores.length; at++) {
    const value = Math.exp((scores[at] ?? 0) - most);
    scores[at] = value;
    total += value;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / total;
  return scores;
}
