/**
 * Why a projection asks for a look: the closed list of reasons that engines record with their results. Each carries a
 * sentence of its own about the case at hand; `signalTitles` and `signalHelp` say what the kind means.
 */
export const projectionSignalKinds = [
  "not_literal",
  "placed_after_normalisation",
  "several_occurrences",
  "not_projected",
  "counts_differ",
  "label_conflicts_with_memory",
  "engines_disagree",
  "low_margin",
  "boundary_inside_word",
  "suffix_or_title_adjacent",
  "overlap",
  "format_repaired",
  "back_translation_differs",
] as const;
export type ProjectionSignalKind = (typeof projectionSignalKinds)[number];

export const signalTitles: Readonly<Record<ProjectionSignalKind, string>> = {
  not_literal: "Answer not in the sentence",
  placed_after_normalisation: "Written another way",
  several_occurrences: "Several occurrences",
  not_projected: "No place found",
  counts_differ: "Counts differ",
  label_conflicts_with_memory: "Label differs from memory",
  engines_disagree: "Engines disagree",
  low_margin: "A close call",
  boundary_inside_word: "Edge inside a word",
  suffix_or_title_adjacent: "Suffix or title beside it",
  overlap: "Overlaps another span",
  format_repaired: "Answer needed repair",
  back_translation_differs: "Translates back differently",
};

/** One sentence for the annotator: what was seen, and what to look for. */
export const signalHelp: Readonly<Record<ProjectionSignalKind, string>> = {
  not_literal:
    "The model named a phrase that is not in the source text; mark the right one, or say that there is none.",
  placed_after_normalisation:
    "The answer is in the text only in another form (script variant, case, accents, an ending); check the edges.",
  several_occurrences: "The phrase stands in the text more than once; check that the right one was taken.",
  not_projected:
    "No place in the source was found for this entity; mark it, or say that it has no counterpart.",
  counts_differ:
    "A name stands more often in the translation than in the source, or less; look for a missed or an added one.",
  label_conflicts_with_memory: "Accepted segments label this name differently.",
  engines_disagree: "Two ways of finding the place gave different spans.",
  low_margin: "Another place was nearly as likely.",
  boundary_inside_word: "The span begins or ends inside a word.",
  suffix_or_title_adjacent:
    "A title or a word for the kind of place stands right beside the span; it may belong to it.",
  overlap: "The place found overlaps another span.",
  format_repaired:
    "The model's answer was not in the agreed form and had to be repaired before it could be read.",
  back_translation_differs: "Translated back, the source span does not give the English name.",
};
