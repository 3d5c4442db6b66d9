import Papa from "papaparse";

export type CsvRow = {
  /** The line it begins on. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with its quotes, if anything. */
  readonly problem?: string;
};

/** Rows of CSV (RFC 4180) from text that comes in pieces, each of which ends with a line break but the last. */
export class CsvRows {
  readonly #delimiter: string;
  #newline: "\n" | "\r\n" | undefined;
  #open = "";
  #line = 1;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** UTF-16 units of the row that has not ended yet. */
  get waiting(): number {
    return this.#open.length;
  }

  push(text: string, last: boolean): CsvRow[] {
    const input = this.#open + text;
    this.#newline ??=
      input.includes("\r\n") && input.indexOf("\r\n") === input.indexOf("\n") - 1 ? "\r\n" : "\n";
    const parser = new Papa.Parser({
      delimiter: this.#delimiter,
      newline: this.#newline,
      fastMode: false,
    });
    const result: Papa.ParseResult<string[]> = parser.parse(input, 0, !last);
    this.#open = last ? "" : input.slice(result.meta.cursor);
    const problems = new Map(result.errors.map(({ row, message }) => [row, message]));
    return result.data.map((cells, index) => {
      const line = this.#line;
      this.#line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
      const problem = problems.get(index);
      return { line, cells, ...(problem !== undefined && { problem }) };
    });
  }
}

function breaksIn(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count++;
  return count;
}
