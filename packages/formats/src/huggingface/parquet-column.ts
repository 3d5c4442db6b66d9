import type { ColumnMetaData, DecodedArray, SchemaTree } from "hyparquet";
import { parquetHeader, readPage } from "hyparquet/src/column.js";
import { convert } from "hyparquet/src/convert.js";

type ColumnDecoder = Parameters<typeof readPage>[2];
export type ColumnOptions = Pick<ColumnDecoder, "compressors" | "parsers">;

/** A column of a row group, decoded a page at a time, so that no more than a page and a batch of rows are in memory. */
export class ColumnPages {
  readonly #reader: { readonly view: DataView; offset: number };
  readonly #decoder: ColumnDecoder;
  #dictionary: DecodedArray | undefined;
  /** Decoded rows; those before `#taken` have been handed out. The last may go on in the next page. */
  #rows: unknown[] = [];
  #taken = 0;

  constructor(file: ArrayBuffer, column: ColumnMetaData, schemaPath: SchemaTree[], options: ColumnOptions) {
    const element = schemaPath.at(-1)?.element;
    if (!element) throw new Error("a column is not in the schema");
    const { start, size } = placeOf(column);
    this.#reader = { view: new DataView(file, start, size), offset: 0 };
    const { type, codec, path_in_schema: pathInSchema } = column;
    this.#decoder = { pathInSchema, type, codec, element, schemaPath, ...options };
  }

  /** The next `count` values; fewer where the column ends. */
  take(count: number): unknown[] {
    while (this.#rows.length - 1 < this.#taken + count && this.#readPage());
    const values = this.#rows.slice(this.#taken, this.#taken + count);
    this.#taken += values.length;
    if (this.#taken * 2 > this.#rows.length) {
      this.#rows = this.#rows.slice(this.#taken);
      this.#taken = 0;
    }
    return values;
  }

  /** False at the column's end. */
  #readPage(): boolean {
    const reader = this.#reader;
    if (reader.offset >= reader.view.byteLength - 1) return false;
    const header = parquetHeader(reader);
    if (header.type === "DICTIONARY_PAGE") {
      const { data } = readPage(reader, header, this.#decoder, undefined, undefined, 0);
      if (data) this.#dictionary = convert(data, this.#decoder);
      return true;
    }
    const { data } = readPage(reader, header, this.#decoder, this.#dictionary, this.#rows, 0);
    // Lists are put behind what is there, since one may go on from page to page; plain values come by themselves.
    if (data && data !== this.#rows) for (const value of data) this.#rows.push(value);
    return true;
  }
}

/** Where the pages of a column lie in the file. */
export function placeOf(column: ColumnMetaData): { readonly start: number; readonly size: number } {
  const [dictionary, data] = [Number(column.dictionary_page_offset ?? 0), Number(column.data_page_offset)];
  const start = dictionary > 0 ? Math.min(dictionary, data) : data;
  return { start, size: Number(column.total_compressed_size) };
}
