import type { OptionValues } from "@spanbridge/shared/contracts";
import { isBlank } from "../line-parser.ts";
import { type LineEvent, LineSplitter } from "../lines/splitter.ts";
import { alignedCells } from "./aligned.ts";
import { type Columns, layoutOf } from "./columns.ts";
import { CsvRows } from "./csv.ts";
import { parallelImportOptions, tableChoice } from "./options.ts";
import { separatorOf } from "./parser.ts";

/** The first rows of a table and what its columns are taken for; for people who choose them. */
export type TableSample = {
  /** Null where the first row is a row like the others. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly width: number;
  readonly columns: Columns;
};

const ROWS = 50;

/** Looks at the beginning of a table as the parser would, with the same options; null where there is no row. */
export function inspectTable(
  head: Uint8Array,
  options: OptionValues,
  sourceLang: string | null,
): TableSample | null {
  const choice = tableChoice(parallelImportOptions.read(options));
  const lines = linesOf(head);
  const separator = choice.separator ?? separatorOf(lines.find((line) => !isBlank(line)) ?? "");
  const all = rowsOf(lines, separator).slice(0, ROWS);
  if (all.length === 0) return null;
  const { header, columns } = layoutOf(all, choice, sourceLang);
  const [first] = all;
  return {
    header: header && first ? first : null,
    rows: (header ? all.slice(1) : all).slice(0, 5),
    width: Math.max(...all.map((cells) => cells.length)),
    columns,
  };
}

function linesOf(head: Uint8Array): string[] {
  const splitter = new LineSplitter();
  // The last line may be cut off.
  const events: LineEvent[] = [...splitter.push(head)];
  const lines = events.flatMap((event) => (event.kind === "line" ? [event.text] : []));
  if (lines.length > 0) return lines;
  return splitter.end().flatMap((event) => (event.kind === "line" ? [event.text] : []));
}

function rowsOf(lines: readonly string[], separator: ReturnType<typeof separatorOf>): (readonly string[])[] {
  switch (separator) {
    case "tab":
      return lines.filter((line) => !isBlank(line)).map((line) => line.split("\t"));
    case "aligned":
      return lines.flatMap((line) => {
        const cells = alignedCells(line);
        return typeof cells === "string" ? [] : [cells];
      });
    case "comma":
    case "semicolon": {
      const rows = new CsvRows(separator === "comma" ? "," : ";");
      const found = rows.push(lines.map((line) => `${line}\n`).join(""), false);
      return found.map(({ cells }) => cells).filter((cells) => cells.length > 1 || !isBlank(cells[0] ?? ""));
    }
  }
}
