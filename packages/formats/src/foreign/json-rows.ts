import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { type FileContext, fileContext } from "../context.ts";
import { type DiagnosticCode, diagnostic, RowReport } from "../diagnostics.ts";
import { checkCharacters, isRecord, type JsonRecord, mayHoldBadCharacters } from "../json.ts";
import { MAX_LINE_BYTES } from "../limits.ts";
import { isBlank, lineParser } from "../line-parser.ts";
import { HEAD_BYTES, inspectHead } from "../lines/head.ts";
import { decodeUtf8 } from "../lines/utf8.ts";
import type { SegmentRecord } from "../record.ts";
import { kindOf, shorten } from "../show.ts";
import { Tally } from "../totals.ts";
import { ArraySplitter, type Element } from "./array-splitter.ts";
import { type Draft, recordOf } from "./draft.ts";

/** Makes a draft of an object; undefined, with errors in the report, where it cannot be read. */
export type ReadObject = (row: JsonRecord, report: RowReport) => Draft | undefined;

/** Makes an object of what stands for one; anything else comes back as it is. */
export type Shape = (value: unknown) => unknown;
const asItIs: Shape = (value) => value;

/** A parser over JSON objects, one a line or all of them in one list: told by the first character of the file. */
export function jsonRowsParser(options: ParseOptions, read: ReadObject, shape: Shape = asItIs): Parser {
  const readRow: ReadRow = (row, context, report) => {
    const draft = read(row, report);
    return draft && !report.failed ? recordOf(draft, context, report) : undefined;
  };
  return jsonRecordsParser(options, readRow, shape);
}

/** Makes a record of an object; undefined, with errors, where it cannot be read. */
export type ReadRow = (row: JsonRecord, context: FileContext, report: RowReport) => SegmentRecord | undefined;

/** The same for formats whose rows are no drafts. */
export function jsonRecordsParser(options: ParseOptions, read: ReadRow, shape: Shape = asItIs): Parser {
  const context = fileContext(options);
  const totals = new Tally();
  const readText = (text: string, report: RowReport): SegmentRecord | undefined => {
    const row = objectOf(text, shape, report);
    return row && read(row, context, report);
  };
  const close = (number: number, text: string): ParsedItem => {
    const report = new RowReport(options.file, number);
    return totals.close(readText(text, report), report);
  };
  const fail = (number: number, code: DiagnosticCode, message: string): ParsedItem => {
    const report = new RowReport(options.file, number);
    report.error("", code, message);
    return totals.close(undefined, report);
  };
  const lines = () =>
    lineParser(options, {
      totals,
      line: (number, text) => (isBlank(text) ? undefined : close(number, text)),
      unreadable: fail,
      end: () => undefined,
    });
  return eitherParser(totals, lines, () => listParser(options, totals, close, fail));
}

/** Waits for the first visible character, which says whether the objects stand in a list. */
function eitherParser(totals: Tally, lines: () => Parser, list: () => Parser): Parser {
  let chosen: Parser | undefined;
  let head = new Uint8Array(0);
  const choose = (): ParsedItem[] => {
    const [first, second] = visible(head);
    // A string inside of it: the list is a row of its own, one a line.
    chosen = first === 0x5b && second !== 0x22 ? list() : lines();
    const items = chosen.push(head);
    head = new Uint8Array(0);
    return items;
  };
  return {
    totals,
    push: (bytes) => {
      if (chosen) return chosen.push(bytes);
      const joined = new Uint8Array(head.length + bytes.length);
      joined.set(head);
      joined.set(bytes, head.length);
      head = joined;
      const decided = visible(head).length > 1 && head.length >= HEAD_BYTES;
      return decided || head.length > 65_536 ? choose() : [];
    },
    end: () => {
      const items = chosen ? [] : choose();
      return [...items, ...(chosen?.end() ?? [])];
    },
  };
}

/** The first two bytes, or fewer, that are neither white space nor part of a byte order mark. */
function visible(bytes: Uint8Array): readonly number[] {
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const found: number[] = [];
  for (const byte of bytes.subarray(mark)) {
    if (byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) continue;
    if (found.push(byte) === 2) break;
  }
  return found;
}

type Close = (number: number, text: string) => ParsedItem;
type Fail = (number: number, code: DiagnosticCode, message: string) => ParsedItem;

function listParser(options: ParseOptions, totals: Tally, close: Close, fail: Fail): Parser {
  const { file, maxLineBytes = MAX_LINE_BYTES } = options;
  const splitter = new ArraySplitter(maxLineBytes);
  let started = false;
  const aboutFile = (severity: "error" | "warning", code: DiagnosticCode, message: string): ParsedItem => ({
    kind: "file",
    diagnostic: diagnostic(file, severity, 0, "", code, message),
  });
  const read = ({ line, bytes }: Element): ParsedItem => {
    if (!bytes) {
      const message = `This element is longer than ${maxLineBytes} bytes, the longest that is read.`;
      return fail(line, "line_too_long", message);
    }
    const text = decodeUtf8(bytes);
    return text === undefined
      ? fail(
          line,
          "encoding",
          "This element is not valid UTF-8; the file is in another encoding, or damaged.",
        )
      : close(line, text);
  };
  return {
    totals,
    push: (bytes) => {
      const items: ParsedItem[] = [];
      let piece = bytes;
      if (!started) {
        started = true;
        const head = inspectHead(bytes);
        if (head.readable && head.skip > 0) {
          const message = "The file starts with a byte order mark; it was left out.";
          items.push(aboutFile("warning", "byte_order_mark", message));
          piece = bytes.subarray(head.skip);
        }
      }
      splitter.push(piece, (element) => items.push(read(element)));
      return items;
    },
    end: () => {
      const items: ParsedItem[] = [];
      splitter.end((element) => items.push(read(element)));
      if (!splitter.closed) {
        items.push(
          aboutFile("error", "invalid_json", "The list is not closed: the file seems to be cut off."),
        );
      } else if (splitter.hasRest) {
        items.push(
          aboutFile("error", "invalid_json", "Something stands behind the end of the list; it was not read."),
        );
      } else if (totals.rows === 0) {
        items.push(aboutFile("error", "empty_file", "The file is empty: its list holds no rows."));
      }
      return items;
    },
  };
}

function objectOf(json: string, shape: Shape, report: RowReport): JsonRecord | undefined {
  let value: unknown;
  try {
    value = shape(JSON.parse(json));
  } catch (error) {
    const detail = error instanceof Error ? shorten(error.message, 160) : "";
    report.error("", "invalid_json", `This is not valid JSON: ${detail}`);
    return undefined;
  }
  if (!isRecord(value)) {
    report.error("", "not_an_object", `Expected a JSON object, found ${kindOf(value)}.`);
    return undefined;
  }
  if (mayHoldBadCharacters(json)) {
    checkCharacters(value, "", report);
    if (report.failed) return undefined;
  }
  return value;
}
