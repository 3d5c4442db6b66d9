import { expect, it } from "vitest";
import { cliticCuts } from "./clitics.ts";

it.each([
  ["لأوباما", "ar", [1]],
  ["وبالقاهرة", "ar", [1, 2]],
  ["بشار", "ar", [1]],
  ["ليبي", "ar", [1]],
  ["بن", "ar", []],
  ["כאובמה", "he", [1]],
  ["بهرام", "fa", []],
  ["Обамы", "ru", []],
])("%s (%s) may begin at %j", (word, language, cuts) => {
  expect(cliticCuts([...word], language)).toEqual(cuts);
});

it.each([
  ["كِتاب", [2]],
  ["كِتب", []],
  ["وَبِأوباما", [2, 4]],
  ["ب\u200dكتاب", [2, 3]],
])("%s: marks stay with their letter and are none themselves", (word, cuts) => {
  expect(cliticCuts([...word], "ar")).toEqual(cuts);
});
