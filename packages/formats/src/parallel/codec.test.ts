import { describe, expect, it } from "vitest";
import { bytesOf, fixture, parse, write } from "../../test/support.ts";
import { AlignedLines } from "./aligned.ts";
import { parallelCodec } from "./codec.ts";
import { inspectTable } from "./inspect.ts";

const texts = (input: Uint8Array | string, options = {}) =>
  parse(parallelCodec, input, options).records.map(({ annotation }) => [
    annotation.sourceText,
    annotation.pivotText,
  ]);

/** Puts two files together, reading whichever is behind, a few bytes at a time. */
function align(first: Uint8Array, second: Uint8Array, piece: number): Uint8Array {
  const lines = new AlignedLines();
  const files = [first, second] as const;
  const read = [0, 0];
  const parts: Uint8Array[] = [];
  for (let file = lines.next; file !== undefined; file = lines.next) {
    const at = read[file] ?? 0;
    read[file] = at + piece;
    parts.push(
      at < files[file].length ? lines.push(file, files[file].slice(at, at + piece)) : lines.end(file),
    );
  }
  return Buffer.concat(parts);
}

describe("a table of real text", () => {
  it.each(["ntrex_en-ar.tsv", "ntrex_en-de.tsv"])("%s has its translation recognised", (name) => {
    const { records, bad, remarks } = parse(parallelCodec, fixture(name));
    expect([bad, remarks]).toEqual([[], []]);
    expect(records).toHaveLength(40);
    for (const { annotation } of records) expect(annotation.pivotText).toMatch(/^[^\u0600-\u06ff]+$/);
    expect(records[0]?.annotation.pivotText).toBe("Welsh AMs worried about 'looking like muppets'");
  });
});

describe("two files with a sentence a line", () => {
  it("are put together however their bytes come", () => {
    const [thai, english] = [fixture("ntrex_tha.txt"), fixture("ntrex_eng.txt")];
    const whole = align(thai, english, 1_000_000);
    expect(align(thai, english, 7)).toEqual(whole);
    const { records, bad } = parse(parallelCodec, whole);
    expect(bad).toEqual([]);
    expect(records).toHaveLength(30);
    expect(records[0]?.annotation.pivotText).toContain("muppets");
  });

  it("of different lengths, or with a line that cannot be read, have bad rows at those lines", () => {
    const first = Uint8Array.from([...bytesOf("a\tb\nc\n"), 0xff, 0x0a, ...bytesOf("e\nf")]);
    const { records, bad } = parse(parallelCodec, align(first, bytesOf("A\nC\nD\n"), 3));
    expect(records.map(({ annotation }) => annotation.sourceText)).toEqual(["a\tb", "c"]);
    expect(bad.map(([each]) => `${each?.row} ${each?.code}`)).toEqual([
      "3 columns",
      "4 columns",
      "5 columns",
    ]);
    expect(bad[1]?.[0]?.message).toContain("shorter");
  });
});

describe("CSV", () => {
  it("may hold separators, quotes and line breaks in its cells; lines are counted as in an editor", () => {
    const file = 'id,zh,English,genre\r\n1,"安,""见""\r\n博",Ann,news\r\n2,赛,,\r\n3,,x,\r\n';
    const { records, bad } = parse(parallelCodec, file, { sourceLang: "zh" });
    expect(records).toMatchObject([
      {
        id: "1",
        annotation: { sourceText: '安,"见"\r\n博', pivotText: "Ann" },
        meta: { extra: { genre: "news" } },
      },
      { id: "2", annotation: { sourceText: "赛", pivotText: "" }, meta: null },
    ]);
    expect(bad[0]?.[0]).toMatchObject({ row: 5, code: "empty" });
  });

  it("with semicolons, without a header, and with columns chosen", () => {
    expect(texts("安;Ann\n博;Bo\n")).toEqual([
      ["安", "Ann"],
      ["博", "Bo"],
    ]);
    for (const source_column of ["3", "C"]) {
      const options = { source_column, pivot_column: "1", id_column: "b", header: "yes" };
      expect(parse(parallelCodec, "a,b,c\nAnn,7,安\n", { options }).records).toMatchObject([
        { id: "7", annotation: { sourceText: "安", pivotText: "Ann" } },
      ]);
    }
    const missing = parse(parallelCodec, "a,b\n1,2\n", { options: { source_column: "d" } });
    expect(missing.bad[0]?.[0]).toMatchObject({ row: 2, code: "columns" });
    expect(texts("a,b\n", { options: { separator: "tab" } })).toEqual([["a,b", ""]]);
  });

  it("with a quote that is not closed, or bytes that are no UTF-8, says where", () => {
    const open = parse(parallelCodec, 'a,b\n"c,d\ne,f\n');
    expect(open.bad[0]?.[0]).toMatchObject({ row: 2, code: "columns" });
    const latin = parse(parallelCodec, Uint8Array.from([...bytesOf("a,b\nc,d\n"), 0xe4, 0x2c, 0x61, 0x0a]));
    expect(latin.records).toHaveLength(2);
    expect(latin.remarks.at(-1)).toMatchObject({ severity: "error", code: "encoding" });
    const long = parse(parallelCodec, `a,b\n"${"x\n".repeat(400)}`, { maxLineBytes: 300 }, [5, 300, 500]);
    expect(long.remarks.at(-1)).toMatchObject({ severity: "error", code: "line_too_long" });
  });

  it("is written so that any text comes back; with tabs, line breaks become spaces and are counted", () => {
    const { records } = parse(parallelCodec, '"安\n""x"";\r\n👍\tz"," Ann, ""x"" "\n');
    const { text } = write(parallelCodec, records);
    expect(parse(parallelCodec, text).records).toEqual(records);
    const tabs = parallelCodec.createSerialiser({ options: { separator: "tab" } });
    expect(records.map(tabs.segment).join("")).toBe(
      'id\tdocument\tsource_text\tenglish_text\n\t\t安 "x";  👍 z\t Ann, "x" \n',
    );
    expect(tabs.losses()).toMatchObject([{ code: "line_breaks", count: 1 }]);
  });
});

describe("the beginning of a table", () => {
  it("is shown with what its columns are taken for, and with what was chosen", () => {
    const head = bytesOf('nr;text;translation\n1;"安\n见";Ann\n2;博;Bo\n3;cut o');
    expect(inspectTable(head, {}, "zh")).toEqual({
      header: ["nr", "text", "translation"],
      rows: [
        ["1", "安\n见", "Ann"],
        ["2", "博", "Bo"],
      ],
      width: 3,
      columns: { source: 1, pivot: 2, id: null, document: null },
    });
    const chosen = inspectTable(head, { header: "no", id_column: "1", source_column: "3" }, "zh");
    expect(chosen).toMatchObject({ header: null, columns: { source: 2, pivot: 1, id: 0 } });
    expect(inspectTable(bytesOf("\n"), {}, null)).toBe(null);
  });
});
