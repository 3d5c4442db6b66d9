import { MAX_TEXT, pendingReview, Text } from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { JsonObject, SegmentMeta, SegmentRecord } from "../record.ts";
import { show } from "../show.ts";
import { alignTokens } from "./align.ts";
import { readTags, type TokenLine } from "./tags.ts";

/** What a file says of a sentence besides its tokens. */
export type SentenceFacts = {
  readonly id: string | null;
  /** Null: the tokens are joined. */
  readonly text: { readonly number: number; readonly text: string } | null;
  readonly document: string | null;
  readonly sourceLang: string | null;
  readonly extra: JsonObject | null;
  /** How tokens are joined where there is no text. */
  readonly join: "language" | "spaces" | "none";
  /** Whether a text is expected in each sentence: its absence is a warning there, else once a file. */
  readonly expectsText: boolean;
  /** `I-` begins an entity by rule. */
  readonly iob1?: boolean;
};

/** Languages written without spaces between words. */
const UNSPACED = new Set(["zh", "ja", "th", "lo", "km", "my", "yue", "wuu", "bo", "dz"]);

/** Puts a sentence together. What comes back is a record only if the report has no errors. */
export function readSentence(
  facts: SentenceFacts,
  tokens: readonly TokenLine[],
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  const { id, document, sourceLang, extra } = facts;
  if (tokens.length === 0 && !report.failed) {
    report.error("tokens", "no_tokens", "The sentence has no token lines.");
  }
  if (report.failed) return undefined;
  const textLine = facts.text?.number ?? report.row;
  const sourceText = facts.text?.text ?? joinTokens(tokens, facts, context, report);
  if (sourceText.length > MAX_TEXT) {
    const message = `Is ${sourceText.length} characters long; ${MAX_TEXT} at most are read.`;
    report.error("text", "too_long", message, textLine);
    return undefined;
  }
  const text = new Text(sourceText);
  const aligned = alignTokens(
    tokens.map(({ form }) => form),
    text,
  );
  if (!aligned.ok) {
    const { token, there } = aligned.error;
    const line = tokens[token];
    if (line) {
      const message = `The token ${show(line.form)} is not in the text here; after the tokens before it comes ${show(there)}.`;
      report.error("token", "token_not_found", message, line.number);
    } else {
      const message = `The text goes on with ${show(there)} after the last token.`;
      report.error("text", "text_left", message, textLine);
    }
    return undefined;
  }
  const { ranges, joined } = aligned.value;
  const first = joined[0];
  if (first && !context.warned.has("joined")) {
    context.warned.add("joined");
    const forms = tokens.slice(first.from, first.to).map(({ form }) => show(form));
    const message = `The tokens ${forms.join(", ")} stand together for ${show(first.surface)}; contractions like it share one place in the text.`;
    report.warning("token", "joined_tokens", message, tokens[first.from]?.number);
  }
  const { spans, spanExtras } = readTags(tokens, ranges, text, context, report, facts.iob1);
  if (report.failed) return undefined;
  if (id !== null && !context.seen.add(id)) {
    report.error("sent_id", "duplicate_segment", `The id ${show(id)} has occurred before in this file.`);
    return undefined;
  }
  const forms = joined.length > 0 ? { forms: tokens.map(({ form }) => form) } : {};
  const meta: SegmentMeta = {
    tokens: { source: { ranges, ...forms } },
    ...(extra && { extra }),
  };
  return {
    id,
    document,
    sourceLang,
    annotation: {
      sourceText,
      pivotText: "",
      spans,
      links: [],
      absences: [],
      review: pendingReview,
      flagged: false,
      notes: [],
    },
    originalPivotText: null,
    meta,
    spanExtras,
  };
}

function joinTokens(
  tokens: readonly TokenLine[],
  { join, sourceLang, expectsText }: SentenceFacts,
  context: FileContext,
  report: RowReport,
): string {
  const unspaced = UNSPACED.has((sourceLang ?? "").split("-", 1)[0]?.toLowerCase() ?? "");
  const spaced = join === "spaces" || (join === "language" && !unspaced);
  if (expectsText || !context.warned.has("text_missing")) {
    context.warned.add("text_missing");
    const how = spaced ? "with spaces between them" : "without spaces";
    const message = expectsText
      ? `There is no "# text" line; the tokens were joined ${how}.`
      : `The format does not have the text itself: here and in the rest of the file the tokens were joined ${how}.`;
    report.warning("text", "text_missing", message);
  }
  return tokens.map(({ form }) => form).join(spaced ? " " : "");
}
