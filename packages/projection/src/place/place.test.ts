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

  it.each([
    ["zh", "他们在台湾开会。", "臺灣", "台湾", "normalised"],
    ["zh-TW", "他們在臺灣開會。", "台湾", "臺灣", "normalised"],
    ["ko", "삼성전자는 오늘 발표했다.", "삼성전자", "삼성전자", "literal"],
    ["ko", "삼성전자가 오늘 발표했다.", "삼성전자는", "삼성전자", "inflection"],
    ["ru", "Он живёт в Москве.", "Москва", "Москве", "inflection"],
    ["ru", "Встреча с Владимиром Путиным прошла.", "Владимир Путин", "Владимиром Путиным", "inflection"],
    ["ar", "سافر إلى بروكسل، ثم عاد.", "بروكسل", "بروكسل", "literal"],
    ["ar", "والقاهرة مدينة كبيرة", "القاهرة", "القاهرة", "literal"],
    ["ar", "زار القاهرة أمس", "والقاهرة", "القاهرة", "inflection"],
    ["ja", "彼はシカゴ大学で学んだ。", "シカゴ大学", "シカゴ大学", "literal"],
    ["ja", "アップルは新製品を発表した。", "アップル", "アップル", "literal"],
    ["ja", "りんごの会社", "リンゴ", "りんご", "normalised"],
    ["zh", "美国总统访问了美 国", "美国 总统", "美国总统", "normalised"],
    ["de", "Die Universität Chicago liegt dort.", "Universitat Chicago", "Universität Chicago", "normalised"],
    [
      "fr",
      "Le président Emmanuel Macron est arrivé.",
      "M. Emmanuel Macron",
      "Emmanuel Macron",
      "longest_run",
    ],
  ])("in %s finds in %s the answer %s", (language, source, answer, surface, by) => {
    const text = new Text(source);
    const placed = place(text, answer, { language });
    expect(placed?.occurrences.map((one) => text.slice(one))).toEqual([surface]);
    expect(placed?.by).toBe(by);
  });

  it("takes words before parts of words, and says where there are only parts", () => {
    const text = new Text("USA and US");
    expect(place(text, "US", { language: "en" })).toMatchObject({
      occurrences: [{ start: 8, end: 10 }],
      insideWord: false,
    });
    expect(place(new Text("Иранский"), "Иран", { language: "ru" })?.insideWord).toBe(true);
  });

  it.each([
    ["zh", "北京大学医学院", "北京大学医院"],
    ["ja", "大学で学んだ。", "シカゴ大学"],
    ["ja", "東京で会った。", "東京タワー"],
    ["ru", "Она читала книгу.", "Москва"],
    ["en", "The bank of the river", "The bank of England"],
  ])("in %s does not shorten an answer to what fits: %s has no %s", (language, source, answer) => {
    expect(place(new Text(source), answer, { language })).toBeUndefined();
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
