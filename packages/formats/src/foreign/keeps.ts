import type { Keeps } from "./losses.ts";

/** A format that has a place for nothing but the source text; each format says what it has more. */
const nothing: Keeps = {
  pivot: false,
  spans: false,
  links: false,
  scores: false,
  linkScores: false,
  states: new Set(),
  reason: false,
  flags: false,
  document: false,
  language: false,
  metadata: false,
  spanMetadata: false,
  tokens: false,
};

export const keeps = (more: Partial<Keeps>): Keeps => ({ ...nothing, ...more });
