import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { RowReport } from "../diagnostics.ts";
import { MAX_TOKENS } from "../limits.ts";
import { isBlank, lineParser } from "../line-parser.ts";
import { Tally } from "../totals.ts";
import { type NumberedLine, readComments } from "./comments.ts";
import { readSentence } from "./sentence.ts";
import { readTokenLines } from "./token-lines.ts";

/** The lines of a sentence so far. */
type Block = {
  readonly report: RowReport;
  readonly comments: NumberedLine[];
  readonly tokens: NumberedLine[];
  /** UTF-16 units of its lines. */
  size: number;
  full: boolean;
  /** Some lines are missing or unusable: nothing more can be said about the tokens. */
  damaged: boolean;
};

const MAX_BLOCK = 8_000_000;

/** A sentence is a row: lines up to a blank one. Comment lines alone, such as a file's header, are none. */
export function createIob2Parser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const { file, sourceLang = null } = options;
  const totals = new Tally();
  let block: Block | undefined;
  let document: string | null = null;
  /** Comments of a header; they go with the next sentence. */
  const waiting: string[] = [];

  const blockAt = (number: number): Block => {
    block ??= {
      report: new RowReport(file, number),
      comments: [],
      tokens: [],
      size: 0,
      full: false,
      damaged: false,
    };
    return block;
  };

  const addLine = (into: Block, line: NumberedLine): void => {
    if (into.full) return;
    into.size += line.text.length;
    if (into.size > MAX_BLOCK || into.tokens.length + into.comments.length >= MAX_TOKENS) {
      const message = `A sentence of more than ${MAX_TOKENS} lines or ${MAX_BLOCK} characters is not read.`;
      into.report.error("tokens", "too_many", message, line.number);
      into.full = true;
      into.damaged = true;
    } else if (line.text.includes("\0")) {
      const message = "Holds the character NUL (U+0000), which cannot be stored.";
      into.report.error("line", "nul_character", message, line.number);
      into.damaged = true;
    } else {
      (line.text.startsWith("#") ? into.comments : into.tokens).push(line);
    }
  };

  const close = (): ParsedItem | undefined => {
    if (!block) return undefined;
    const { report, comments: commentLines, tokens: tokenLines, damaged } = block;
    block = undefined;
    const comments = readComments(commentLines, report);
    if (comments.document !== undefined) document = comments.document;
    const isHeader = tokenLines.length === 0 && comments.id === null && comments.text === null;
    if (isHeader && !report.failed) {
      for (const comment of comments.others) if (waiting.length < MAX_TOKENS) waiting.push(comment);
      return undefined;
    }
    const others = [...waiting.splice(0), ...comments.others];
    if (damaged) return totals.close(undefined, report);
    const tokens = readTokenLines(tokenLines, context, report);
    const record = readSentence({ ...comments, others }, tokens, document, sourceLang, context, report);
    return totals.close(record, report);
  };

  return lineParser(options, {
    totals,
    line: (number, text) => {
      if (isBlank(text)) return close();
      addLine(blockAt(number), { number, text });
      return undefined;
    },
    unreadable: (number, code, message) => {
      const into = blockAt(number);
      into.damaged = true;
      into.report.error("line", code, message, number);
      return undefined;
    },
    end: close,
  });
}
