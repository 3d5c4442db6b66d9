import Papa from "papaparse";
import type { SegmentRecord } from "../record.ts";

export const TABLE_COLUMNS = ["id", "document", "source_text", "english_text"] as const;

const cellsOf = ({ id, document, annotation }: SegmentRecord): string[] => [
  id ?? "",
  document ?? "",
  annotation.sourceText,
  annotation.pivotText,
];

/** A row of CSV (RFC 4180), with its line break. Any text comes back as it was. */
export const csvLine = (cells: readonly string[]): string =>
  `${Papa.unparse([[...cells]], { header: false, newline: "\r\n", quotes: true })}\r\n`;

export const csvRow = (record: SegmentRecord): string => csvLine(cellsOf(record));

const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]/g;

/** A row of a table with tabs: those in a text, and line breaks, become spaces one for one; `folded` is told which. */
export function tabRow(record: SegmentRecord, folded: (text: string) => void): string {
  const cells = cellsOf(record).map((cell) => {
    const flat = cell.replace(BREAKS, " ");
    if (flat !== cell) folded(flat);
    return flat;
  });
  return `${cells.join("\t")}\n`;
}
