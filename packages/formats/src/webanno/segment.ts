import type { Side } from "@spanbridge/shared";
import type { RowReport } from "../diagnostics.ts";
import type { Draft, DraftLink, DraftSpan } from "../foreign/draft.ts";
import { splitEscaped } from "./escapes.ts";
import type { Layer } from "./header.ts";
import { readCell, type Sentence, type Unit } from "./sentence.ts";

/** Which columns hold labels and the relations between them. */
export type Columns = { readonly label: number; readonly relations: readonly Layer[] };

/** What ends a sentence's id in our own exports; the sentence before or behind it is the other text of the segment. */
export const SIDE_MARKS = { source: ":source", pivot: ":pivot" } as const;

export type Texts = {
  readonly id: string | null;
  readonly source: Sentence;
  readonly pivot: Sentence | null;
};

/** A segment of one or two sentences: spans by their numbers, links by the addresses of their tokens. */
export function draftOf({ id, source, pivot }: Texts, columns: Columns, report: RowReport): Draft {
  const names = new Map<string, string>();
  const spans = [
    ...readSpans(source, "source", columns.label, names, report),
    ...(pivot ? readSpans(pivot, "pivot", columns.label, names, report) : []),
  ];
  const units = [...source.units, ...(pivot?.units ?? [])];
  return {
    id,
    sourceText: source.text,
    pivotText: pivot?.text ?? "",
    unit: "utf-16",
    spans,
    links: units.flatMap((unit) => readLinks(unit, columns.relations, names, report)),
  };
}

/** `names`: filled with the spans' ids by address and number, as relations call them. */
function readSpans(
  { units }: Sentence,
  side: Side,
  column: number,
  names: Map<string, string>,
  report: RowReport,
): DraftSpan[] {
  const spans = new Map<
    string,
    { start: number; end: number; readonly label: string; readonly field: string }
  >();
  for (const { row, address, start, end, cells } of units) {
    for (const { value, number } of readCell(cells[column] ?? "_")) {
      const key = number === null ? address : `[${number}]`;
      const known = spans.get(key);
      if (known) {
        known.start = Math.min(known.start, start);
        known.end = Math.max(known.end, end);
      } else if (value === null) {
        report.warning("annotation", "missing", "An annotation without a label was left out.", row);
        continue;
      } else {
        spans.set(key, { start, end, label: value, field: `annotation ${key}` });
      }
      names.set(`${address} ${number ?? 0}`, `${side} ${key}`);
    }
  }
  return [...spans].map(([key, span]) => ({ side, id: `${side} ${key}`, ...span }));
}

const ORIGIN = /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)_(\d+)\])?$/;

function readLinks(
  { row, address, cells }: Unit,
  layers: readonly Layer[],
  names: ReadonlyMap<string, string>,
  report: RowReport,
): DraftLink[] {
  const links: DraftLink[] = [];
  for (const { column, features } of layers) {
    const cell = cells[column + Math.max(1, features.length - 1)] ?? "_";
    if (cell === "_" || cell === "") continue;
    for (const origin of splitEscaped(cell, "|")) {
      const [, at, from = "0", to = "0"] = ORIGIN.exec(origin) ?? [];
      const ends = [names.get(`${at} ${from}`), names.get(`${address} ${to}`)] as const;
      if (ends[0] !== undefined && ends[1] !== undefined) {
        links.push({ field: `relation ${origin}`, from: ends[0], to: ends[1] });
      } else {
        const message = `The relation from ${origin} to ${address} joins no two entities of this segment and was left out.`;
        report.warning("relation", "unknown_id", message, row);
      }
    }
  }
  return links;
}
