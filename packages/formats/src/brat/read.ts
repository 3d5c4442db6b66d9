import { codePoint, Text, utf16 } from "@spanbridge/shared";
import type { ParsedItem } from "../codec.ts";
import type { FileContext } from "../context.ts";
import { RowReport } from "../diagnostics.ts";
import type { Draft, DraftLink, DraftSpan } from "../foreign/draft.ts";
import { recordOf } from "../foreign/draft.ts";
import type { JsonObject } from "../record.ts";
import { show } from "../show.ts";
import type { Tally } from "../totals.ts";
import { type Annotations, type Relation, readAnn, type TextBound } from "./ann.ts";
import { splitBrat } from "./texts.ts";

/** A brat document: both of its files, read whole. */
export type BratDocument = {
  readonly id: string | null;
  readonly document: string | null;
  readonly text: string;
  readonly ann: string;
};

/** A stretch of the document's text that is one of a segment's texts. Offsets in code points of the document. */
type Piece = { readonly side: "source" | "pivot"; readonly start: number; readonly end: number };
type Part = { readonly row: number; readonly id: string | null; readonly pieces: readonly Piece[] };

/**
 * The segments of a document: one with both texts where it has our separating line or is read whole, else one for each
 * line. Whatever is wrong with the annotations as such makes the document a bad row: nothing can be said of its parts.
 */
export function readBrat(
  doc: BratDocument,
  file: string,
  split: "lines" | "documents",
  context: FileContext,
  totals: Tally,
): ParsedItem[] {
  const report = new RowReport(file, 1);
  const annotations = readAnn(doc.ann, report);
  if (report.failed) return [totals.close(undefined, report)];
  const text = new Text(doc.text);
  const parts = partsOf(doc, text, split);
  const homes = new Map<string, Part>();
  for (const bound of annotations.bounds) {
    const home = parts.find(({ pieces }) =>
      pieces.some((piece) => piece.start <= bound.start && bound.end <= piece.end),
    );
    if (home) homes.set(bound.id, home);
    else {
      const message = `${bound.id} (${bound.start} to ${bound.end}) is not within one ${parts.length > 1 ? "line" : "text"} of the document. Read whole documents, perhaps.`;
      report.error("ann", "outside_text", message);
    }
  }
  if (report.failed) return [totals.close(undefined, report)];
  const across = annotations.relations.filter(({ from, to }) => homes.get(from) !== homes.get(to));
  return parts.map((part, index) => {
    const own = new RowReport(file, part.row);
    if (index === 0) remarkOnFile(annotations, across, own);
    const record = recordOf(draftOf(doc, part, text, annotations, homes, own), context, own);
    return totals.close(record, own);
  });
}

function remarkOnFile({ others }: Annotations, across: readonly Relation[], report: RowReport): void {
  const [first] = others;
  if (first !== undefined) {
    const message = `${others.length} lines of kinds without a place here (such as ${show(first)}) were left out.`;
    report.warning("ann", "column_ignored", message);
  }
  for (const { id } of across) {
    report.warning("ann", "link_sides", `The relation ${id} joins two segments or nothing and was left out.`);
  }
}

function partsOf(doc: BratDocument, text: Text, split: "lines" | "documents"): Part[] {
  const at = (offset: number): number => text.toCodePoint(utf16(offset));
  const ours = splitBrat(doc.text);
  if (ours) {
    const source: Piece = { side: "source", start: 0, end: at(ours.source.length) };
    const pivot: Piece = { side: "pivot", start: at(ours.pivotAt), end: text.length };
    return [{ row: 1, id: doc.id, pieces: [source, pivot] }];
  }
  const whole: Part = { row: 1, id: doc.id, pieces: [{ side: "source", start: 0, end: text.length }] };
  if (split === "documents" || !doc.text.trimEnd().includes("\n")) {
    const end = at(doc.text.replace(/\r?\n$/, "").length);
    return [{ ...whole, pieces: [{ side: "source", start: 0, end }] }];
  }
  const parts: Part[] = [];
  let offset = 0;
  for (const [index, line] of doc.text.split("\n").entries()) {
    const length = line.replace(/\r$/, "").length;
    if (line.trim() !== "") {
      const piece: Piece = { side: "source", start: at(offset), end: at(offset + length) };
      parts.push({ row: index + 1, id: doc.id === null ? null : `${doc.id}:${index + 1}`, pieces: [piece] });
    }
    offset += line.length + 1;
  }
  return parts.length > 0 ? parts : [whole];
}

function draftOf(
  doc: BratDocument,
  part: Part,
  text: Text,
  { bounds, relations, remarks }: Annotations,
  homes: ReadonlyMap<string, Part>,
  report: RowReport,
): Draft {
  const textOf = (side: "source" | "pivot"): string => {
    const piece = part.pieces.find((each) => each.side === side);
    return piece ? text.slice({ start: codePoint(piece.start), end: codePoint(piece.end) }) : "";
  };
  const spans: DraftSpan[] = [];
  for (const bound of bounds) {
    const piece = part.pieces.find(({ start, end }) => start <= bound.start && bound.end <= end);
    if (homes.get(bound.id) !== part || !piece) continue;
    checkSurface(bound, text, report);
    const said = remarks.filter(({ target }) => target === bound.id);
    spans.push({
      field: bound.id,
      side: piece.side,
      id: bound.id,
      start: bound.start - piece.start,
      end: bound.end - piece.start,
      label: bound.label,
      ...scoreOf(said.find(({ value }) => /^Confidence \S+$/.test(value))?.value),
      extra: extraOf(said.filter(({ value }) => scoreOf(value).score === undefined)),
    });
  }
  const links = relations
    .filter(({ from, to }) => homes.get(from) === part && homes.get(to) === part)
    .map(({ id, from, to }): DraftLink => ({ field: id, from, to }));
  const inLines = part.id !== doc.id;
  return {
    id: part.id,
    document: inLines && doc.document === null ? doc.id : doc.document,
    sourceText: textOf("source"),
    pivotText: textOf("pivot"),
    unit: "code points",
    spans,
    links,
  };
}

/** The file's own copy of the text has spaces where the text breaks lines. */
function checkSurface(
  { id, start, end, gaps, text: said, line }: TextBound,
  text: Text,
  report: RowReport,
): void {
  if (gaps) {
    report.warning(id, "gaps", "A span with gaps is taken from its first to its last character.");
    return;
  }
  if (end > text.length || start >= end || said === "") return;
  const there = text.slice({ start: codePoint(start), end: codePoint(end) });
  const flat = (value: string) => value.replace(/\s/g, " ");
  if (flat(there) === flat(said)) return;
  const message = `Line ${line} of the .ann file says ${show(said)}, but the text has ${show(there)} at ${start} to ${end}.`;
  report.error(id, "text_mismatch", message);
}

function scoreOf(value: string | undefined): { readonly score?: number } {
  const [, number] = /^Confidence (-?\d+(?:\.\d+)?(?:e-?\d+)?)$/.exec(value ?? "") ?? [];
  return number === undefined ? {} : { score: Number(number) };
}

function extraOf(
  said: readonly { readonly kind: "A" | "N" | "#"; readonly value: string }[],
): JsonObject | undefined {
  const of = (kind: "A" | "N" | "#") => said.filter((each) => each.kind === kind).map(({ value }) => value);
  const entries = [
    ["brat_attributes", of("A")],
    ["brat_references", of("N")],
    ["brat_notes", of("#")],
  ] as const;
  const given = entries.filter(([, values]) => values.length > 0);
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
