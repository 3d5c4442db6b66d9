import { SaxesParser } from "saxes";
import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { type DiagnosticCode, diagnostic, RowReport } from "../diagnostics.ts";
import { MAX_LINE_BYTES } from "../limits.ts";
import { HEAD_BYTES, inspectHead } from "../lines/head.ts";
import { Utf8Stream } from "../lines/utf8-stream.ts";
import { shorten } from "../show.ts";
import { Tally } from "../totals.ts";
import { type Languages, recordOfUnit } from "./record.ts";
import { UnitBuilder } from "./unit.ts";

/**
 * Reads TMX as a stream of XML events. Only the entities of XML itself are known: a document type may be named, but
 * nothing it declares is expanded and nothing is fetched. What is not well-formed ends the reading.
 */
export function tmxParser(options: ParseOptions, languages: Languages): Parser {
  const { file, maxLineBytes = MAX_LINE_BYTES } = options;
  const context = fileContext(options);
  const totals = new Tally();
  const decoder = new Utf8Stream();
  const builder = new UnitBuilder();
  const xml = new SaxesParser();
  let items: ParsedItem[] = [];
  let state: "start" | "open" | "closed" = "start";
  let head = new Uint8Array(0);
  let visible = false;
  let root: string | undefined;
  /** Characters since a unit began or ended: no unit, and nothing between two, may be without end. */
  let size = 0;

  const about = (severity: "error" | "warning", row: number, code: DiagnosticCode, message: string) => {
    items.push({ kind: "file", diagnostic: diagnostic(file, severity, row, "", code, message) });
  };
  const stop = (row: number, code: DiagnosticCode, message: string): void => {
    if (state === "closed") return;
    state = "closed";
    about("error", row, code, message);
  };
  xml.on("opentag", ({ name, attributes }) => {
    if (state === "closed") return;
    root ??= name;
    if (root !== "tmx") {
      stop(xml.line, "xml", `This XML is no TMX: it begins with <${shorten(root)}>.`);
      return;
    }
    if (name === "tu") size = 0;
    builder.open(name, attributes, xml.line);
  });
  xml.on("text", (value) => builder.text(value));
  xml.on("cdata", (value) => builder.text(value));
  xml.on("closetag", ({ name }) => {
    if (state === "closed") return;
    const unit = builder.close(name);
    if (!unit) return;
    size = 0;
    const report = new RowReport(file, unit.line);
    items.push(totals.close(recordOfUnit(unit, languages, context, report), report));
  });
  xml.on("error", (error) => {
    const reason = shorten(error.message.replace(/^\d+:\d+: /, ""), 160);
    stop(xml.line, "xml", `The XML is not well-formed here: ${reason} Nothing more was read.`);
  });

  const feed = (bytes: Uint8Array): void => {
    const decoded = decoder.push(bytes);
    if (decoded === undefined) {
      stop(xml.line, "encoding", "The file is not valid UTF-8 around here; nothing more was read.");
      return;
    }
    // Nothing may stand before the XML declaration, not even a blank line; many files have one all the same.
    const text = visible ? decoded : decoded.trimStart();
    visible ||= text !== "";
    size += text.length;
    if (size > maxLineBytes) {
      stop(
        xml.line,
        "line_too_long",
        `A unit is longer than ${maxLineBytes} characters; nothing more was read.`,
      );
      return;
    }
    if (visible) xml.write(text);
  };
  const begin = (): void => {
    const found = inspectHead(head);
    if (!found.readable) {
      stop(0, found.code, found.message);
      return;
    }
    state = "open";
    if (found.skip > 0)
      about("warning", 1, "byte_order_mark", "The file starts with a byte order mark; it was left out.");
    feed(head.subarray(found.skip));
  };
  const taken = (): ParsedItem[] => {
    const done = items;
    items = [];
    return done;
  };
  return {
    totals,
    push: (bytes) => {
      if (state === "open") feed(bytes);
      else if (state === "start") {
        const joined = new Uint8Array(head.length + bytes.length);
        joined.set(head);
        joined.set(bytes, head.length);
        head = joined;
        if (head.length >= HEAD_BYTES) begin();
      }
      return taken();
    },
    end: () => {
      if (state === "start") begin();
      if (state === "open") {
        if (!visible) stop(0, "empty_file", "The file is empty: it holds no rows.");
        else if (!decoder.complete) stop(xml.line, "encoding", "The file ends inside a character.");
        else {
          xml.close();
          if (totals.rows === 0) stop(0, "empty_file", "The file is empty: it holds no rows.");
        }
      }
      state = "closed";
      return taken();
    },
  };
}
