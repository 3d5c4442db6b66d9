import { describe, expect, it } from "vitest";
import { parse, write } from "../../test/support.ts";
import type { ParseOptions } from "../codec.ts";
import { pairsCodec } from "./codec.ts";

type Row = Record<string, unknown>;

const read = (row: Row | string, options: Partial<ParseOptions> = {}) => {
  const { records, bad, remarks } = parse(
    pairsCodec,
    typeof row === "string" ? row : JSON.stringify(row),
    options,
  );
  expect(bad).toEqual([]);
  const [record] = records;
  if (!record) throw new Error("No record.");
  return { record, remarks, again: write(pairsCodec, [record]).text };
};

const entity = (start: number, end: number, more: Row = {}): Row => ({ start, end, label: "PER", ...more });

describe("a row", () => {
  it("needs a source text only; links and ids that it does not have are not invented", () => {
    const { record, again } = read({ source_text: "Анна тут" });
    expect(record).toEqual({
      id: null,
      document: null,
      sourceLang: null,
      annotation: {
        sourceText: "Анна тут",
        pivotText: "",
        spans: [],
        links: [],
        absences: [],
        review: { state: "pending", reason: "" },
        flagged: false,
        notes: [],
      },
      originalPivotText: null,
      meta: null,
      spanExtras: null,
    });
    expect(again).toBe('{"source_text":"Анна тут","source_entities":[],"links":[]}\n');
  });

  it("may have null for what it may leave out", () => {
    const keys = ["id", "doc", "source_lang", "english_text", "source_entities", "english_entities", "links"];
    const nothing = Object.fromEntries([...keys, "source_tokens", "spanbridge"].map((key) => [key, null]));
    const { record } = read({ ...nothing, source_text: "Ann" });
    expect(record).toEqual(read({ source_text: "Ann" }).record);
    const bare = { ...entity(0, 3), id: null, text: null, score: null };
    expect(read({ source_text: "Ann", source_entities: [bare] }).record.annotation.spans).toEqual([
      { id: "s1", side: "source", start: 0, end: 3, label: "PER", provenance: { origin: "import" } },
    ]);
  });

  it("gets ids by place for entities without one, past those that are taken on either side", () => {
    const { record, again } = read({
      source_text: "a b c d",
      english_text: "a b c d",
      source_entities: [entity(0, 1), entity(2, 3, { id: "e1" }), entity(4, 5), entity(6, 7, { id: "s3" })],
      english_entities: [entity(0, 1), entity(2, 3), entity(4, 5, { id: "s1" })],
    });
    const ids = record.annotation.spans.map(({ id, side, start }) => `${side} ${start} ${id}`);
    expect(ids).toEqual([
      "source 0 s2",
      "source 2 e1",
      "source 4 s4",
      "source 6 s3",
      "pivot 0 e2",
      "pivot 2 e3",
      "pivot 4 s1",
    ]);
    expect(read(again).record.annotation).toEqual(record.annotation);
  });

  it("keeps scores as confidence, and takes the given reference for its provenance", () => {
    const row = { source_text: "Ann", source_entities: [entity(0, 3, { score: 0.25 })] };
    const { record } = read(row, { importRef: "predictions" });
    expect(record.annotation.spans[0]?.provenance).toEqual({
      origin: "import",
      ref: "predictions",
      confidence: 0.25,
    });
  });

  it("keeps further keys of the row and of its entities, in their order", () => {
    const line =
      '{"id":"1","source_text":"Ann","source_entities":[{"id":"s1","start":0,"end":3,"label":"PER","text":"Ann","zz":1,"aa":[null,{"b":""}]}],"links":[],"genre":"news","a":{"z":1,"b":2.5e-7}}\n';
    const { record, again } = read(line);
    expect(Object.keys(record.meta?.extra ?? {})).toEqual(["genre", "a"]);
    expect(again).toBe(line);
  });

  it("takes the last of a key given twice, as JSON does", () => {
    expect(read('{"source_text":"old","source_text":"Ann"}').record.annotation.sourceText).toBe("Ann");
  });

  it("treats the names of an object's own machinery as data", () => {
    const line =
      '{"id":"1","source_text":"Ann","source_entities":[{"id":"__proto__","start":0,"end":3,"label":"PER","text":"Ann","__proto__":{"evil":true}}],"links":[],"__proto__":{"evil":true},"constructor":{"prototype":{"evil":true}}}\n';
    const { record, again } = read(line);
    expect(again).toBe(line);
    expect({}).not.toHaveProperty("evil");
    expect(Object.getPrototypeOf(record.meta?.extra)).toBe(Object.prototype);
    expect(read(again).record).toEqual(record);
  });

  it("keeps tokens, and how they are written only where the text does not say it", () => {
    const row = {
      source_text: "am Ende",
      source_tokens: ["an", "dem", "Ende"],
      source_token_offsets: [
        [0, 2],
        [0, 2],
        [3, 7],
      ],
      english_text: "at last",
      english_tokens: ["at", "last"],
      english_token_offsets: [
        [0, 2],
        [3, 7],
      ],
    };
    const { record, again } = read(row);
    expect(record.meta?.tokens).toEqual({
      source: { ranges: row.source_token_offsets, forms: row.source_tokens },
      pivot: { ranges: row.english_token_offsets },
    });
    expect(JSON.parse(again)).toMatchObject(row);
  });

  it("loses the tokens of a translation that was revised since, and says so", () => {
    const { record } = read({
      id: "7",
      source_text: "a",
      english_text: "at last",
      english_token_offsets: [[0, 2]],
    });
    const revised = {
      ...record,
      annotation: { ...record.annotation, pivotText: "finally" },
      originalPivotText: "at last",
    };
    const { text, serialiser } = write(pairsCodec, [revised]);
    expect(JSON.parse(text)).not.toHaveProperty("english_token_offsets");
    expect(serialiser.losses()).toEqual([
      { code: "pivot_tokens", message: expect.any(String), count: 1, examples: ["7: 1 tokens"] },
    ]);
    const back = read(text).record;
    expect(back.annotation.pivotText).toBe("finally");
    expect(back.originalPivotText).toBe("at last");
  });

  it("is read with a warning where a whole number may have lost digits", () => {
    const { record, remarks } = read('{"source_text":"a","tweet":{"id":12345678901234567890}}');
    expect(remarks).toMatchObject([{ severity: "warning", field: "tweet.id", code: "number_precision" }]);
    expect(record.meta?.extra).toEqual({ tweet: { id: 12345678901234567000 } });
  });

  it("may be in a variant of the expected language, with one warning for all", () => {
    const file = ["zh-Hant", "zh", "zh-Hant"].map((tag) =>
      JSON.stringify({ source_text: "a", source_lang: tag }),
    );
    const { records, remarks } = parse(pairsCodec, file.join("\n"), { sourceLang: "zh" });
    expect(records.map(({ sourceLang }) => sourceLang)).toEqual(["zh-Hant", "zh", "zh-Hant"]);
    expect(remarks.map(({ row, code }) => `${row} ${code}`)).toEqual(["1 language_variant"]);
  });

  it("may be in another language where that is only worth a warning", () => {
    const options: Partial<ParseOptions> = { sourceLang: "ja", otherLanguage: "warning" };
    const { remarks } = read({ source_text: "a", source_lang: "zh" }, options);
    expect(remarks).toMatchObject([{ severity: "warning", field: "source_lang", code: "other_language" }]);
  });
});

