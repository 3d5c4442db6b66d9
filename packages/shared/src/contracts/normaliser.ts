/** What is taken away before two strings are compared, in this order; the names stand in the signal the annotator reads. */
export const normalisers = [
  "width_and_case",
  "marks",
  "tatweel_and_joiners",
  "punctuation",
  "han_variants",
  "letter_variants",
  "kana",
  "spaces",
] as const;
export type Normaliser = (typeof normalisers)[number];
