import fc from "fast-check";
import { parquetMetadata, parquetReadObjects, type SchemaElement } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { checkPages } from "./parquet-guard.ts";
import { rowsOf } from "./parquet-rows.ts";

const optional = { repetition_type: "OPTIONAL" } as const;
const list = (name: string, ...element: SchemaElement[]): SchemaElement[] => [
  { name, ...optional, num_children: 1, converted_type: "LIST" },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  ...element,
];
const string = (name: string): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  ...optional,
});
const schema: SchemaElement[] = [
  { name: "schema", num_children: 5, repetition_type: "REQUIRED" },
  string("id"),
  { name: "number", type: "INT64", repetition_type: "REQUIRED" },
  ...list("tokens", string("element")),
  ...list("entities", { name: "element", ...optional, num_children: 2 }, string("label"), {
    name: "at",
    type: "INT32",
    ...optional,
  }),
  { name: "meta", ...optional, num_children: 1 },
  string("source"),
];
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 6 });
const word = fc.string({ unit: "grapheme", maxLength: 5 });
const row = fc.record({
  id: maybe(word),
  number: fc.bigInt({ min: -5n, max: 5n }),
  tokens: maybe(fc.array(maybe(word), { maxLength: 6 })),
  entities: maybe(fc.array(fc.record({ label: maybe(word), at: maybe(fc.nat(9)) }), { maxLength: 3 })),
  meta: maybe(fc.record({ source: maybe(word) })),
});

describe("rows of a Parquet file", () => {
  it("are those that the library reads at once, however they lie in groups and pages", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 250 }),
        fc.integer({ min: 1, max: 260 }),
        fc.integer({ min: 8, max: 2000 }),
        async (rows, rowGroupSize, pageSize) => {
          const names = ["id", "number", "tokens", "entities", "meta"] as const;
          const columnData = names.map((name) => ({ name, data: rows.map((each) => each[name]) }));
          const file = parquetWriteBuffer({ columnData, schema, rowGroupSize, pageSize });
          const metadata = parquetMetadata(file);
          checkPages(file, metadata);
          const expected = await parquetReadObjects({ file, metadata });
          expect([...rowsOf(file, metadata, {})].flat()).toEqual(expected);
          expect(expected).toHaveLength(rows.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
