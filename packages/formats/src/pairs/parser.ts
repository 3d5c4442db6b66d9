import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { diagnostic, RowReport } from "../diagnostics.ts";
import { type LineEvent, LineSplitter } from "../lines/splitter.ts";
import { Tally } from "../totals.ts";
import { readRow } from "./row.ts";

/** A line is a row; blank lines are none. */
export function createPairsParser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const { file } = options;
  const splitter = new LineSplitter(options.maxLineBytes);
  const totals = new Tally();
  let stopped = false;

  const read = (event: LineEvent): ParsedItem | undefined => {
    switch (event.kind) {
      case "line": {
        if (isBlank(event.text)) return undefined;
        const report = new RowReport(file, event.number);
        return totals.close(readRow(event.text, context, report), report);
      }
      case "unreadable": {
        const report = new RowReport(file, event.number);
        report.error("", event.code, event.message);
        return totals.close(undefined, report);
      }
      case "warning":
      case "fatal": {
        if (event.kind === "fatal") stopped = true;
        const severity = event.kind === "fatal" ? "error" : "warning";
        return {
          kind: "file",
          diagnostic: diagnostic(file, severity, event.number, "", event.code, event.message),
        };
      }
    }
  };
  const readAll = (events: readonly LineEvent[]): ParsedItem[] => {
    const items: ParsedItem[] = [];
    for (const event of events) {
      const item = read(event);
      if (item) items.push(item);
    }
    return items;
  };
  return {
    totals,
    push: (bytes) => readAll(splitter.push(bytes)),
    end: () => {
      const items = readAll(splitter.end());
      if (totals.rows === 0 && !stopped) {
        items.push({
          kind: "file",
          diagnostic: diagnostic(file, "error", 0, "", "empty_file", "The file is empty: it holds no rows."),
        });
      }
      return items;
    },
  };
}

const isBlank = (text: string): boolean => text === "" || text.trim() === "";
