import fc from "fast-check";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { arbitraryRecord } from "../test/records.ts";
import { fixture, parse, parseAny, write, writeAny } from "../test/support.ts";
import { detectFormat } from "./detect.ts";
import { eatCodec } from "./eat/codec.ts";
import { spacyCodec } from "./spacy/codec.ts";
import { stockmarkCodec } from "./stockmark/codec.ts";

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

describe("stockmark", () => {
  it("reads the Japanese Wikipedia entities, and writes them again", () => {
    const bytes = fixture("corpora/stockmark_ja_ner.json");
    expect(detectFormat("x.txt", bytes)?.codec.id).toBe("stockmark");
    const { records, bad, remarks, totals } = parse(stockmarkCodec, bytes, { sourceLang: "ja" });
    expect([bad, remarks]).toEqual([[], []]);
    expect(totals).toMatchObject({ rows: 40, spans: 95 });
    expect(totals.labels.get("人名")).toBeGreaterThan(5);
    const { text, serialiser } = write(stockmarkCodec, records, "ja");
    expect(JSON.parse(text)).toEqual(JSON.parse(textOf(bytes)));
    expect(serialiser.losses()).toEqual([]);
  });

  it("maps labels; those that are left out are named", () => {
    const options = { label_map: "人名=PER, 地名=LOC, *=" };
    const labels = new Set(["PER", "LOC"]);
    const { bad, totals, remarks } = parse(stockmarkCodec, fixture("corpora/stockmark_ja_ner.json"), {
      labels,
      options,
    });
    expect(bad).toEqual([]);
    expect([...totals.labels.keys()].sort()).toEqual(["LOC", "PER"]);
    expect(remarks.filter(({ code }) => code === "label_left_out")).toHaveLength(95 - totals.spans);
  });

  it("says which labels are in no set", () => {
    const { bad } = parse(stockmarkCodec, fixture("corpora/stockmark_ja_ner.json"), {
      labels: new Set(["PER"]),
      options: { label_map: "人名=PER" },
    });
    expect(bad[0]?.[0]).toMatchObject({ code: "unknown_label", field: "entities[0].label" });
  });
});

describe("the EAT corpus", () => {
  it("reads names that are in their text as linked, and the others without a place", () => {
    const bytes = fixture("corpora/eat_corpus_ru.json");
    expect(detectFormat("x.txt", bytes)?.codec.id).toBe("eat");
    const { records, bad, remarks, totals } = parse(eatCodec, bytes, { options: { label: "PER" } });
    expect(bad).toEqual([]);
    // Eleven by grep; one of them has its stress mark, a combining accent, behind the last letter.
    expect(totals).toMatchObject({ rows: 40, links: 10, spans: 50 });
    expect(remarks).toHaveLength(30);
    expect([...totals.labels.keys()]).toEqual(["PER"]);
    const { text } = write(eatCodec, records);
    expect(JSON.parse(text)).toEqual(JSON.parse(textOf(bytes)));
  });
});

describe("spaCy", () => {
  const line = '{"id":"1","text":"😀 Bo is in Rome","entities":[[2,4,"PER"],[11,15,"LOC"]]}\n';

  it.each([
    ["lines", line],
    ["tuples of spaCy 2, a line each", '["😀 Bo is in Rome",{"entities":[[2,4,"PER"],[11,15,"LOC"]]}]\n'],
    ["a list of tuples", '[["😀 Bo is in Rome",{"entities":[[2,4,"PER"],[11,15,"LOC"]]}]]'],
  ])("reads %s", (_, text) => {
    expect(detectFormat("train.json", new TextEncoder().encode(text))?.codec.id).toBe("spacy");
    const { records, bad } = parse(spacyCodec, text);
    expect(bad).toEqual([]);
    const spans = records[0]?.annotation.spans.map(({ start, end, label }) => [start, end, label]);
    expect(spans).toEqual([
      [2, 4, "PER"],
      [11, 15, "LOC"],
    ]);
  });

  it("writes an archive with the lines and the script, the same bytes each time", async () => {
    const { records } = parse(spacyCodec, line);
    const options = { options: { package: "archive" } };
    const { bytes } = await writeAny(spacyCodec, records, options);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(["data.jsonl", "make_docbin.py"]);
    expect(textOf(files["data.jsonl"])).toBe(line);
    expect((await writeAny(spacyCodec, records, options)).bytes).toEqual(bytes);
  });
});

describe.each([spacyCodec, stockmarkCodec, eatCodec])("$title", (codec) => {
  it("is stable: what was imported from it leaves it and comes back the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(arbitraryRecord, { maxLength: 3, selector: ({ id }) => id }),
        async (given) => {
          const written = await writeAny(codec, given);
          const first = await parseAny(codec, written.bytes);
          expect(first.bad).toEqual([]);
          expect(first.totals.spans).toBe(written.serialiser.totals.spans);
          expect(first.totals.links).toBe(written.serialiser.totals.links);
          const { bytes } = await writeAny(codec, first.records);
          const second = await parseAny(codec, bytes);
          expect(second.records).toEqual(first.records);
          expect((await writeAny(codec, second.records)).bytes).toEqual(bytes);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe.each([spacyCodec, stockmarkCodec])("$title", (codec) => {
  it("keeps every source span, nested or adjacent; the rest is counted", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (given) => {
        const { bytes, serialiser } = await writeAny(codec, [given]);
        const { records } = await parseAny(codec, bytes);
        const places = (from: typeof given | undefined) =>
          from?.annotation.spans
            .filter(({ side }) => side === "source")
            .map(({ start, end, label }) => `${start} ${end} ${label}`)
            .sort();
        expect(places(records[0])).toEqual(places(given));
        expect(records[0]?.annotation.sourceText).toBe(given.annotation.sourceText);
        const losses = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
        const { spans, links, absences, notes } = given.annotation;
        expect(losses.get("pivot_spans") ?? 0).toBe(spans.filter(({ side }) => side === "pivot").length);
        expect(losses.get("links") ?? 0).toBe(links.length);
        expect(losses.get("absences") ?? 0).toBe(absences.length);
        expect(losses.get("notes") ?? 0).toBe(notes.length);
      }),
      { numRuns: 300 },
    );
  });
});
