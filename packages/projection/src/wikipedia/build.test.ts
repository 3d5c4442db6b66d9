import { err, ok } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import type { Articles, EnglishArticle, Introduction } from "./articles.ts";
import { findPairs } from "./build.ts";
import { firstParagraphs } from "./check/introduction.ts";
import { redirectGrounds } from "./check/redirect.ts";
import { type Outcome, titleOf, titlesFor, uniqueNames } from "./names.ts";

const article = (title: string, more: Partial<EnglishArticle> = {}): EnglishArticle => ({
  title,
  redirect: null,
  disambiguation: false,
  isArticle: true,
  aligned: null,
  ...more,
});
const introduction = (title: string, text: string, more: Partial<Introduction> = {}): Introduction => ({
  title,
  text,
  redirect: null,
  disambiguation: false,
  isArticle: true,
  pageId: 1,
  revision: 2,
  url: `https://zh.wikipedia.org/wiki/${title}`,
  ...more,
});

type Asked = { side: string; titles: readonly string[] };

function source(
  english: Record<string, EnglishArticle>,
  target: Record<string, Introduction>,
  englishTexts: Record<string, Introduction> = {},
): Articles & { asked: Asked[] } {
  const asked: Asked[] = [];
  const pick = <T>(from: Record<string, T>, titles: readonly string[]) =>
    ok(new Map(titles.flatMap((title) => (from[title] ? [[title, from[title]] as const] : []))));
  return {
    asked,
    english: async (titles) => {
      asked.push({ side: "links", titles });
      return pick(english, titles);
    },
    introductions: async (side, titles) => {
      asked.push({ side, titles });
      return pick(side === "english" ? englishTexts : target, titles);
    },
  };
}

async function outcomes(names: readonly string[], articles: Articles): Promise<Outcome[]> {
  const all: Outcome[] = [];
  const list = names.map((name) => ({ name, label: "" }));
  for await (const batch of findPairs(list, articles, { language: "zh", longest: 2000 })) {
    if (!batch.ok) throw new Error(batch.error.message);
    all.push(...batch.value);
  }
  return all;
}
const reasons = (all: readonly Outcome[]) =>
  all.map((one) => (one.kind === "rejected" ? one.reason : "accepted"));

describe("pairs", () => {
  it("are accepted or have a reason, each name once and in order", async () => {
    const articles = source(
      {
        Berlin: article("Berlin", { aligned: "柏林" }),
        Mercury: article("Mercury", { disambiguation: true, aligned: "水星 (消歧义)" }),
        "Category:Cities": article("Category:Cities", { isArticle: false }),
        Fischler: article("Fischler (surname)", { redirect: { section: null }, aligned: "菲施勒" }),
        "Venantius AB": article("508", { redirect: { section: null }, aligned: "508年" }),
        "Big Firm": article("Some Founder", { redirect: { section: "Firm" }, aligned: "某人" }),
        Alone: article("Alone"),
        Empty: article("Empty", { aligned: "空" }),
        Other: article("Other", { aligned: "别名" }),
        List: article("List", { aligned: "列表 (消歧义)" }),
        Template: article("Template", { aligned: "Template:模板" }),
        Moved: article("Moved", { aligned: "旧章" }),
      },
      {
        柏林: introduction("柏林", "柏林是德国首都。"),
        空: introduction("空", ""),
        别名: introduction("别名", "这里没有那个词。"),
        "列表 (消歧义)": introduction("列表 (消歧义)", "列表可以指："),
        "Template:模板": introduction("Template:模板", "模板", { isArticle: false }),
        旧章: introduction("新章", "别的事情。", { redirect: { section: "历史" } }),
      },
    );
    const names = [
      "Berlin",
      "Mercury",
      "Category:Cities",
      "Fischler",
      "Venantius AB",
      "Big Firm",
      "Alone",
      "Empty",
      "Other",
      "List",
      "Template",
      "Moved",
      "Nobody",
      "A|B",
    ];
    const all = await outcomes(names, articles);
    expect(all.map(({ name }) => name.name)).toEqual(names);
    expect(reasons(all)).toEqual([
      "accepted",
      "disambiguation",
      "wrong_page",
      "wrong_page",
      "redirect_elsewhere",
      "redirect_to_section",
      "no_language_link",
      "empty_introduction",
      "title_not_in_text",
      "disambiguation",
      "wrong_page",
      "redirect_to_section",
      "no_article",
      "no_article",
    ]);
  });

  it("believe a redirect that the introduction of its page explains, and ask for no other", async () => {
    const articles = source(
      {
        EU: article("European Union", { redirect: { section: null }, aligned: "欧洲联盟" }),
        Burma: article("Myanmar", { redirect: { section: null }, aligned: "缅甸" }),
        Acme: article("Wile Coyote", { redirect: { section: null }, aligned: "歪心狼" }),
      },
      {
        欧洲联盟: introduction("欧洲联盟", "欧洲联盟，简称欧盟。"),
        缅甸: introduction("缅甸", "缅甸是国家。"),
      },
      {
        Myanmar: introduction("Myanmar", "Myanmar, formerly known as Burma, is a country."),
        "Wile Coyote": introduction("Wile Coyote", "A cartoon character."),
      },
    );
    expect(reasons(await outcomes(["EU", "Burma", "Acme"], articles))).toEqual([
      "accepted",
      "accepted",
      "redirect_elsewhere",
    ]);
    expect(articles.asked).toEqual([
      { side: "links", titles: ["EU", "Burma", "Acme"] },
      { side: "english", titles: ["Myanmar", "Wile Coyote"] },
      { side: "target", titles: ["欧洲联盟", "缅甸"] },
    ]);
  });

  it("are looked for under further titles where the name has no article", async () => {
    const articles = source(
      { Brussels: article("Brussels", { aligned: "布鲁塞尔" }) },
      { 布鲁塞尔: introduction("布鲁塞尔", "布鲁塞尔是比利时首都。") },
    );
    expect(reasons(await outcomes(["BRUSSELS", "the Brussels", "Brussels's"], articles))).toEqual([
      "accepted",
      "accepted",
      "accepted",
    ]);
  });

  it("end with the failure of their source; what came before stands", async () => {
    let calls = 0;
    const articles: Articles = {
      english: async () => (++calls > 1 ? err({ kind: "overloaded", message: "Too much." }) : ok(new Map())),
      introductions: async () => ok(new Map()),
    };
    const names = Array.from({ length: 120 }, (_, index) => ({ name: `Name ${index}`, label: "" }));
    const batches: unknown[] = [];
    for await (const batch of findPairs(names, articles, { language: "zh", longest: 10 }))
      batches.push(batch);
    expect(batches).toHaveLength(2);
    expect(batches[1]).toEqual(err({ kind: "overloaded", message: "Too much." }));
  });
});

