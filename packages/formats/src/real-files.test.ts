import { describe, expect, it } from "vitest";
import { problemsOf } from "../../shared/test/invariants.ts";
import { fixture, parse, write } from "../test/support.ts";
import { iob2Codec } from "./iob2/codec.ts";
import { pairsCodec } from "./pairs/codec.ts";

const labels = new Set(["PER", "ORG", "LOC"]);

function inReadingOrder(line: string): Record<string, unknown> {
  const row = JSON.parse(line);
  row.source_entities?.sort((a: { start: number }, b: { start: number }) => a.start - b.start);
  return row;
}

describe("real pairs files", () => {
  // Counted with other tools: lines, "start" per side, pairs in "links".
  it.each([
    ["pred_eflomal_zh-en.jsonl", "zh", 60, 106, 51],
    ["pred_eflomal_ru-en.jsonl", "ru", 60, 108, 53],
    ["eat_llm_ar-en.jsonl", "ar", 30, 46, 23],
    ["eat_llm_th-en.jsonl", "th", 30, 50, 25],
    ["eat_llm_hi-en.jsonl", "hi", 30, 50, 25],
    ["eat_llm_ko-en.jsonl", "ko", 30, 46, 23],
    ["pud_de-en.jsonl", "de", 20, 42, 0],
    ["pudtext_ja-en.jsonl", "ja", 10, 0, 0],
  ])("%s", (name, sourceLang, rows, spans, links) => {
    const options = { file: name, labels, sourceLang };
    const { records, totals, remarks, bad } = parse(pairsCodec, fixture(name), options);
    expect(bad).toEqual([]);
    expect(remarks).toEqual([]);
    expect(totals).toMatchObject({ rows, records: rows, bad: 0, spans, links });
    for (const { annotation } of records) expect(problemsOf(annotation)).toEqual([]);
    const { text, serialiser } = write(pairsCodec, records);
    expect(serialiser.losses()).toEqual([]);
    const again = parse(pairsCodec, text, options);
    expect(again.records).toEqual(records);
    expect(write(pairsCodec, again.records).text).toBe(text);
    // Nothing of the original is missing or changed; ids are added and entities stand in reading order.
    const originals = new TextDecoder().decode(fixture(name)).trim().split("\n");
    for (const [index, line] of text.trim().split("\n").entries()) {
      expect(JSON.parse(line)).toMatchObject(inReadingOrder(originals[index] ?? ""));
    }
  });
});

describe("real .iob2 files", () => {
  it.each([
    ["uner_zh_dev.iob2", "zh", 50, 43],
    ["uner_ru_dev.iob2", "ru", 50, 34],
  ])("%s", (name, sourceLang, rows, spans) => {
    const bytes = fixture(name);
    const { records, totals, remarks, bad } = parse(iob2Codec, bytes, { file: name, labels, sourceLang });
    expect(bad).toEqual([]);
    expect(remarks).toEqual([]);
    expect(totals).toMatchObject({ rows, records: rows, spans, links: 0 });
    for (const { annotation } of records) expect(problemsOf(annotation)).toEqual([]);
    const { text, serialiser } = write(iob2Codec, records);
    expect(text).toBe(new TextDecoder().decode(bytes));
    expect(serialiser.losses()).toEqual([]);
    // And through the other format: documents, tokens and annotators stay.
    const viaPairs = parse(pairsCodec, write(pairsCodec, records, sourceLang).text).records;
    expect(write(iob2Codec, viaPairs).text).toBe(text);
  });
});

describe("a real pairs file as .iob2", () => {
  it.each([
    ["eat_llm_ar-en.jsonl", "ar"],
    ["eat_llm_th-en.jsonl", "th"],
    ["eat_llm_ko-en.jsonl", "ko"],
    ["pred_eflomal_zh-en.jsonl", "zh"],
    ["pud_de-en.jsonl", "de"],
  ])("%s keeps every source entity that does not overlap another", (name, sourceLang) => {
    const { records } = parse(pairsCodec, fixture(name));
    const { text, serialiser } = write(iob2Codec, records);
    const back = parse(iob2Codec, text, { sourceLang });
    expect(back.bad).toEqual([]);
    const sourceSpans = (from: typeof records) =>
      from.map(({ annotation }) =>
        annotation.spans
          .filter(({ side }) => side === "source")
          .map(({ start, end, label }) => `${start}-${end} ${label}`),
      );
    const losses = new Map(serialiser.losses().map(({ code, count }) => [code, count]));
    expect(losses.has("overlapping_spans")).toBe(false);
    expect(sourceSpans(back.records)).toEqual(sourceSpans(records));
    const count = (side: string) =>
      records.reduce(
        (sum, { annotation }) => sum + annotation.spans.filter((span) => span.side === side).length,
        0,
      );
    expect(losses.get("translation")).toBe(records.length);
    expect(losses.get("pivot_spans")).toBe(count("pivot"));
    expect(serialiser.totals).toEqual({ segments: records.length, spans: count("source"), links: 0 });
  });
});
