import { MAX_TEXT, pendingReview, Text } from "@spanbridge/shared";
import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import type { SegmentMeta, SegmentRecord } from "../record.ts";
import { show } from "../show.ts";
import { alignTokens } from "./align.ts";
import type { Comments } from "./comments.ts";
import { readTags } from "./tags.ts";
import type { TokenLine } from "./token-lines.ts";

/** Languages written without spaces between words. */
const UNSPACED = new Set(["zh", "ja", "th", "lo", "km", "my", "yue", "wuu", "bo", "dz"]);

/** Puts a sentence together. What comes back is a record only if the report has no errors. */
export function readSentence(
  comments: Comments,
  tokens: readonly TokenLine[],
  document: string | null,
  sourceLang: string | null,
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  if (tokens.length === 0 && !report.failed) {
    report.error("tokens", "no_tokens", "The sentence has no token lines.");
  }
  if (report.failed) return undefined;
  const textLine = comments.text?.number ?? report.row;
  const sourceText = comments.text?.text ?? joinTokens(tokens, sourceLang, report);
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
  const { spans, spanExtras } = readTags(tokens, ranges, text, context, report);
  if (report.failed) return undefined;
  const { id, others } = comments;
  if (id !== null && !context.seen.add(id)) {
    report.error("sent_id", "duplicate_segment", `The id ${show(id)} has occurred before in this file.`);
    return undefined;
  }
  const forms = joined.length > 0 ? { forms: tokens.map(({ form }) => form) } : {};
  const meta: SegmentMeta = {
    tokens: { source: { ranges, ...forms } },
    ...(others.length > 0 && { extra: { comments: others } }),
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

function joinTokens(tokens: readonly TokenLine[], sourceLang: string | null, report: RowReport): string {
  const spaced = !UNSPACED.has((sourceLang ?? "").split("-", 1)[0]?.toLowerCase() ?? "");
  const how = spaced ? "with spaces between them" : "without spaces";
  report.warning("text", "text_missing", `There is no "# text" line; the tokens were joined ${how}.`);
  return tokens.map(({ form }) => form).join(spaced ? " " : "");
}
