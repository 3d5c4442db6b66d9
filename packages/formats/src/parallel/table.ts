import type { ParsedItem, ParseOptions } from "../codec.ts";
import { fileContext } from "../context.ts";
import { RowReport } from "../diagnostics.ts";
import type { Tally } from "../totals.ts";
import { type ColumnChoice, type Layout, layoutOf } from "./columns.ts";
import { readTableRow } from "./row.ts";

type Row = { readonly number: number; readonly cells: readonly string[] };

/** Rows looked at to find the header and the columns. */
const LOOKED_AT = 50;

/** Reads the rows of a table: holds the first ones back until it is clear what the columns are. */
export class TableReader {
  readonly #context;
  readonly #options: ParseOptions;
  readonly #choice: ColumnChoice;
  readonly #totals: Tally;
  #waiting: Row[] | null = [];
  #layout: Layout | undefined;
  #header: readonly string[] | null = null;

  constructor(options: ParseOptions, choice: ColumnChoice, totals: Tally) {
    this.#context = fileContext(options);
    this.#options = options;
    this.#choice = choice;
    this.#totals = totals;
  }

  add(number: number, cells: readonly string[]): ParsedItem[] {
    if (!this.#waiting) return [this.#read({ number, cells })];
    this.#waiting.push({ number, cells });
    return this.#waiting.length >= LOOKED_AT ? this.end() : [];
  }

  /** Reads what is held back: after the last row, or before something else is told. */
  end(): ParsedItem[] {
    const rows = this.#waiting ?? [];
    this.#waiting = null;
    if (rows.length === 0) return [];
    const layout = layoutOf(
      rows.map(({ cells }) => cells),
      this.#choice,
      this.#options.sourceLang ?? null,
    );
    this.#layout = layout;
    if (layout.header) this.#header = rows.shift()?.cells ?? null;
    return rows.map((row) => this.#read(row));
  }

  #read({ number, cells }: Row): ParsedItem {
    const report = new RowReport(this.#options.file, number);
    const layout = this.#layout ?? layoutOf([cells], this.#choice, null);
    const language = this.#options.options?.language || null;
    const record = readTableRow(cells, layout, this.#header, language, this.#context, report);
    return this.#totals.close(record, report);
  }
}
