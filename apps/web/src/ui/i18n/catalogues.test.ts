import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { ar } from "./ar.ts";
import { errors } from "./catalogues/ja/errors.ts";
import { ja } from "./ja.ts";
import type { Catalogue } from "./languages.ts";
import { isSentence, literalsIn, sentencesIn } from "./test-support/sentences.ts";
import { composed, zhHans } from "./zh-hans.ts";

const catalogues: Readonly<Record<string, Catalogue>> = { "zh-Hans": zhHans, ja, ar };
const bare = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, "");
const blanks = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? "").sort();

const pages = import.meta.glob<string>(
  [
    "../../{app,features,ui,editor}/**/*.{ts,tsx}",
    "!../../**/*.test.*",
    "!../../**/test-support/**",
    "!./**",
  ],
  { query: "?raw", import: "default", eager: true },
);
const asked = new Map(
  Object.entries(pages).flatMap(([file, source]) => sentencesIn(source).map((sentence) => [sentence, file])),
);

const made = new Set(Object.keys(composed).map(bare));

describe("the catalogues", () => {
  for (const [language, catalogue] of Object.entries(catalogues)) {
    const known = new Set(Object.keys(catalogue).map(bare));

    test(`${language} has every sentence that a page asks for`, () => {
      expect(asked.size).toBeGreaterThan(1000);
      expect([...asked].filter(([sentence]) => !known.has(sentence))).toEqual([]);
    });

    test(`${language} has no sentence that nobody says`, () => {
      // Those that models put together cannot be told from their source.
      const idle = [...known].filter((key) => !asked.has(key) && !made.has(key));
      expect(idle).toEqual([]);
    });

    test(`${language} fills the blanks that the sentence has, and no other`, () => {
      for (const [key, value] of Object.entries(catalogue)) {
        const [wanted, filled] = [blanks(bare(key)), blanks(value)];
        // "One segment" needs no number.
        const missing = wanted.filter((name) => name !== "count" && !filled.includes(name));
        expect([missing, filled.filter((name) => !wanted.includes(name))], key).toEqual([[], []]);
      }
    });

    test(`${language} has every form of number that the language has`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const forms = Map.groupBy(
        Object.keys(catalogue).filter((key) => bare(key) !== key),
        bare,
      );
      for (const [key, found] of forms) {
        const missing = pluralCategories.filter(
          (form) => form !== "zero" && !found.includes(`${key}_${form}`),
        );
        // A language with one form may have it in the sentence itself.
        expect(missing, key).toEqual([]);
      }
    });
  }
});

test("what the server says stands in its source as the catalogues have it", () => {
  const server = Object.values(
    import.meta.glob<string>("../../../../api/src/**/*.ts", {
      query: "?raw",
      import: "default",
      eager: true,
    }),
  );
  const unsaid = Object.keys(errors).filter((key) => {
    const parts = key.split(/\{\{\w+\}\}/);
    return !server.some((source) => parts.every((part) => source.includes(part)));
  });
  expect(unsaid).toEqual([]);
});

test("no page shows an English sentence that does not go through the catalogues", () => {
  const literals = Object.entries(pages).flatMap(([file, source]) =>
    file.endsWith(".tsx")
      ? literalsIn(parseAst(source, { lang: "tsx" })).map((literal) => `${file}: ${literal}`)
      : [],
  );
  expect(literals).toEqual([]);
  expect(isSentence("Save")).toBe(true);
});
