import type { ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { MAX_TOKENS } from "../limits.ts";
import { blockParser } from "../lines/blocks.ts";
import { readSentence } from "../tokens/sentence.ts";
import { Tally } from "../totals.ts";
import { readComments } from "./comments.ts";
import { readTokenLines } from "./token-lines.ts";

/** A sentence is a row: lines up to a blank one. Comment lines alone, such as a file's header, are none. */
export function createIob2Parser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const { sourceLang } = context;
  const totals = new Tally();
  let document: string | null = null;
  /** Comments of a header; they go with the next sentence. */
  const waiting: string[] = [];

  return blockParser(options, {
    totals,
    isComment: (line) => line.startsWith("#"),
    block: ({ report, comments: commentLines, lines, damaged }) => {
      const comments = readComments(commentLines, report);
      if (comments.document !== undefined) document = comments.document;
      const isHeader = lines.length === 0 && comments.id === null && comments.text === null;
      if (isHeader && !report.failed) {
        for (const comment of comments.others) if (waiting.length < MAX_TOKENS) waiting.push(comment);
        return undefined;
      }
      const others = [...waiting.splice(0), ...comments.others];
      if (damaged) return totals.close(undefined, report);
      const tokens = readTokenLines(lines, context, report);
      const extra = others.length > 0 ? { comments: others } : null;
      const { id, text } = comments;
      const facts = { id, text, document, sourceLang, extra, join: "language", warnOfJoin: "each" } as const;
      return totals.close(readSentence(facts, tokens, context, report), report);
    },
  });
}
