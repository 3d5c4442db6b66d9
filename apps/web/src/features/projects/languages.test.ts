import { languageSchema } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { findsLanguage, listLanguages, typedLanguage } from "./languages.ts";

const languages = listLanguages();
const find = (query: string) =>
  languages.filter((choice) => findsLanguage(choice, query)).map(({ tag }) => tag);

describe("languages to choose from", () => {
  it("are tags the server takes, each once, sorted by name", () => {
    for (const { tag } of languages) expect(languageSchema.safeParse(tag).success).toBe(true);
    expect(new Set(languages.map(({ tag }) => tag)).size).toBe(languages.length);
    const names = languages.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, "en")));
  });

  it("are found by name, by a word of it and by tag", () => {
    expect(find("chin")).toEqual(expect.arrayContaining(["zh", "zh-TW"]));
    expect(find("trad")).toContain("zh-Hant");
    expect(find("ar")).toEqual(expect.arrayContaining(["ar", "arz"]));
    expect(find("th")).toContain("th");
    expect(find("xyzzy")).toEqual([]);
  });

  it("may be typed as a tag that is not in the list", () => {
    expect(typedLanguage("ZH-hant-hk")).toMatchObject({ tag: "zh-Hant-HK" });
    expect(typedLanguage("not a tag")).toBeUndefined();
    expect(typedLanguage("qqq")).toBeUndefined();
  });
});
