import type { ParsedItem, ParseOptions, Parser } from "./codec.ts";
import { type DiagnosticCode, diagnostic } from "./diagnostics.ts";
import { type LineEvent, LineSplitter } from "./lines/splitter.ts";
import type { Tally } from "./totals.ts";

/** What a format does with the lines of a file; each step may finish a row. */
export type LineHandler = {
  readonly totals: Tally;
  line(number: number, text: string): ParsedItem | undefined;
  /** A line that could not be read as text. */
  unreadable(number: number, code: DiagnosticCode, message: string): ParsedItem | undefined;
  /** After the last line. */
  end(): ParsedItem | undefined;
};

/** A parser over lines: the part that is the same for all formats. */
export function lineParser(options: ParseOptions, handler: LineHandler): Parser {
  const splitter = new LineSplitter(options.maxLineBytes);
  let stopped = false;

  const aboutFile = (severity: "error" | "warning", row: number, code: DiagnosticCode, message: string) => {
    const item: ParsedItem = {
      kind: "file",
      diagnostic: diagnostic(options.file, severity, row, "", code, message),
    };
    return item;
  };
  const read = (event: LineEvent): ParsedItem | undefined => {
    switch (event.kind) {
      case "line":
        return handler.line(event.number, event.text);
      case "unreadable":
        return handler.unreadable(event.number, event.code, event.message);
      case "warning":
        return aboutFile("warning", event.number, event.code, event.message);
      case "fatal":
        stopped = true;
        return aboutFile("error", event.number, event.code, event.message);
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
    totals: handler.totals,
    push: (bytes) => readAll(splitter.push(bytes)),
    end: () => {
      const items = readAll(splitter.end());
      if (stopped) return items;
      const last = handler.end();
      if (last) items.push(last);
      if (handler.totals.rows === 0) {
        items.push(aboutFile("error", 0, "empty_file", "The file is empty: it holds no rows."));
      }
      return items;
    },
  };
}

export const isBlank = (text: string): boolean => text === "" || text.trim() === "";
