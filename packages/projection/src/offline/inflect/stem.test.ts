import { expect, test } from "vitest";
import { fold } from "../text/fold.ts";
import { morphologyOf, sameLexeme } from "./stem.ts";

test.each([
  ["ru", "Северной", "Северная", true],
  ["ru", "Россией", "Россия", true],
  ["uk", "Україною", "Україна", true],
  ["ar", "العراقية", "العراق", true],
  ["ru", "Северной", "Сербия", false],
  ["de", "Frankreichs", "Frankreich", true],
])("in %s, %s is a form of %s: %s, as both are folded", (language, word, dictionary, same) => {
  expect(sameLexeme(fold(word), fold(dictionary), morphologyOf(language))).toBe(same);
});
