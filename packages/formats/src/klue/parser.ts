import type { ParseOptions, Parser } from "../codec.ts";
import { readLines } from "../conll/lines.ts";
import { fileContext } from "../context.ts";
import { MAX_ID } from "../limits.ts";
import { blockParser } from "../lines/blocks.ts";
import { readSentence } from "../tokens/sentence.ts";
import { Tally } from "../totals.ts";

/** Comment lines of a file's head; the last comment of a block is the sentence's own: id, tab, text with its entities. */
const SENTENCE = /^## ?([^\t]*)\t/;
const COLUMNS = { separator: "tab", token: 1, tag: 2 } as const;

/** A character and its tag a line, spaces included, so that the text is all there. */
export function createKlueParser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const { sourceLang } = context;
  const totals = new Tally();
  return blockParser(options, {
    totals,
    isComment: (line) => line.startsWith("##"),
    block: ({ report, comments, lines, damaged }) => {
      if (lines.length === 0 && !damaged) return undefined;
      if (damaged) return totals.close(undefined, report);
      const id = SENTENCE.exec(comments.at(-1)?.text ?? "")?.[1] || null;
      if (id !== null && id.length > MAX_ID) {
        const message = `Is ${id.length} characters long; ${MAX_ID} at most are read.`;
        report.error("id", "too_long", message, comments.at(-1)?.number);
      }
      const tokens = readLines(lines, COLUMNS, context, report);
      const facts = {
        id,
        text: null,
        document: null,
        sourceLang,
        extra: null,
        join: "none",
        warnOfJoin: "never",
        keepTokens: false,
      } as const;
      return totals.close(readSentence(facts, tokens, context, report), report);
    },
  });
}
