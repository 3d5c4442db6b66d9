import type { ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { readComments } from "../iob2/comments.ts";
import { blockParser, type NumberedLine } from "../lines/blocks.ts";
import { readSentence } from "../tokens/sentence.ts";
import { Tally } from "../totals.ts";
import { type Columns, isComment, isDocumentStart, readLines } from "./lines.ts";
import { conllImportOptions } from "./options.ts";

/** Columns with a token and a tag, a line each, sentences with blank lines between them. */
export function createConllParser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const { sourceLang } = context;
  const { token_column, tag_column, separator, scheme, join } = conllImportOptions.read(options.options);
  const columns: Columns = { separator, token: columnOf(token_column, 1), tag: columnOf(tag_column, 0) };
  const totals = new Tally();
  let document: string | null = null;
  let documents = 0;

  /** Takes document lines out; some files have no blank line behind them. */
  const withoutStart = (lines: readonly NumberedLine[]): readonly NumberedLine[] => {
    const [first] = lines;
    if (!first || !isDocumentStart(first.text)) return lines;
    document = String(++documents);
    return withoutStart(lines.slice(1));
  };

  return blockParser(options, {
    totals,
    isComment: (line) => isComment(line, columns),
    block: ({ report, comments: commentLines, lines: all, damaged }) => {
      const comments = readComments(commentLines, report);
      const lines = withoutStart(all);
      if (comments.document !== undefined) document = comments.document;
      const isHeader = lines.length === 0 && comments.id === null && comments.text === null;
      if (isHeader && !report.failed) return undefined;
      if (damaged) return totals.close(undefined, report);
      const tokens = readLines(lines, columns, context, report);
      const { id, text, others } = comments;
      const hasSpaces = tokens.some(({ form }) => form.trim() === "");
      const facts = {
        id,
        text,
        document,
        sourceLang,
        extra: others.length > 0 ? { comments: others } : null,
        join: join === "auto" ? (hasSpaces ? "none" : "language") : join,
        warnOfJoin: "once",
        iob1: scheme === "iob1",
      } as const;
      return totals.close(readSentence(facts, tokens, context, report), report);
    },
  });
}

const columnOf = (value: string, missing: number): number =>
  /^[1-9]\d{0,3}$/.test(value.trim()) ? Number(value) : missing;
