import { range } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { TITLES } from "../data/titles.ts";
import { createOfflineEngine } from "../engine.ts";
import type { OfflineSettings } from "../settings.ts";

type Case = {
  readonly lang: string;
  readonly source: string;
  readonly pivot: string;
  readonly name: string;
  readonly label?: string;
  readonly form?: string;
};

/** What of the source an entity gets; the lexicon has its form, so that only conventions decide about the edges. */
function found(
  { lang, source, pivot, name, label = "PER", form = "" }: Case,
  settings: Partial<OfflineSettings>,
): string | undefined {
  const at = pivot.indexOf(name);
  const engine = createOfflineEngine(
    form === "" ? {} : { lexicon: [{ pivot: name, source: form }] },
    settings,
  );
  const [answer] = engine.project([
    {
      id: "a",
      sourceLang: lang,
      sourceText: source,
      pivotText: pivot,
      entities: [{ ...range(at, at + name.length), id: "e", label }],
    },
  ]);
  return answer?.entities[0]?.place?.surface;
}

const obama = {
  source: "美國總統府說，奧巴馬總統訪問柏林。",
  pivot: "President Obama visited Berlin.",
  name: "Obama",
};
const zh = { lang: "zh", form: "奧巴馬", ...obama };

describe("titles", () => {
  it.each<[Case, string, string]>([
    [zh, "奧巴馬總統", "奧巴馬"],
    [{ ...zh, source: "奧巴馬總統府。" }, "奧巴馬", "奧巴馬"],
    [
      { lang: "ja", source: "オバマ大統領は話した。", pivot: "Obama spoke.", name: "Obama", form: "オバマ" },
      "オバマ大統領",
      "オバマ",
    ],
    [
      { lang: "ko", source: "오바마 대통령은 말했다.", pivot: "Obama spoke.", name: "Obama", form: "오바마" },
      "오바마 대통령",
      "오바마",
    ],
    [
      { lang: "de", source: "Gestern sprach Herr Dr. Müller.", pivot: "Müller spoke.", name: "Müller" },
      "Herr Dr. Müller",
      "Müller",
    ],
    [
      {
        lang: "ru",
        source: "Он видел президента Обаму.",
        pivot: "He saw Obama.",
        name: "Obama",
        form: "Обама",
      },
      "президента Обаму",
      "Обаму",
    ],
  ])("are part of the name or not: %j", (one, taken, left) => {
    expect(found(one, { titles: "in" })).toBe(taken);
    expect(found(one, { titles: "out" })).toBe(left);
  });

  it("belong to persons only", () => {
    expect(found({ ...zh, label: "ORG" }, { titles: "in" })).toBe("奧巴馬");
  });

  it("are taken off a name that a lexicon has with them, but never the whole of it", () => {
    const titled = { ...zh, form: "奧巴馬總統" };
    expect(found(titled, { titles: "in" })).toBe("奧巴馬總統");
    expect(found(titled, { titles: "out" })).toBe("奧巴馬");
    const bare = { lang: "zh", source: "總統來了。", pivot: "Obama came.", name: "Obama", form: "總統" };
    expect(found(bare, { titles: "out" })).toBe("總統");
  });

  it("are written as the language writes them", () => {
    for (const { before = "", after = "" } of Object.values(TITLES))
      for (const title of `${before} ${after}`.trim().split(" ")) expect(title).toMatch(/^[\p{L}\p{M}]+$/u);
  });
});

describe("words for kinds of places", () => {
  const nile = {
    lang: "zh",
    source: "尼羅河很長。",
    pivot: "The Nile is long.",
    name: "Nile",
    label: "LOC",
    form: "尼羅",
  };

  it("are part of the name or not", () => {
    expect(found(nile, { classNouns: "in" })).toBe("尼羅河");
    expect(found({ ...nile, form: "尼羅河" }, { classNouns: "out" })).toBe("尼羅");
  });

  it("stay where the translation names them, too", () => {
    const chicago = {
      lang: "zh",
      source: "他在芝加哥大學。",
      pivot: "He is at Chicago University.",
      name: "Chicago University",
      label: "ORG",
      form: "芝加哥大學",
    };
    expect(found(chicago, { classNouns: "out" })).toBe("芝加哥大學");
  });
});

describe("numerals of rulers", () => {
  it.each<[Case, string, string]>([
    [
      {
        lang: "zh",
        source: "伊麗莎白二世女王。",
        pivot: "Elizabeth came.",
        name: "Elizabeth",
        form: "伊麗莎白",
      },
      "伊麗莎白二世",
      "伊麗莎白",
    ],
    [
      {
        lang: "ru",
        source: "Королева Елизавета II приехала.",
        pivot: "Queen Elizabeth arrived.",
        name: "Elizabeth",
        form: "Елизавета",
      },
      "Елизавета II",
      "Елизавета",
    ],
  ])("are part of the name or not: %j", (one, taken, left) => {
    expect(found(one, { numerals: "in" })).toBe(taken);
    expect(found(one, { numerals: "out" })).toBe(left);
  });

  it("come before titles", () => {
    const queen = {
      lang: "zh",
      source: "伊麗莎白二世女王來了。",
      pivot: "Elizabeth came.",
      name: "Elizabeth",
      form: "伊麗莎白二世女王",
    };
    expect(found(queen, { numerals: "out", titles: "out" })).toBe("伊麗莎白");
    expect(found(queen, { numerals: "in", titles: "out" })).toBe("伊麗莎白二世");
  });
});

describe("peoples and adjectives of countries", () => {
  const german = { lang: "zh", source: "德國人赢了。", pivot: "Germans won.", name: "Germans", label: "LOC" };

  it("are found or left open, with the reason", () => {
    expect(found(german, {})).toBeDefined();
    expect(found(german, { demonyms: false })).toBeUndefined();
    expect(found({ ...german, pivot: "Germany won.", name: "Germany" }, { demonyms: false })).toBeDefined();
  });
});
