import type { LossCounter } from "../losses.ts";
import type { SegmentRecord } from "../record.ts";

/** What a format has a place for. What it has none for is counted as lost. */
export type Keeps = {
  readonly pivot: boolean;
  readonly spans: boolean;
  readonly links: boolean;
  /** Confidence of spans. */
  readonly scores: boolean;
  readonly linkScores: boolean;
  /** Review states that can be written, with the reason of a rejection where `reason` is true. */
  readonly states: ReadonlySet<SegmentRecord["annotation"]["review"]["state"]>;
  readonly reason: boolean;
  readonly flags: boolean;
  readonly document: boolean;
  readonly language: boolean;
  readonly metadata: boolean;
  readonly spanMetadata: boolean;
  readonly tokens: boolean;
};

const messages = {
  translation: "The format holds one text: translations are not in the file.",
  pivot_spans: "Entities of the translation have no place in the format.",
  spans: "The format has no entities.",
  links: "The format has no links between the two texts.",
  absences: "The format has no mark for an entity without a counterpart.",
  scores: "The format has no place for the scores of entities.",
  link_scores: "The format has no place for the scores of links.",
  provenance: "The format does not say who made or changed an entity.",
  review: "The format has no place for this review state.",
  review_reason: "The format has no place for the reason of a rejection.",
  flags: "The format has no flags.",
  notes: "The format has no place for notes.",
  document: "The format has no place for the document's name.",
  language: "The format has no place for the row's own language.",
  metadata: "The format has no place for this metadata.",
  tokens: "The imported tokens are not in the file.",
  line_breaks: "Line breaks and tabs in a text became spaces.",
  control_characters: "Control characters, which XML cannot hold, became spaces.",
  long_name: "The name is too long for a file and was left out.",
  original_translation: "The translation is in the file as it reads now, not as it was first imported.",
} as const;

export type ForeignLossCode = keyof typeof messages;
export type ForeignLose = (code: ForeignLossCode, what: string) => void;

export const foreignLoser =
  (losses: LossCounter, segment: string): ForeignLose =>
  (code, what) =>
    losses.add(code, messages[code], segment, what);

/** Counts what of a segment the format has no place for. `projectLang` goes without saying. */
export function countForeignLosses(
  record: SegmentRecord,
  keeps: Keeps,
  projectLang: string | null,
  lose: ForeignLose,
): void {
  const { annotation, meta } = record;
  const { review, pivotText } = annotation;
  if (!keeps.pivot && pivotText !== "") lose("translation", pivotText);
  countSpans(record, keeps, lose);
  for (const { pivot, source, provenance } of annotation.links) {
    if (!keeps.links) lose("links", `${pivot} – ${source}`);
    else if (!keeps.linkScores && provenance.confidence !== undefined) {
      lose("link_scores", `${pivot} – ${source}`);
    }
  }
  for (const { span, reason } of annotation.absences) lose("absences", `${span} ${reason}`);
  if (review.state !== "pending" && !keeps.states.has(review.state)) lose("review", review.state);
  else if (review.reason !== "" && !keeps.reason) lose("review_reason", review.reason);
  if (annotation.flagged && !keeps.flags) lose("flags", "flagged");
  for (const { text } of annotation.notes) lose("notes", text);
  if (record.document !== null && !keeps.document) lose("document", record.document);
  if (record.sourceLang !== null && !keeps.language && record.sourceLang !== projectLang) {
    lose("language", record.sourceLang);
  }
  if (record.originalPivotText !== null) lose("original_translation", record.originalPivotText);
  if (meta?.tokens && !keeps.tokens) lose("tokens", "tokens");
  if (!keeps.metadata) for (const key of Object.keys(meta?.extra ?? {})) lose("metadata", key);
}

function countSpans({ annotation, spanExtras }: SegmentRecord, keeps: Keeps, lose: ForeignLose): void {
  for (const { id, side, label, provenance } of annotation.spans) {
    if (side === "pivot" && !keeps.pivot) {
      lose("pivot_spans", `${id} ${label}`);
      continue;
    }
    if (!keeps.spans) {
      lose("spans", `${id} ${label}`);
      continue;
    }
    if (provenance.confidence !== undefined && !keeps.scores) lose("scores", id);
    if (provenance.origin !== "import" || provenance.previous) lose("provenance", id);
    if (keeps.spanMetadata) continue;
    for (const key of Object.keys(spanExtras?.[id] ?? {})) lose("metadata", `${id} ${key}`);
  }
}
