import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { diagnostic, RowReport } from "../diagnostics.ts";
import { isBlank } from "../line-parser.ts";
import { type LineEvent, LineSplitter } from "../lines/splitter.ts";
import { Tally } from "../totals.ts";
import { alignedCells } from "./aligned.ts";
import type { ColumnChoice } from "./columns.ts";
import { TableReader } from "./table.ts";

/**
 * A parser of tables with a row a line: cells between tabs, as they stand (no quotes), or two aligned files put together
 * by `AlignedLines`. A line without any tab is a source text alone.
 */
export function linesParser(options: ParseOptions, choice: ColumnChoice, layout: "tab" | "aligned"): Parser {
  const splitter = new LineSplitter(options.maxLineBytes);
  const totals = new Tally();
  const table = new TableReader(options, choice, totals);
  let stopped = false;

  const fail = (
    number: number,
    code: "encoding" | "line_too_long" | "columns",
    message: string,
  ): ParsedItem[] => {
    const report = new RowReport(options.file, number);
    report.error("columns", code, message);
    return [...table.end(), totals.close(undefined, report)];
  };
  const line = (number: number, text: string): ParsedItem[] => {
    if (isBlank(text)) return [];
    if (layout === "tab") return table.add(number, text.split("\t"));
    const cells = alignedCells(text);
    return typeof cells === "string" ? fail(number, "columns", cells) : table.add(number, cells);
  };
  const read = (event: LineEvent): ParsedItem[] => {
    switch (event.kind) {
      case "line":
        return line(event.number, event.text);
      case "unreadable":
        return fail(event.number, event.code === "encoding" ? "encoding" : "line_too_long", event.message);
      case "warning":
      case "fatal": {
        if (event.kind === "fatal") stopped = true;
        const severity = event.kind === "fatal" ? "error" : "warning";
        const about = diagnostic(options.file, severity, event.number, "", event.code, event.message);
        return [{ kind: "file", diagnostic: about }];
      }
    }
  };
  return {
    totals,
    push: (bytes) => splitter.push(bytes).flatMap(read),
    end: () => {
      const items = splitter.end().flatMap(read);
      if (stopped) return items;
      items.push(...table.end());
      if (totals.rows === 0) {
        const message = "The file is empty: it holds no rows.";
        items.push({
          kind: "file",
          diagnostic: diagnostic(options.file, "error", 0, "", "empty_file", message),
        });
      }
      return items;
    },
  };
}
