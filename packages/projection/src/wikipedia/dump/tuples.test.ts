import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SqlRow, SqlTupleReader, type SqlValue } from "./tuples.ts";

function read(pieces: readonly string[]): { rows: SqlRow[]; complete: boolean } {
  const rows: SqlRow[] = [];
  const reader = new SqlTupleReader((row) => rows.push(row));
  for (const piece of pieces) reader.push(piece);
  return { rows, complete: reader.complete };
}

type Cell = SqlValue | number;

const ESCAPES = new Map([
  ["\0", "\\0"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\u001a", "\\Z"],
  ["'", "\\'"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);
/** As mysqldump escapes strings. */
const quoted = (value: string): string =>
  `'${value
    .split("")
    .map((unit) => ESCAPES.get(unit) ?? unit)
    .join("")}'`;
const printed = (value: Cell): string =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : quoted(value);
const insert = (table: string, rows: readonly (readonly Cell[])[], between = ","): string =>
  `INSERT INTO \`${table}\` VALUES ${rows.map((row) => `(${row.map(printed).join(",")})`).join(between)};\n`;

/** Cuts a text at these places. */
function cutAt(text: string, cuts: readonly number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((from, index) => text.slice(from, places[index] ?? text.length));
}

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom("'", "\\", "(", ")", ",", ";", "\n", '"', "`", "N", "-", "中", "🎌", "ا"),
    maxLength: 12,
  }),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  nasty,
  fc.integer(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

describe("rows of a dump", () => {
  it("are read as they were printed, wherever the text is cut", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.constantFrom(",", ",\n", " , "),
        (rows, cuts, between) => {
          const text = `-- a comment; with 'quotes\n${insert("one", rows, between)}/*!40000 ALTER TABLE \`one\` */;\n${insert("two", rows)}`;
          const { rows: found, complete } = read(cutAt(text, cuts));
          const expected = rows.map((row) =>
            row.map((value) => (typeof value === "number" ? String(value) : value)),
          );
          expect(found.filter(({ table }) => table === "one").map(({ values }) => values)).toEqual(expected);
          expect(found.filter(({ table }) => table === "two").map(({ values }) => values)).toEqual(expected);
          expect(complete).toBe(true);
        },
      ),
    );
  });

  it("are the same read whole and read one unit at a time", () => {
    const text = insert("page", [
      [1, 0, "O'Neill_\\_(a,b);\n", null],
      [2, 0, "東京", 0.5],
    ]);
    expect(read([...text].flatMap((character) => character.split("")))).toEqual(read([text]));
  });

  it("have the names of their columns where CREATE TABLE or the statement gives them", () => {
    const { rows } = read([
      "CREATE TABLE `page` (\n  `page_id` int(8) unsigned NOT NULL AUTO_INCREMENT,\n  `page_title` varbinary(255) NOT NULL DEFAULT '',\n  PRIMARY KEY (`page_id`),\n  KEY `page_random` (`page_random`)\n) ENGINE=InnoDB;\n",
      "INSERT INTO `page` VALUES (1,'A');\nINSERT INTO `redirect` (`rd_from`, `rd_title`) VALUES\n(2,'B');\nINSERT INTO langlinks VALUES (3,'zh','C');",
    ]);
    expect(rows.map(({ table, columns }) => [table, columns])).toEqual([
      ["page", ["page_id", "page_title"]],
      ["redirect", ["rd_from", "rd_title"]],
      ["langlinks", []],
    ]);
  });

  it("may write a quote twice and say that a string is binary", () => {
    expect(read(["INSERT INTO `t` VALUES (_binary 'a''b','','\\'');"]).rows[0]?.values).toEqual([
      "a'b",
      "",
      "'",
    ]);
  });

  it("say when the file is cut off", () => {
    const whole = insert("page", [
      [1, "A"],
      [2, "B"],
    ]);
    for (let end = 1; end < whole.length - 2; end++) {
      const { complete, rows } = read([whole.slice(0, end)]);
      const begun = /^INSERT INTO `page` VALUES/.test(whole.slice(0, end));
      expect(complete).toBe(!begun);
      expect(rows.length).toBeLessThanOrEqual(2);
    }
    expect(read([whole]).complete).toBe(true);
  });
});
