import type { Side } from "@spanbridge/shared";
import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { type DiagnosticCode, diagnostic, RowReport } from "../diagnostics.ts";
import { type Draft, recordOf } from "../foreign/draft.ts";
import { MAX_TOKENS } from "../limits.ts";
import { isBlank } from "../line-parser.ts";
import { type LineEvent, LineSplitter } from "../lines/splitter.ts";
import { Tally } from "../totals.ts";
import { entityLayer, readHeader } from "./header.ts";
import { type Columns, draftOf, SIDE_MARKS, type Texts } from "./segment.ts";
import { type NumberedLine, readSentence, type Sentence } from "./sentence.ts";

type Block = {
  readonly lines: NumberedLine[];
  broken: { readonly code: DiagnosticCode; readonly message: string } | null;
};

/** Spans get ids of the usual kind, which sort as the file does: those of the draft only join relations to them. */
const withoutNames = (draft: Draft): Draft => {
  const places = { source: 0, pivot: 0 };
  const digits = String(draft.spans.length).length;
  const nameIn = (side: Side): string =>
    `${side === "source" ? "s" : "e"}${String(++places[side]).padStart(digits, "0")}`;
  const names = new Map(draft.spans.map(({ id, side }) => [id, nameIn(side)]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    ...draft,
    spans: draft.spans.map((span) => ({ ...span, id: names.get(span.id) ?? null })),
    links: draft.links.map((link) => ({ ...link, from: nameOf(link.from), to: nameOf(link.to) })),
  };
};

/** Reads WebAnno TSV 3.3: a sentence is a row, or two where the first is the source and the second its translation. */
export function webannoParser(options: ParseOptions, layer: string): Parser {
  const { file } = options;
  const context = fileContext(options);
  const totals = new Tally();
  const splitter = new LineSplitter(options.maxLineBytes);
  let block: Block = { lines: [], broken: null };
  let columns: Columns | undefined;
  let waiting: { readonly id: string; readonly sentence: Sentence; readonly report: RowReport } | undefined;
  let stopped = false;

  const about = (
    severity: "error" | "warning",
    row: number,
    code: DiagnosticCode,
    message: string,
  ): ParsedItem => ({
    kind: "file",
    diagnostic: diagnostic(file, severity, row, "", code, message),
  });
  const finish = (texts: Texts, report: RowReport): ParsedItem => {
    const draft = columns && draftOf(texts, columns, report);
    return totals.close(draft && recordOf(withoutNames(draft), context, report), report);
  };
  const release = (): ParsedItem[] => {
    if (!waiting) return [];
    const { id, sentence, report } = waiting;
    waiting = undefined;
    return [finish({ id: id || null, source: sentence, pivot: null }, report)];
  };
  const open = (lines: readonly NumberedLine[]): ParsedItem[] => {
    const layers = readHeader(lines.map(({ text }) => text));
    const found = entityLayer(layers, layer.trim());
    if (!found) {
      stopped = true;
      const names = layers.map(({ name }) => name).join(", ") || "none";
      return [
        about("error", 1, "missing", `The file has no layer of entities as wanted. Its layers: ${names}.`),
      ];
    }
    const base = `BT_${found.layer.name}`;
    columns = {
      label: found.column,
      relations: layers.filter(({ kind, features }) => kind === "relation" && features.at(-1) === base),
    };
    return [];
  };
  const close = (): ParsedItem[] => {
    const { lines, broken } = block;
    block = { lines: [], broken: null };
    const [first] = lines;
    if (!first) return [];
    if (!columns && first.text.startsWith("#FORMAT=")) return open(lines);
    const report = new RowReport(file, first.number);
    if (broken) report.error("line", broken.code, broken.message);
    if (!columns)
      report.error("#FORMAT", "missing", "The file does not begin with the header of WebAnno TSV.");
    const sentence = report.failed ? undefined : readSentence(lines, report);
    if (!sentence) return [...release(), totals.close(undefined, report)];
    const id = sentence.id ?? "";
    if (waiting && id === `${waiting.id}${SIDE_MARKS.pivot}`) {
      const { id: base, sentence: source, report: earlier } = waiting;
      waiting = undefined;
      return [finish({ id: base || null, source, pivot: sentence }, earlier)];
    }
    const before = release();
    if (id.endsWith(SIDE_MARKS.source)) {
      waiting = { id: id.slice(0, -SIDE_MARKS.source.length), sentence, report };
      return before;
    }
    return [...before, finish({ id: sentence.id, source: sentence, pivot: null }, report)];
  };
  const read = (event: LineEvent): ParsedItem[] => {
    if (stopped) return [];
    switch (event.kind) {
      case "line":
        if (isBlank(event.text)) return close();
        if (event.text.includes("\0"))
          block.broken ??= { code: "nul_character", message: "Holds the character NUL (U+0000)." };
        if (block.lines.length < MAX_TOKENS) block.lines.push({ number: event.number, text: event.text });
        else
          block.broken ??= {
            code: "too_many",
            message: `A sentence of more than ${MAX_TOKENS} lines is not read.`,
          };
        return [];
      case "unreadable":
        block.lines.push({ number: event.number, text: "" });
        block.broken ??= { code: event.code, message: event.message };
        return [];
      case "warning":
        return [about("warning", event.number, event.code, event.message)];
      case "fatal":
        stopped = true;
        return [about("error", event.number, event.code, event.message)];
    }
  };
  return {
    totals,
    push: (bytes) => splitter.push(bytes).flatMap(read),
    end: () => {
      const items = splitter.end().flatMap(read);
      if (stopped) return items;
      items.push(...close(), ...release());
      if (totals.rows === 0)
        items.push(about("error", 0, "empty_file", "The file is empty: it holds no rows."));
      return items;
    },
  };
}
