import { zstdCompressSync } from "node:zlib";
import fc from "fast-check";

import { gzipSync, unzipSync } from "fflate";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, fixture, parse, parseAny, writeAny } from "../../test/support.ts";
import { detectFormat } from "../detect.ts";
import { iob2Codec } from "../iob2/codec.ts";
import { foldBreaks } from "../tokens/fold.ts";
import { hfJsonlCodec } from "./jsonl.ts";
import { hfParquetCodec } from "./parquet.ts";

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const chinese = parse(iob2Codec, fixture("uner_zh_dev.iob2"), { sourceLang: "zh" }).records;
const spansOf = (records: typeof chinese) =>
  records.map(({ annotation }) =>
    annotation.spans.map(({ start, end, label }) => `${start}-${end} ${label}`),
  );

describe("Hugging Face JSON lines", () => {
  it("reads names and numbers, with and without the text", () => {
    const lines = [
      '{"id":"0","tokens":["Bo","is","in","Rome","."],"ner_tags":["B-PER","O","O","B-LOC","O"]}',
      '{"id":"1","text":"Bo is in Rome.","tokens":["Bo","is","in","Rome","."],"ner_tags":[1,0,0,3,0]}',
    ].join("\n");
    const options = { names: "O, B-PER, I-PER, B-LOC, I-LOC" };
    const { records, bad, remarks } = parse(hfJsonlCodec, lines, { sourceLang: "en", options });
    expect(bad).toEqual([]);
    expect(remarks.map(({ code, row }) => [code, row])).toEqual([["text_missing", 1]]);
    expect(records.map(({ annotation }) => annotation.sourceText)).toEqual([
      "Bo is in Rome .",
      "Bo is in Rome.",
    ]);
    expect(spansOf(records)).toEqual([
      ["0-2 PER", "9-13 LOC"],
      ["0-2 PER", "9-13 LOC"],
    ]);
  });

  it.each([
    ['{"tokens":["a"],"ner_tags":[1]}', "tag"],
    ['{"tokens":["a"],"ner_tags":["B-PER","O"]}', "tokens"],
    ['{"tokens":["a"]}', "missing"],
    ['{"tokens":["a",1],"ner_tags":["O","O"]}', "wrong_type"],
    ['{"text":"b","tokens":["a"],"ner_tags":["O"]}', "token_not_found"],
    ['{"tokens":[],"ner_tags":[]}', "no_tokens"],
  ])("says what is wrong with %s", (line, code) => {
    expect(
      parse(hfJsonlCodec, line)
        .bad.flat()
        .map((one) => one.code),
    ).toEqual([code]);
  });

  it("writes a data set with its card, the same bytes each time", async () => {
    const options = {
      sourceLang: "zh",
      labels: ["PER", "ORG", "LOC"],
      dataset: { name: "PUD: news", licence: "CC BY-SA 3.0", attribution: "Universal NER" },
      options: { package: "dataset", tags: "numbers" },
    };
    const { bytes } = await writeAny(hfJsonlCodec, chinese, options);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(["data/train.jsonl", "README.md"]);
    const card = textOf(files["README.md"]);
    expect(card).toContain('pretty_name: "PUD: news"\nlanguage:\n- zh\n');
    expect(card).toContain(`          '0': "O"\n          '1': "B-PER"\n          '2': "I-PER"\n`);
    expect(card).toContain("50 texts with 43 named entities");
    const [first] = textOf(files["data/train.jsonl"]).split("\n");
    const row = JSON.parse(first ?? "");
    expect(row.ner_tags).toHaveLength(row.tokens.length);
    expect((await writeAny(hfJsonlCodec, chinese, options)).bytes).toEqual(bytes);
    const names = "O,B-PER,I-PER,B-ORG,I-ORG,B-LOC,I-LOC";
    const data = files["data/train.jsonl"] ?? new Uint8Array();
    const again = await parseAny(hfJsonlCodec, data, { sourceLang: "zh", options: { names } });
    expect(again.bad).toEqual([]);
    expect(spansOf(again.records)).toEqual(spansOf(chinese));
  });
});

