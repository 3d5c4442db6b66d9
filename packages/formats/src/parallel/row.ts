import type { FileContext } from "../context.ts";
import type { RowReport } from "../diagnostics.ts";
import { recordOf } from "../foreign/draft.ts";
import type { JsonObject, SegmentRecord } from "../record.ts";
import { type Layout, MISSING_COLUMN } from "./columns.ts";

/** A row of a table with two texts; columns without a meaning are kept as metadata under their names or numbers. */
export function readTableRow(
  cells: readonly string[],
  layout: Layout,
  header: readonly string[] | null,
  language: string | null,
  context: FileContext,
  report: RowReport,
): SegmentRecord | undefined {
  const { columns } = layout;
  const cell = (at: number | null): string => (at === null ? "" : (cells[at] ?? ""));
  const needed = Math.max(columns.source, columns.pivot ?? 0) + 1;
  if (cells.length < needed) {
    const message =
      needed > MISSING_COLUMN
        ? "The table has no column of the name that was chosen."
        : `Expected at least ${needed} columns, found ${cells.length}.`;
    report.error("columns", "columns", message);
    return undefined;
  }
  const used = new Set<number | null>(Object.values(columns));
  const extra: [string, string][] = [];
  for (const [at, value] of cells.entries()) {
    const name = header?.[at]?.trim() || `column_${at + 1}`;
    if (!used.has(at) && value !== "") extra.push([name, value]);
  }
  if (cells.some((value) => value.includes("\0"))) {
    report.error("columns", "nul_character", "Holds the character NUL (U+0000), which cannot be stored.");
    return undefined;
  }
  return recordOf(
    {
      id: cell(columns.id) || null,
      document: cell(columns.document) || null,
      sourceLang: language,
      sourceText: cell(columns.source),
      pivotText: cell(columns.pivot),
      unit: "code points",
      spans: [],
      links: [],
      extra: extra.length > 0 ? (Object.fromEntries(extra) as JsonObject) : undefined,
    },
    context,
    report,
  );
}
