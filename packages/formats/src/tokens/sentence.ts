import { MAX_TEXT, pendingReview, Text } from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { JsonObject, SegmentMeta, SegmentRecord, TokenRange } from "../record.ts";
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
  /** When tokens that had to be joined are a warning: in each sentence, once a file, or never (where all of it is there). */
  readonly warnOfJoin: "each" | "once" | "never";
  /** Characters are no tokens to be kept. Default true. */
  readonly keepTokens?: boolean;
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
  return recordOf(facts, text, { ranges, hasForms: joined.length > 0 }, tokens, context, report);
}

/** A sentence whose tokens are placed. `hasForms`: some are written otherwise than the text under them. */
export function recordOf(
  { id, document, sourceLang, extra, iob1, keepTokens = true }: SentenceFacts,
  text: Text,
  { ranges, hasForms }: { readonly ranges: readonly TokenRange[]; readonly hasForms: boolean },
  tokens: readonly TokenLine[],
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  const { spans, spanExtras } = readTags(tokens, ranges, text, context, report, iob1);
  if (report.failed) return undefined;
  if (id !== null && !context.seen.add(id)) {
    report.error("sent_id", "duplicate_segment", `The id ${show(id)} has occurred before in this file.`);
    return undefined;
  }
  const forms = hasForms ? { forms: tokens.map(({ form }) => form) } : {};
  const meta: SegmentMeta = {
    ...(keepTokens && { tokens: { source: { ranges, ...forms } } }),
    ...(extra && { extra }),
  };
  return {
    id,
    document,
    sourceLang,
    annotation: {
      sourceText: text.value,
      pivotText: "",
      spans,
      links: [],
      absences: [],
      review: pendingReview,
      flagged: false,
      notes: [],
    },
    originalPivotText: null,
    meta: keepTokens || extra ? meta : null,
    spanExtras,
  };
}

/** Whether tokens of a language have spaces between them where nothing else says so. */
export const joinedWithSpaces = (language: string): boolean =>
  !UNSPACED.has(language.split("-", 1)[0]?.toLowerCase() ?? "");

function joinTokens(
  tokens: readonly TokenLine[],
  { join, sourceLang, warnOfJoin }: SentenceFacts,
  context: FileContext,
  report: RowReport,
): string {
  const spaced = join === "spaces" || (join === "language" && joinedWithSpaces(sourceLang ?? ""));
  const how = spaced ? "with spaces between them" : "without spaces";
  if (warnOfJoin === "each") {
    report.warning("text", "text_missing", `There is no "# text" line; the tokens were joined ${how}.`);
  } else if (warnOfJoin === "once" && !context.warned.has("text_missing")) {
    context.warned.add("text_missing");
    const message = `The file does not have the text itself: here and in the rest of it the tokens were joined ${how}.`;
    report.warning("text", "text_missing", message);
  }
  return tokens.map(({ form }) => form).join(spaced ? " " : "");
}
