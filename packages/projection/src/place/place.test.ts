import { Text } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { place } from "./place.ts";

function surfaces(source: string, answer: string): string[] | undefined {
  const text = new Text(source);
  return place(text, answer)?.occurrences.map((occurrence) => text.slice(occurrence));
}

describe("place", () => {
  it.each([
    // Answers that the published extraction shortens or drops.
    ["彼はシカゴ大学で学んだ。", "シカゴ大学", "シカゴ大学"],
    ["アップルは新製品を発表した。", "アップル", "アップル"],
    ["奧巴馬的特別助理科瑞·舒爾曼", "科瑞・舒爾曼", "科瑞·舒爾曼"],
    ["삼성전자는 오늘 발표했다.", "삼성전자", "삼성전자"],
    ["ｱｯﾌﾟﾙとＩＢＭ", "IBM", "ＩＢＭ"],
    ["زار محـــمد القاهرة", "محمد", "محـــمد"],
    ["كتبَتْ مَرْيَم", "مريم", "مَرْيَم"],
    ["Владимира Путина", "путина", "Путина"],
  ])("finds in %s the answer %s", (source, answer, surface) => {
    expect(surfaces(source, answer)).toEqual([surface]);
  });

  it("gives all occurrences and prefers none", () => {
    expect(place(new Text("東京と東京"), "東京")?.occurrences).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]);
  });

  it("says what it folded, and nothing when the answer is literal", () => {
    expect(place(new Text("in PARIS"), "Paris")?.normalised).toEqual(["width_and_case"]);
    expect(place(new Text("in Paris"), "Paris")?.normalised).toEqual([]);
  });

  it("never shortens an answer that is not there", () => {
    expect(place(new Text("北京大学医学院"), "北京大学医院")).toBeUndefined();
    expect(place(new Text("臺灣"), "")).toBeUndefined();
  });

  it("finds every substring of whole clusters, emoji and all", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (value, a, b) => {
          const graphemes = [...new Intl.Segmenter("en").segment(value)].map(({ segment }) => segment);
          const from = a % graphemes.length;
          const answer = graphemes.slice(from, from + 1 + (b % graphemes.length)).join("");
          fc.pre(answer.trim() !== "");
          expect(surfaces(value, answer)?.some((surface) => surface.includes(answer.trim()))).toBe(true);
        },
      ),
    );
  });
});