describe("a file", () => {
  it("may begin with a mark of byte order, break lines with CR LF and have blank ones", () => {
    const { records, remarks } = parse(
      pairsCodec,
      '\ufeff\r\n{"source_text":"a"}\r\n  \r\n{"source_text":"b"}',
    );
    expect(records.map(({ annotation }) => annotation.sourceText)).toEqual(["a", "b"]);
    expect(remarks.map(({ row, code }) => `${row} ${code}`)).toEqual(["1 byte_order_mark", "1 crlf"]);
  });

  it.each([
    ["empty", ""],
    ["blank", "\n \n"],
    ["only a mark of byte order", "\ufeff"],
  ])("that is %s is an error", (_, text) => {
    const { totals, remarks } = parse(pairsCodec, text);
    expect(totals.rows).toBe(0);
    expect(remarks.at(-1)).toMatchObject({ severity: "error", row: 0, code: "empty_file" });
  });

  it("in UTF-16 is one error, not thousands", () => {
    const { items } = parse(
      pairsCodec,
      Uint8Array.from(Buffer.from('\ufeff{"source_text":"a"}\n'.repeat(9), "utf16le")),
    );
    expect(items).toMatchObject([
      { kind: "file", diagnostic: { severity: "error", code: "wrong_encoding" } },
    ]);
  });

  it("counts its labels where any are taken", () => {
    const entities = [entity(0, 1), entity(1, 2, { label: "GPE" }), entity(2, 3)];
    const { totals } = parse(pairsCodec, JSON.stringify({ source_text: "abc", source_entities: entities }));
    expect([...totals.labels]).toEqual([
      ["PER", 2],
      ["GPE", 1],
    ]);
    const spaced = { source_text: "abc", source_entities: [entity(0, 1, { label: "two words" })] };
    expect(parse(pairsCodec, JSON.stringify(spaced)).bad[0]?.[0]?.code).toBe("invalid_label");
  });
});