describe("Hugging Face Parquet", () => {
  const options = { sourceLang: "zh", labels: ["PER", "ORG", "LOC"] };

  it("stores what the datasets library needs to name the tags", async () => {
    const { bytes } = await writeAny(hfParquetCodec, chinese, options);
    const file = bufferOf(bytes);
    const { key_value_metadata, num_rows } = parquetMetadata(file);
    expect(Number(num_rows)).toBe(50);
    const stored = JSON.parse(key_value_metadata?.find(({ key }) => key === "huggingface")?.value ?? "");
    expect(stored.info.features.ner_tags).toEqual({
      feature: {
        names: ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"],
        _type: "ClassLabel",
      },
      _type: "Sequence",
    });
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(50);
    expect(rows[0]).toMatchObject({ id: chinese[0]?.id, doc: chinese[0]?.document });
    expect(rows[0]?.text).toBe(chinese[0]?.annotation.sourceText);
  });

  it("is recognised and read back with the same entities", async () => {
    const { bytes } = await writeAny(hfParquetCodec, chinese, options);
    expect(detectFormat("data.bin", bytes.subarray(0, 1000))?.codec.id).toBe("hf-parquet");
    const { records, bad, remarks } = await parseAny(hfParquetCodec, bytes, { sourceLang: "zh" });
    expect([bad, remarks]).toEqual([[], []]);
    expect(spansOf(records)).toEqual(spansOf(chinese));
    expect(records.map(({ id }) => id)).toEqual(chinese.map(({ id }) => id));
    expect((await writeAny(hfParquetCodec, records, options)).bytes).toEqual(bytes);
  });

  it("comes in an archive with the card", async () => {
    const { bytes } = await writeAny(hfParquetCodec, chinese, {
      ...options,
      options: { package: "dataset" },
    });
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(["data/train-00000-of-00001.parquet", "README.md"]);
    const { bytes: alone } = await writeAny(hfParquetCodec, chinese, options);
    expect(files["data/train-00000-of-00001.parquet"]).toEqual(alone);
  });

  it("has several row groups where there is much", async () => {
    const many = Array.from({ length: 100 }, () => chinese).flat();
    const records = many.map((record, index) => ({ ...record, id: `n${index}` }));
    const { bytes } = await writeAny(hfParquetCodec, records, options);
    expect(parquetMetadata(bufferOf(bytes)).row_groups.length).toBe(10);
    const { totals, bad } = await parseAny(hfParquetCodec, bytes, { sourceLang: "zh" });
    expect(bad).toEqual([]);
    expect(totals).toMatchObject({ rows: 5000, spans: 4300 });
  });

  it.each([
    ["SNAPPY", undefined],
    ["GZIP", (bytes: Uint8Array) => gzipSync(bytes)],
    ["ZSTD", (bytes: Uint8Array) => new Uint8Array(zstdCompressSync(bytes))],
  ] as const)(
    "is read packed with %s and with dictionaries, as other programs write it",
    async (codec, pack) => {
      const rows = Array.from({ length: 300 }, (_, index) => ({
        tokens: ["Bo", "in", `Rome${index % 3}`],
        tag: index,
      }));
      const columnData = [
        { name: "tokens", data: rows.map(({ tokens }) => tokens), type: "JSON" as const },
        { name: "ner_tags", data: rows.map(() => ["B-PER", "O", "B-LOC"]), type: "JSON" as const },
        { name: "doc", data: rows.map(({ tag }) => `d${tag % 2}`), type: "STRING" as const },
      ];
      const compressors = pack ? { [codec]: pack } : {};
      const bytes = new Uint8Array(parquetWriteBuffer({ columnData, codec, compressors }));
      const { records, bad, remarks } = await parseAny(hfParquetCodec, bytes, { sourceLang: "en" });
      expect(bad).toEqual([]);
      expect(remarks.map(({ code }) => code)).toEqual(["text_missing"]);
      expect(records).toHaveLength(300);
      expect(records[4]).toMatchObject({ document: "d0", annotation: { sourceText: "Bo in Rome1" } });
      expect(records[4]?.annotation.spans.map(({ label }) => label)).toEqual(["PER", "LOC"]);
    },
  );

  it("says what is wrong with files that are none, or cut off", async () => {
    const { bytes } = await writeAny(hfParquetCodec, chinese, options);
    for (const damaged of [bytesOf("PAR1"), bytes.subarray(0, 3000), new Uint8Array(0)]) {
      const { remarks, totals } = await parseAny(hfParquetCodec, damaged);
      expect(remarks.map(({ code }) => code)).toEqual(["not_parquet"]);
      expect(totals.rows).toBe(0);
    }
  });

  it("never throws, whatever byte is changed", async () => {
    const { bytes } = await writeAny(hfParquetCodec, chinese.slice(0, 5), options);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = bytes.slice();
        damaged[at] = byte;
        const { records, totals } = await parseAny(hfParquetCodec, damaged, { sourceLang: "zh" });
        expect(totals.rows).toBe(totals.records + totals.bad);
        for (const { annotation } of records) expect(problemsOf(annotation)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each([hfJsonlCodec, hfParquetCodec])("$title", (codec) => {
  it("is stable: what was imported from it leaves it and comes back the same", async () => {
    const MISSING = ["overlapping_spans", "span_inside_token", "span_without_token", "span_cuts_character"];
    const records = fc.uniqueArray(arbitraryRecord, {
      maxLength: 3,
      selector: ({ id }) => id && foldBreaks(id),
    });
    await fc.assert(
      fc.asyncProperty(records, fc.constantFrom("iob2", "bioes", "bilou"), async (given, scheme) => {
        const how = { sourceLang: "th", labels: ["PER"], options: { scheme } };
        const written = await writeAny(codec, given, how);
        const losses = new Map(written.serialiser.losses().map(({ code, count }) => [code, count]));
        const missing = MISSING.map((code) => losses.get(code) ?? 0).reduce((a, b) => a + b);
        const source = given.flatMap(({ annotation }) =>
          annotation.spans.filter(({ side }) => side === "source"),
        );
        expect(written.serialiser.totals.spans + missing).toBe(source.length);
        const first = await parseAny(codec, written.bytes, { sourceLang: "th" });
        expect(first.bad).toEqual([]);
        expect(first.totals.spans).toBe(written.serialiser.totals.spans);
        const again = await writeAny(codec, first.records, how);
        const second = await parseAny(codec, again.bytes, { sourceLang: "th" });
        expect(second.records).toEqual(first.records);
        expect((await writeAny(codec, second.records, how)).bytes).toEqual(again.bytes);
      }),
      { numRuns: 150 },
    );
  });
});
