import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryUnits } from "../../test/texts.ts";
import { directionOf, isLanguageTag, languageName, scriptOf } from "./languages.ts";
import { isStorable } from "./storable.ts";
import { Text } from "./text.ts";
import { words } from "./words.ts";

describe("words", () => {
  it("cover the text without gaps, whatever the text and language", () => {
    fc.assert(
      fc.property(arbitraryUnits, fc.constantFrom("en", "zh", "ja", "th", "ar", "hi"), (value, language) => {
        const text = new Text(value);
        const found = words(text, language);
        expect(found.map((word) => text.slice(word)).join("")).toBe(value);
        let end = 0;
        for (const word of found) {
          expect(word.start).toBe(end);
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
        expect(end).toBe(text.length);
      }),
    );
  });

  it.each([
    ["en", "Mr. Obama’s visit", ["Mr", "Obama’s", "visit"]],
    ["zh", "北京，東京。", ["北京", "東京"]],
    ["th", "ฉันอยู่ที่กรุงเทพ", ["ฉัน", "อยู่", "ที่", "กรุงเทพ"]],
    ["ar", "محمد في القاهرة", ["محمد", "في", "القاهرة"]],
  ])("of %s come from its dictionary or its spaces", (language, value, expected) => {
    const text = new Text(value);
    const found = words(text, language).filter(({ isWordLike }) => isWordLike);
    expect(found.map((word) => text.slice(word))).toEqual(expected);
  });
});

describe("languages", () => {
  it.each([
    ["ar", "rtl", "Arab"],
    ["he", "rtl", "Hebr"],
    ["fa-IR", "rtl", "Arab"],
    ["pa-PK", "rtl", "Arab"],
    ["pa", "ltr", "Guru"],
    ["zh", "ltr", "Hans"],
    ["zh-TW", "ltr", "Hant"],
    ["sr-Latn", "ltr", "Latn"],
  ])("%s runs %s in %s", (language, direction, script) => {
    expect(directionOf(language)).toBe(direction);
    expect(scriptOf(language)).toBe(script);
  });

  it("tells language tags from other strings", () => {
    expect(["zh", "zh-Hant-TW", "th"].every(isLanguageTag)).toBe(true);
    expect(["", "chinese language", "zh_TW", "-"].some(isLanguageTag)).toBe(false);
    expect(languageName("th")).toBe("Thai");
  });
});

describe("isStorable", () => {
  it("refuses what UTF-8 or the database cannot hold", () => {
    expect(isStorable("👩‍💻 ok\r\n")).toBe(true);
    for (const bad of ["\ud83d", "a\udc4d", "a\0b"]) expect(isStorable(bad)).toBe(false);
  });
});
