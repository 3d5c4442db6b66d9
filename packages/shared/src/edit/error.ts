import type { EditKind } from "./edit.ts";

/** Why an edit cannot be applied to an annotation. */
export const editErrorCodes = [
  "span_exists",
  "span_missing",
  "span_changed",
  "span_in_use",
  "span_duplicate",
  "span_overlaps",
  "outside_text",
  "cuts_cluster",
  "unknown_label",
  "link_exists",
  "link_missing",
  "link_sides",
  "absence_exists",
  "absence_missing",
  "absence_beside_link",
  "text_changed",
  "text_not_well_formed",
  "moves_disagree",
  "review_changed",
  "review_reason",
  "flag_changed",
  "note_exists",
  "note_missing",
  "builds_on_conflict",
] as const;
export type EditErrorCode = (typeof editErrorCodes)[number];

/** `message` is a sentence for the annotator. */
export type EditError = { readonly code: EditErrorCode; readonly edit: EditKind; readonly message: string };

const sentences: Record<EditErrorCode, string> = {
  span_exists: "This span is already there.",
  span_missing: "This span no longer exists.",
  span_changed: "This span was changed in the meantime.",
  span_in_use: "This span still has links or a 'no counterpart' mark.",
  span_duplicate: "There is already a span with this label at the same place.",
  span_overlaps: "This span would overlap another one, which this project does not allow.",
  outside_text: "This span does not lie inside the text.",
  cuts_cluster: "This span would cut a character in two.",
  unknown_label: "This label is not in the project's label set.",
  link_exists: "These two spans are already linked.",
  link_missing: "This link no longer exists.",
  link_sides: "A link joins a span of the translation and a span of the source.",
  absence_exists: "This span is already marked as having no counterpart.",
  absence_missing: "The 'no counterpart' mark is no longer there.",
  absence_beside_link: "A span with a link has a counterpart.",
  text_changed: "The translation was changed in the meantime.",
  text_not_well_formed: "The text holds a character that cannot be stored.",
  moves_disagree: "The spans do not fit the changed translation.",
  review_changed: "The state of this segment was changed in the meantime.",
  review_reason: "A rejection needs a reason, and only a rejection has one.",
  flag_changed: "The flag was changed in the meantime.",
  note_exists: "This note is already there.",
  note_missing: "This note no longer exists.",
  builds_on_conflict: "This builds on a change that no longer fits.",
};

export const editError = (code: EditErrorCode, edit: EditKind): EditError => ({
  code,
  edit,
  message: sentences[code],
});
