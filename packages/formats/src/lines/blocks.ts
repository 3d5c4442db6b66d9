import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { RowReport } from "../diagnostics.ts";
import { MAX_TOKENS } from "../limits.ts";
import { isBlank, lineParser } from "../line-parser.ts";
import type { Tally } from "../totals.ts";

export type NumberedLine = { readonly number: number; readonly text: string };

/** Lines up to a blank one, comments apart. `damaged`: some are missing or unusable, which is reported. */
export type Block = {
  readonly report: RowReport;
  readonly comments: readonly NumberedLine[];
  readonly lines: readonly NumberedLine[];
  readonly damaged: boolean;
};

export type BlockHandler = {
  readonly totals: Tally;
  isComment(line: string): boolean;
  /** Undefined for a block that is no row, such as a header. */
  block(block: Block): ParsedItem | undefined;
};

type Open = Block & {
  comments: NumberedLine[];
  lines: NumberedLine[];
  damaged: boolean;
  size: number;
  full: boolean;
};

/** UTF-16 units of a block. */
const MAX_BLOCK = 8_000_000;

/** A parser over blocks of lines with blank lines between them. */
export function blockParser(options: ParseOptions, handler: BlockHandler): Parser {
  let open: Open | undefined;

  const openAt = (number: number): Open => {
    open ??= {
      report: new RowReport(options.file, number),
      comments: [],
      lines: [],
      damaged: false,
      size: 0,
      full: false,
    };
    return open;
  };

  const add = (into: Open, line: NumberedLine): void => {
    if (into.full) return;
    into.size += line.text.length;
    if (into.size > MAX_BLOCK || into.lines.length + into.comments.length >= MAX_TOKENS) {
      const message = `A sentence of more than ${MAX_TOKENS} lines or ${MAX_BLOCK} characters is not read.`;
      into.report.error("tokens", "too_many", message, line.number);
      into.full = true;
      into.damaged = true;
    } else if (line.text.includes("\0")) {
      const message = "Holds the character NUL (U+0000), which cannot be stored.";
      into.report.error("line", "nul_character", message, line.number);
      into.damaged = true;
    } else {
      (handler.isComment(line.text) ? into.comments : into.lines).push(line);
    }
  };

  const close = (): ParsedItem | undefined => {
    const block = open;
    open = undefined;
    return block && handler.block(block);
  };

  return lineParser(options, {
    totals: handler.totals,
    line: (number, text) => {
      if (isBlank(text)) return close();
      add(openAt(number), { number, text });
      return undefined;
    },
    unreadable: (number, code, message) => {
      const into = openAt(number);
      into.damaged = true;
      into.report.error("line", code, message, number);
      return undefined;
    },
    end: close,
  });
}
