import {
  type DecodedArray,
  type FileMetaData,
  parquetSchema,
  type RowGroup,
  type SchemaTree,
} from "hyparquet";
import { assembleNested } from "hyparquet/src/assemble.js";
import { DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import { getTreePath } from "hyparquet/src/schema.js";
import { type ColumnOptions, ColumnPages } from "./parquet-column.ts";

/** Rows put together at a time. */
const BATCH = 100;

type Compressors = NonNullable<ColumnOptions["compressors"]>;
type Row = Readonly<Record<string, unknown>>;

/**
 * All rows of a file, in batches. Each page is decoded once. Throws where a column ends before the others. The pages must
 * have been looked at by `checkPages`.
 */
export function* rowsOf(
  file: ArrayBuffer,
  metadata: FileMetaData,
  compressors: Compressors,
): Generator<Row[]> {
  const schema = parquetSchema(metadata);
  let first = 1;
  for (const group of metadata.row_groups) {
    const columns = columnsOf(file, group, schema, compressors);
    const count = Number(group.num_rows);
    for (let from = 0; from < count; from += BATCH) {
      const size = Math.min(BATCH, count - from);
      const values = columns.map((column) => ({ name: column.name, values: column.take(size) }));
      const short = values.find((column) => column.values.length < size);
      if (short) throw new Error(`rows are missing from ${first + from + short.values.length}`);
      yield Array.from({ length: size }, (_, at) =>
        Object.fromEntries(values.map((column) => [column.name, column.values[at]])),
      );
    }
    first += count;
  }
}

type Column = { readonly name: string; readonly take: (count: number) => ArrayLike<unknown> };

/** The columns as the schema's first level names them; those of lists and structures are put together of several. */
function columnsOf(
  file: ArrayBuffer,
  group: RowGroup,
  schema: SchemaTree,
  compressors: Compressors,
): Column[] {
  const parsers = DEFAULT_PARSERS;
  const leaves = group.columns.flatMap(({ meta_data: column }) => {
    if (!column) return [];
    const path = column.path_in_schema;
    const pages = new ColumnPages(file, column, getTreePath(schema, path), { compressors, parsers });
    return [{ name: path[0], path: path.join("."), pages }];
  });
  return schema.children.flatMap((child): Column[] => {
    const { name } = child.element;
    const parts = leaves.filter((leaf) => leaf.name === name);
    const [only] = parts;
    if (!only) return [];
    if (child.children.length === 0) return [{ name, take: (count) => only.pages.take(count) }];
    return [{ name, take: (count) => assembled(child, parts, count) }];
  });
}

function assembled(
  column: SchemaTree,
  parts: readonly { readonly path: string; readonly pages: ColumnPages }[],
  count: number,
): ArrayLike<unknown> {
  const data = new Map<string, DecodedArray>(parts.map(({ path, pages }) => [path, pages.take(count)]));
  assembleNested(data, column, DEFAULT_PARSERS);
  const values = data.get(column.path.join("."));
  if (!values) throw new Error("a column cannot be put together");
  return values;
}
