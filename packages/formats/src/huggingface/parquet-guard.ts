import type { FileMetaData } from "hyparquet";
import { deserializeTCompactProtocol } from "hyparquet/src/thrift.js";
import { z } from "zod";
import { placeOf } from "./parquet-column.ts";

/** Of one page, and of all pages of a file, unpacked. */
const MAX_PAGE = 64 * 1024 * 1024;
const MAX_UNPACKED = 1024 * 1024 * 1024;
const MAX_VALUES = 20_000_000;

const count = z.int().min(0).max(MAX_VALUES);
const encoding = z.int().min(0).max(9);
/** What is needed of a page's header: sizes unpacked and packed, and what its kind has to say of its values. */
const header = z
  .object({
    field_2: z.int().min(0).max(MAX_PAGE),
    field_3: z.int().min(0),
    field_5: z.object({ field_1: count, field_2: encoding, field_3: encoding, field_4: encoding }).optional(),
    field_7: z.object({ field_1: count, field_2: encoding }).optional(),
    field_8: z
      .object({
        field_1: count,
        field_2: count,
        field_3: count,
        field_4: encoding,
        field_5: count,
        field_6: count,
      })
      .refine((page) => page.field_2 <= page.field_1 && page.field_3 <= page.field_1)
      .optional(),
  })
  .refine(({ field_5, field_7, field_8 }) => field_5 || field_7 || field_8)
  .refine(({ field_3, field_8 }) => !field_8 || field_8.field_5 + field_8.field_6 <= field_3);

/**
 * Walks over the headers of all pages and throws where one cannot be right. The decoder believes them: a negative size
 * would send it in circles, a large one take all memory.
 */
export function checkPages(file: ArrayBuffer, { row_groups, num_rows }: FileMetaData): void {
  let unpacked = 0;
  let rows = 0;
  for (const group of row_groups) {
    rows += Number(group.num_rows);
    for (const { meta_data } of group.columns) {
      if (!meta_data) throw new Error("a column is not described");
      const { start, size } = placeOf(meta_data);
      if (!(start >= 4 && size >= 0 && start + size <= file.byteLength)) {
        throw new Error("a column lies outside of the file");
      }
      if (!(Number(meta_data.num_values) <= MAX_VALUES)) throw new Error("a column has too many values");
      unpacked += checkColumn(new DataView(file, start, size));
      if (unpacked > MAX_UNPACKED) throw new Error("it is too large when unpacked");
    }
  }
  if (rows !== Number(num_rows)) throw new Error("the number of rows does not add up");
}

/** Bytes of the column's pages, unpacked. */
function checkColumn(view: DataView<ArrayBuffer>): number {
  const reader = { view, offset: 0 };
  let unpacked = 0;
  while (reader.offset < view.byteLength - 1) {
    const page = header.safeParse(deserializeTCompactProtocol(reader));
    if (!page.success) throw new Error("a page's header is damaged");
    unpacked += page.data.field_2;
    reader.offset += page.data.field_3;
    if (reader.offset > view.byteLength) throw new Error("a page goes on behind its column");
  }
  return unpacked;
}
