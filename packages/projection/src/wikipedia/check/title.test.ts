import { readFileSync } from "node:fs";
import { Text } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findTitle } from "./title.ts";

function found(
  text: string,
  title: string,
  language: string,
): [string, string, readonly string[]] | undefined {
  const match = findTitle(text, title, language);
  return match && [new Text(text).slice(match.range), match.name, match.steps];
}

describe("a title in its introduction", () => {
  it.each([
    ["zh", "欧洲联盟", "欧洲联盟（英語：European Union）是", "欧洲联盟", []],
    ["zh", "台湾", "臺灣位於東亞。", "臺灣", ["han_variants"]],
    ["zh", "皇后乐队 (乐队)", "皇后乐队是英國樂隊。", "皇后乐队", ["brackets_removed"]],
    ["zh", "科瑞·舒尔曼", "科瑞‧舒尔曼是", "科瑞‧舒尔曼", ["punctuation"]],
    ["zh", "强尼·班奇", "強尼·李·班奇（英語：Johnny Lee Bench）", "強尼·李·班奇", ["middle_names"]],
    ["ja", "シカゴ大学", "シカゴ大学（英語）は", "シカゴ大学", []],
    ["ja", "ＩＢＭ", "IBMは米国の企業。", "IBM", ["width_and_case"]],
    ["ja", "田中秀道", "田中 秀道（たなか）は", "田中 秀道", ["spaces"]],
    ["ko", "삼성전자", "한국의 삼성전자는 기업이다.", "삼성전자", ["inflection"]],
    ["ru", "Москва", "Москва́ — столица.", "Москва́", ["marks"]],
    ["ru", "Обама, Барак", "Бара́к Оба́ма — политик.", "Бара́к Оба́ма", ["name_order", "marks"]],
    ["ru", "Москва", "Города около Москве близки.", "Москве", ["inflection"]],
    [
      "ru",
      "Иванов, Иван",
      "Иван Петрович Иванов — физик.",
      "Иван Петрович Иванов",
      ["name_order", "middle_names"],
    ],
    ["ar", "ألمانيا", "أَلْمَانِيَا دولة.", "أَلْمَانِيَا", ["marks"]],
    ["ar", "محمد", "محـــمد اسم.", "محـــمد", ["tatweel_and_joiners"]],
    ["th", "กรุงเทพมหานคร", "กรุงเทพมหานครเป็นเมืองหลวง", "กรุงเทพมหานคร", []],
    ["hi", "नई दिल्ली", "नई दिल्ली भारत की राजधानी है।", "नई दिल्ली", []],
    ["de", "Essen (Begriff)", "Essen ist eine Stadt.", "Essen", ["brackets_removed"]],
    ["ar", "إيسن، بلجيكا", "إيسن هي بلدية.", "إيسن", ["part_after_comma_removed"]],
    ["he", "ירושלים", "יְרוּשָׁלַיִם היא עיר.", "יְרוּשָׁלַיִם", ["marks"]],
  ] as const)("%s %s", (language, title, text, surface, steps) => {
    const match = found(text, title, language);
    expect(match && [match[0], match[2]]).toEqual([surface, steps]);
  });

  it.each([
    // Part of another word, and no form of it.
    ["ru", "Рим", "Примерно так."],
    ["de", "Ulm", "Der Schulmeister."],
    // Most of it is not all of it.
    ["zh", "北京大学医院", "北京大学医学院在北京。"],
    // Vowels of Devanagari and Thai and the voiced mark of kana are part of the word.
    ["ja", "ハス", "バスは車。"],
    ["hi", "किला", "कला सुंदर है।"],
    ["th", "กา", "ก่าเป็นนก"],
    // A comma in a Russian title is part of the name: the family name alone is another one.
    ["ru", "Обама, Мишель", "Обама — фамилия."],
    // A nickname in brackets or quotes in between is no middle name.
    ["ru", "Симитис, Костас", "Константинос (Костас) Симитис"],
    ["zh", "皮特·森柏斯", "「皮特」·森柏斯是"],
  ] as const)("%s: %s is not in %s", (language, title, text) => {
    expect(found(text, title, language)).toBeUndefined();
  });

  it("is where the range says, in code points, behind characters of two units", () => {
    const match = findTitle("𠮷野家🍚は台湾にもある。", "臺灣", "zh");
    expect(match?.range).toEqual({ start: 5, end: 7 });
  });

  it("always stands at its range, and a title that is there letter by letter needs no step", () => {
    const word = fc.string({ unit: fc.constantFrom(..."美国联邦ウエカナABc ·(бгд)ا한국"), maxLength: 8 });
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.constantFrom("zh", "ja", "ko", "ru", "ar"),
        (before, title, after, language) => {
          const text = `${before}${title}${after}`;
          const match = findTitle(text, title, language);
          if (!match) return;
          expect(new Text(text).holds(match.range)).toBe(true);
          if (match.steps.length === 0) expect(new Text(text).slice(match.range)).toBe(title.trim());
        },
      ),
    );
  });
});

describe("the published corpus", () => {
  const rows = z.array(z.object({ tgt_entity: z.string(), text: z.string() }));
  const read = (language: string) =>
    rows.parse(
      JSON.parse(
        readFileSync(
          new URL(`../../../test/fixtures/wikipedia/corpus_${language}.json`, import.meta.url),
          "utf8",
        ),
      ),
    );

  it.each([
    ["zh", 0.8],
    ["ja", 0.75],
    ["ru", 0.75],
    ["ar", 0.75],
    ["ka", 0.75],
    ["ko", 0.75],
  ] as const)("%s: named steps explain most rows", (language, least) => {
    const all = read(language);
    const explained = all.filter(({ tgt_entity, text }) => findTitle(text, tgt_entity, language));
    const literal = all.filter(({ tgt_entity, text }) => text.includes(tgt_entity));
    expect(explained.length / all.length).toBeGreaterThan(least);
    expect(explained.length).toBeGreaterThan(literal.length);
  });
});
