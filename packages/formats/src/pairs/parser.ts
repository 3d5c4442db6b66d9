import type { ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { RowReport } from "../diagnostics.ts";
import { isBlank, lineParser } from "../line-parser.ts";
import { Tally } from "../totals.ts";
import { readRow } from "./row.ts";

/** A line is a row; blank lines are none. */
export function createPairsParser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const totals = new Tally();
  return lineParser(options, {
    totals,
    line: (number, text) => {
      if (isBlank(text)) return undefined;
      const report = new RowReport(options.file, number);
      return totals.close(readRow(text, context, report), report);
    },
    unreadable: (number, code, message) => {
      const report = new RowReport(options.file, number);
      report.error("", code, message);
      return totals.close(undefined, report);
    },
    end: () => undefined,
  });
}
