import type { Span } from "@spanbridge/shared";
import type { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";
import { isMeaningful } from "./comments.ts";

/** Why something is not in an .iob2 file, for people. */
export const lossMessages = {
  translation: "The format holds the source text only: translations are not in the file.",
  pivot_spans: "The format holds the source text only: entities of the translation are not in the file.",
  links: "The format has no links between the two sides.",
  absences: "The format has no mark for an entity without a counterpart.",
  overlapping_spans:
    "The format has no overlapping entities: of those that overlap, the longest is in the file.",
  span_inside_token:
    "The entity begins or ends inside a token of the imported tokenisation and is not in the file.",
  token_cut: "A word was cut in two at an entity's edge, because the text came without tokens.",
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
  no_tokens: "The text has no words; the segment is not in the file.",
} as const;
export type LossCode = keyof typeof lossMessages;

/** Counts a loss of one segment. */
export type Lose = (code: LossCode, what: string) => void;

export const loser =
  (losses: LossCounter, segment: string): Lose =>
  (code, what) =>
    losses.add(code, lossMessages[code], segment, what);

/** What of a segment has no place in the format, whatever its tokens. */
export function countLosses(record: SegmentRecord, written: readonly Span[], lose: Lose): void {
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
  for (const key of Object.keys(meta?.extra ?? {})) {
    if (key !== "comments" || commentsOf(record).length === 0) lose("metadata", key);
  }
  for (const { id } of written) {
    for (const key of Object.keys(spanExtras?.[id] ?? {}))
      if (key !== "annotator") lose("metadata", `${id} ${key}`);
  }
}

/** The comment lines that came with a sentence; none where the key holds anything else. */
export function commentsOf({ meta }: SegmentRecord): readonly string[] {
  const comments = meta?.extra?.comments;
  if (!Array.isArray(comments)) return [];
  const lines: string[] = [];
  for (const line of comments) {
    if (typeof line !== "string" || !line.startsWith("#") || /[\n\r]/.test(line) || isMeaningful(line))
      return [];
    lines.push(line);
  }
  return lines;
}
