import type { MentionHabit } from "./score/rank.ts";

/** Weights as JSON: by name, so that a feature that came or went does not shift the others. */
export type StoredWeights = {
  readonly shared: Readonly<Record<string, number>>;
  readonly byLanguage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly confidence: readonly number[];
  readonly mentions: Readonly<Record<string, MentionHabit>>;
};