describe("names and titles", () => {
  it("are unique, with the first label there is", () => {
    expect(
      uniqueNames([
        { name: "A  b", label: "" },
        { name: " A b ", label: "PER" },
        { name: " ", label: "X" },
        { name: "A b", label: "LOC" },
      ]),
    ).toEqual([{ name: "A b", label: "PER" }]);
  });

  it("are written as MediaWiki writes them, or cannot be", () => {
    expect([titleOf("iPhone"), titleOf("new_york  city"), titleOf("école"), titleOf("ßeta")]).toEqual([
      "IPhone",
      "New york city",
      "École",
      "ßeta",
    ]);
    expect(titleOf("Cote d\u0302Azur")).toBe("Cote d\u0302Azur");
    expect(titleOf("e\u0301cole")).toBe("École");
    for (const bad of ["", "a|b", "a#b", "[x]", "<b>", "a{b", "..", "x".repeat(256), "字".repeat(86), "\t"]) {
      expect(titleOf(bad)).toBeUndefined();
    }
    expect(titlesFor("BRUSSELS")).toEqual(["BRUSSELS", "Brussels"]);
    expect(titlesFor("NATO")).toEqual(["NATO", "Nato"]);
    expect(titlesFor("EU")).toEqual(["EU"]);
    expect(titlesFor("the Hague")).toEqual(["The Hague", "Hague"]);
  });
});

describe("a redirect", () => {
  it.each([
    ["U.S.", "United States", "initials"],
    ["BRUSSELS", "Brussels", "same_name"],
    ["Düsseldorf", "Dusseldorf", "same_name"],
    ["Obama", "Barack Obama", "part_of_title"],
    ["Bank of England", "The Bank of England", "part_of_title"],
    ["FIFA", "International Federation", undefined],
  ] as const)("from %s to %s is believed as %s", (name, title, grounds) => {
    expect(redirectGrounds(name, title, undefined)).toBe(grounds);
  });
  it("is believed where the introduction has the name", () => {
    expect(redirectGrounds("Peking", "Beijing", "Beijing, also Peking, is a city.")).toBe("in_introduction");
    expect(redirectGrounds("Peking", "Beijing", "Beijing is a city.")).toBeUndefined();
  });
});

describe("an introduction", () => {
  it("is cut between paragraphs, never inside one", () => {
    expect(firstParagraphs("one\ntwo\nthree", 100)).toBe("one\ntwo\nthree");
    expect(firstParagraphs("one\ntwo\nthree", 8)).toBe("one\ntwo");
    expect(firstParagraphs("one\n\ntwo", 4)).toBe("one");
    expect(firstParagraphs("longer than that\nx", 3)).toBe("longer than that");
    expect(firstParagraphs("🎌🎌\nx", 4)).toBe("🎌🎌\nx");
  });
});
