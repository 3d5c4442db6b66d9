import type { Span } from "@spanbridge/shared";
import type { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";

/** Why something is not in a file made of tokens, for people. */
export const lossMessages = {
  translation: "The format holds the source text only: translations are not in the file.",
  pivot_spans: "The format holds the source text only: entities of the translation are not in the file.",
  links: "The format has no links between the two sides.",
  absences: "The format has no mark for an entity without a counterpart.",
  overlapping_spans:
    "The format has no overlapping entities: of those that overlap, the longest is in the file.",
  span_inside_token:
    "The entity begins or ends inside a token of the imported tokenisation and is not in the file.",
  span_widened: "The entity began or ended inside a token and was widened to whole tokens.",
  token_cut: "A word was cut in two at an entity's edge, because the text came without tokens.",
  imported_token_cut: "An imported token was cut in two at an entity's edge.",
  document: "The format has no place for the document's name.",
  segment_id: "The format has no place for ids.",
  language: "The format has no place for the row's own language.",
  span_without_token: "The entity covers no token, only white space, and is not in the file.",
  span_trimmed: "The entity begins or ends in white space, which the format leaves out of it.",
  span_cuts_character:
    "On its tokens the entity would begin or end inside a character; it is not in the file.",
  scores: "The format has no place for scores or for who made or changed an entity.",
  review: "The format has no review states.",
  flags: "The format has no flags.",
  notes: "The format has no notes.",
  metadata: "The format has no place for this metadata.",
  line_breaks: "Line breaks, tabs and other control characters in a text became spaces.",
  spacing:
    "The format has no white space: a reader that joins the tokens as the language is written gets another text.",
  reserved:
    "A token that has a meaning of its own in the format, or holds spaces, is written with underscores.",
  no_tokens: "The text has no words; the segment is not in the file.",
} as const;
export type LossCode = keyof typeof lossMessages;

/** Counts a loss of one segment. */
export type Lose = (code: LossCode, what: string) => void;

export const loser =
  (losses: LossCounter, segment: string): Lose =>
  (code, what) =>
    losses.add(code, lossMessages[code], segment, what);

/** What a format of tokens has a place for besides them. */
export type TokenKeeps = {
  readonly document: boolean;
  readonly language: boolean;
  /** A key of the metadata, and one of entities', that are in the file. */
  readonly key: string | null;
  readonly spanKey: string | null;
};

/** What of a segment has no place in the format, whatever its tokens. */
export function countLosses(
  record: SegmentRecord,
  written: readonly Span[],
  keeps: TokenKeeps,
  lose: Lose,
): void {
  const { annotation, meta, spanExtras } = record;
  if (annotation.pivotText !== "") lose("translation", annotation.pivotText);
  for (const { side, id, label } of annotation.spans)
    if (side === "pivot") lose("pivot_spans", `${id} ${label}`);
  for (const { pivot, source } of annotation.links) lose("links", `${pivot} – ${source}`);
  for (const { span, reason } of annotation.absences) lose("absences", `${span} ${reason}`);
  for (const { id, provenance } of written) {
    const { origin, confidence, previous } = provenance;
    if (origin !== "import" || confidence !== undefined || previous) lose("scores", id);
  }
  if (annotation.review.state !== "pending") lose("review", annotation.review.state);
  if (annotation.flagged) lose("flags", "flagged");
  for (const { text } of annotation.notes) lose("notes", text);
  if (record.document !== null && !keeps.document) lose("document", record.document);
  if (record.sourceLang !== null && !keeps.language) lose("language", record.sourceLang);
  for (const key of Object.keys(meta?.extra ?? {})) if (key !== keeps.key) lose("metadata", key);
  for (const { id } of written) {
    for (const key of Object.keys(spanExtras?.[id] ?? {}))
      if (key !== keeps.spanKey) lose("metadata", `${id} ${key}`);
  }
}
