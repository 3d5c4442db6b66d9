import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../shared/test/invariants.ts";
import { arbitraryRecord } from "../../test/records.ts";
import { bytesOf, fixture, parse, parseAny, writeAny } from "../../test/support.ts";
import { detectFormat } from "../detect.ts";
import { pairsCodec } from "../pairs/codec.ts";
import { naaclCodec } from "./naacl.ts";
import { pharaohCodec } from "./pharaoh.ts";

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
const row = {
  id: "a",
  source_text: "安见了巴拉克奥巴马",
  english_text: "Ann met Barack Obama",
  source_tokens: ["安", "见", "了", "巴拉克", "奥巴马"],
  source_token_offsets: [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 6],
    [6, 9],
  ],
  source_entities: [
    { id: "s1", start: 0, end: 1, label: "PER" },
    { id: "s2", start: 3, end: 9, label: "PER" },
  ],
  english_entities: [
    { id: "e1", start: 0, end: 3, label: "PER" },
    { id: "e2", start: 8, end: 20, label: "PER" },
  ],
  links: [
    ["e1", "s1"],
    ["e2", "s2"],
  ],
};
const { records: linked } = parse(pairsCodec, JSON.stringify(row));

describe("word alignments", () => {
  it("links of one token are sure, of phrases possible", async () => {
    const { bytes } = await writeAny(pharaohCodec, linked);
    expect(textOf(bytes)).toBe("安 见 了 巴拉克 奥巴马 ||| Ann met Barack Obama ||| 0-0 3p2 3p3 4p2 4p3\n");
    const files = unzipSync(
      (await writeAny(pharaohCodec, linked, { options: { package: "archive" } })).bytes,
    );
    expect(textOf(files["source.txt"])).toBe("安 见 了 巴拉克 奥巴马\n");
    expect(textOf(files["translation.txt"])).toBe("Ann met Barack Obama\n");
    expect(textOf(files["alignment.pharaoh"])).toBe("0-0 3p2 3p3 4p2 4p3\n");
  });

  it("NAACL counts from 1 and names the sentence", async () => {
    const files = unzipSync((await writeAny(naaclCodec, linked)).bytes);
    expect(textOf(files["alignment.naacl"])).toBe("1 1 1 S\n1 4 3 P\n1 4 4 P\n1 5 3 P\n1 5 4 P\n");
  });

  it("come in as metadata, or as entities and links with a label", () => {
    const line = "安 见 了 博 ||| Ann met Bo 😀 ||| 0-0 1-1 2p1 3-2\n";
    expect(detectFormat("x.txt", bytesOf(line))?.codec.id).toBe("pharaoh");
    const plain = parse(pharaohCodec, line, { sourceLang: "zh" }).records[0];
    expect(plain?.annotation).toMatchObject({
      sourceText: "安见了博",
      pivotText: "Ann met Bo 😀",
      spans: [],
    });
    expect(plain?.meta?.extra).toEqual({ alignment: "0-0 1-1 2p1 3-2" });
    const read = parse(pharaohCodec, line, { sourceLang: "zh", options: { label: "WORD" } });
    expect(read.totals).toMatchObject({ spans: 7, links: 4 });
  });

  it.each([
    ["a ||| b", "columns"],
    ["a ||| b ||| 0:0", "tag"],
    ["a ||| b ||| 0-1", "outside_text"],
    [" ||| b ||| ", "empty"],
  ])("says what is wrong with %s", (line, code) => {
    expect(
      parse(pharaohCodec, line)
        .bad.flat()
        .map((one) => one.code),
    ).toEqual([code]);
  });

  it("of a real file: every segment with its links", async () => {
    const { records, totals } = parse(pairsCodec, fixture("pred_eflomal_zh-en.jsonl"));
    const { bytes, serialiser } = await writeAny(pharaohCodec, records, { sourceLang: "zh" });
    expect(serialiser.totals).toEqual({ segments: 60, spans: 0, links: totals.links });
    const again = await parseAny(pharaohCodec, bytes, { sourceLang: "zh" });
    expect(again.bad).toEqual([]);
    expect(again.totals.records).toBe(60);
  });

  it("is stable: what was imported from it leaves it and comes back the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryRecord, { maxLength: 3 }), async (given) => {
        const written = await writeAny(pharaohCodec, given, { sourceLang: "ru" });
        const first = await parseAny(pharaohCodec, written.bytes, { sourceLang: "ru" });
        expect(first.bad).toEqual([]);
        for (const { annotation } of first.records) expect(problemsOf(annotation)).toEqual([]);
        const again = await writeAny(pharaohCodec, first.records, { sourceLang: "ru" });
        expect(textOf(again.bytes)).toBe(textOf(written.bytes));
      }),
      { numRuns: 200 },
    );
  });
});
