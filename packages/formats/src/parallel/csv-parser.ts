import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { type DiagnosticCode, diagnostic, RowReport } from "../diagnostics.ts";
import { MAX_LINE_BYTES } from "../limits.ts";
import { ByteBuffer } from "../lines/buffer.ts";
import { HEAD_BYTES, inspectHead } from "../lines/head.ts";
import { decodeUtf8, invalidUtf8At } from "../lines/utf8.ts";
import { Tally } from "../totals.ts";
import type { ColumnChoice } from "./columns.ts";
import { type CsvRow, CsvRows } from "./csv.ts";
import { TableReader } from "./table.ts";

const LF = 0x0a;

/** A parser of CSV: cells may hold line breaks, so bytes are decoded up to the last one there is, not line by line. */
export function csvParser(options: ParseOptions, choice: ColumnChoice, delimiter: string): Parser {
  const { file, maxLineBytes = MAX_LINE_BYTES } = options;
  const totals = new Tally();
  const table = new TableReader(options, choice, totals);
  const rows = new CsvRows(delimiter);
  const open = new ByteBuffer();
  let state: "start" | "open" | "closed" = "start";

  const about = (severity: "error" | "warning", code: DiagnosticCode, message: string): ParsedItem => ({
    kind: "file",
    diagnostic: diagnostic(file, severity, severity === "warning" ? 1 : 0, "", code, message),
  });
  const stop = (code: DiagnosticCode, message: string): ParsedItem[] => {
    state = "closed";
    return [...table.end(), about("error", code, message)];
  };
  const readRow = ({ line, cells, problem }: CsvRow): ParsedItem[] => {
    if (cells.length === 1 && cells[0]?.trim() === "" && problem === undefined) return [];
    if (problem === undefined) return table.add(line, cells);
    const report = new RowReport(file, line);
    report.error("columns", "columns", `The quotes of this row are not right: ${problem}.`);
    return [...table.end(), totals.close(undefined, report)];
  };
  /** `bytes` end with a line break unless they are the last. */
  const read = (bytes: Uint8Array, last: boolean): ParsedItem[] => {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return rows.push(text, last).flatMap(readRow);
    const bad = invalidUtf8At(bytes);
    const good = bytes.subarray(0, bytes.lastIndexOf(LF, bad) + 1);
    const before = rows.push(decodeUtf8(good) ?? "", false).flatMap(readRow);
    return [
      ...before,
      ...stop("encoding", "The file is not valid UTF-8 from here on; it was read up to there."),
    ];
  };
  const feed = (bytes: Uint8Array): ParsedItem[] => {
    const end = bytes.lastIndexOf(LF) + 1;
    const items: ParsedItem[] = [];
    if (end > 0) {
      open.append(bytes.subarray(0, end));
      items.push(...read(open.take(), false));
    }
    if (state !== "closed" && end < bytes.length) open.append(bytes.subarray(end));
    if (state !== "closed" && (open.length > maxLineBytes || rows.waiting > maxLineBytes)) {
      const message = `A row is longer than ${maxLineBytes} bytes, the longest that is read: a quote is not closed, perhaps.`;
      items.push(...stop("line_too_long", message));
    }
    return items;
  };
  const begin = (): ParsedItem[] => {
    const bytes = open.take().slice();
    const head = inspectHead(bytes);
    if (!head.readable) return stop(head.code, head.message);
    state = "open";
    if (head.skip === 0) return feed(bytes);
    const message = "The file starts with a byte order mark; it was left out.";
    return [about("warning", "byte_order_mark", message), ...feed(bytes.subarray(head.skip))];
  };
  return {
    totals,
    push: (bytes) => {
      if (state === "closed") return [];
      if (state === "open") return feed(bytes);
      open.append(bytes);
      return open.length >= HEAD_BYTES ? begin() : [];
    },
    end: () => {
      const items = state === "start" ? begin() : [];
      if (state === "closed") return items;
      items.push(...read(open.take(), true), ...table.end());
      if (totals.rows === 0) items.push(about("error", "empty_file", "The file is empty: it holds no rows."));
      state = "closed";
      return items;
    },
  };
}
