import { MAX_TEXT, Text } from "@spanbridge/shared";
import type { ParseOptions, Parser } from "../codec.ts";
import { type FileContext, fileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { readComments } from "../iob2/comments.ts";
import { blockParser } from "../lines/blocks.ts";
import type { SegmentRecord, TokenRange } from "../record.ts";
import { show } from "../show.ts";
import { alignTokens } from "../tokens/align.ts";
import { recordOf, type SentenceFacts } from "../tokens/sentence.ts";
import { Tally } from "../totals.ts";
import { conlluImportOptions } from "./options.ts";
import { readWords, type Words } from "./words.ts";

/** Key of the metadata that holds the lines of a sentence. */
export const LINES_KEY = "conllu";

/** Universal Dependencies with entities in MISC. A sentence is a row. */
export function createConlluParser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const { sourceLang } = context;
  const { key } = conlluImportOptions.read(options.options);
  const totals = new Tally();
  let document: string | null = null;
  return blockParser(options, {
    totals,
    isComment: (line) => line.startsWith("#"),
    block: ({ report, comments: commentLines, lines, damaged }) => {
      const { id, text, document: named, others } = readComments(commentLines, report);
      if (named !== undefined) document = named;
      if (lines.length === 0 && id === null && text === null && !report.failed) return undefined;
      if (damaged) return totals.close(undefined, report);
      const words = readWords(lines, key, context, report);
      if (words.words.length === 0 && !report.failed) {
        report.error("tokens", "no_tokens", "The sentence has no words.");
      }
      if (report.failed) return totals.close(undefined, report);
      const extra = { ...(others.length > 0 && { comments: others }), [LINES_KEY]: words.kept };
      const facts = { id, text, document, sourceLang, extra, join: "none", warnOfJoin: "never" } as const;
      return totals.close(readSentence(facts, words, context, report), report);
    },
  });
}

function readSentence(
  facts: SentenceFacts,
  { words, surfaces }: Words,
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  const value = facts.text?.text ?? joined(surfaces);
  if (value.length > MAX_TEXT) {
    const message = `Is ${value.length} characters long; ${MAX_TEXT} at most are read.`;
    report.error("text", "too_long", message);
    return undefined;
  }
  const text = new Text(value);
  const aligned = alignTokens(
    surfaces.map(({ form }) => form),
    text,
  );
  if (!aligned.ok) {
    const { token, there } = aligned.error;
    const surface = surfaces[token];
    const message = surface
      ? `The token ${show(surface.form)} is not in the text here; after the tokens before it comes ${show(there)}.`
      : `The text goes on with ${show(there)} after the last token.`;
    report.error("form", surface ? "token_not_found" : "text_left", message, surface?.number ?? report.row);
    return undefined;
  }
  const ranges: TokenRange[] = [];
  for (const [at, { from, to }] of surfaces.entries()) {
    const range = aligned.value.ranges[at] ?? [0, 0];
    for (let word = from; word < to; word++) ranges.push(range);
  }
  const hasForms = aligned.value.joined.length > 0 || surfaces.length < words.length;
  return recordOf(facts, text, { ranges, hasForms }, words, context, report);
}

function joined(surfaces: Words["surfaces"]): string {
  let text = "";
  for (const [at, { form, spaceAfter }] of surfaces.entries()) {
    text += form + (spaceAfter && at < surfaces.length - 1 ? " " : "");
  }
  return text;
}
