import { range } from "@spanbridge/shared";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createOfflineEngine } from "../engine.ts";
import { languagesWithWords, shippedWords } from "./shipped.ts";
import { packWords, unpackWords, type WordEntry, WordTable } from "./table.ts";

const word = fc.stringMatching(/^[a-zа-я一-十ก-ฮ']{1,12}$/u);
const strength = fc.integer({ min: 1, max: 9 }).map((step) => step / 9);
const entries = fc.uniqueArray(
  fc.record({
    pivot: word,
    name: fc.boolean(),
    forms: fc.array(fc.record({ form: word, strength }), { minLength: 1, maxLength: 4 }),
  }),
  { selector: ({ pivot }) => pivot },
);

test("what was packed is unpacked again, in the order of the alphabet", () => {
  fc.assert(
    fc.property(entries, (list) => {
      const sorted = [...list].sort((a: WordEntry, b: WordEntry) => (a.pivot < b.pivot ? -1 : 1));
      expect(unpackWords(packWords(list))).toEqual(sorted);
    }),
  );
});

test("a word that the packing could not tell from its own signs is left out, not garbled", () => {
  const one = { pivot: "a", name: false, forms: [{ form: "x", strength: 1 }] };
  const bad = { pivot: "yahoo!", name: true, forms: [{ form: "y", strength: 1 }] };
  expect(
    unpackWords(packWords([one, bad, { ...one, pivot: "b", forms: [{ form: "p q", strength: 1 }] }])),
  ).toEqual([one]);
});

test("every language that is said to have a table has one, and others none", async () => {
  const tables = await shippedWords([...languagesWithWords, "eo"]);
  expect(Object.keys(tables)).toEqual(languagesWithWords);
  for (const packed of Object.values(tables)) expect(unpackWords(packed).length).toBeGreaterThan(2000);
  expect(Object.keys(await shippedWords(["zh-Hant", "zh-Hans"]))).toEqual(["zh"]);
});

test("shipped tables know words that sound like nothing", async () => {
  const { zh = "" } = await shippedWords(["zh-Hant"]);
  expect(new WordTable(zh).get("supreme").map(({ form }) => form)).toContain("最高");
});

test("a single sentence is projected with what the table knows", async () => {
  const segment = {
    id: "s",
    sourceLang: "ru",
    sourceText: "Верховный суд отклонил его вчера.",
    pivotText: "The Supreme Court rejected it yesterday.",
    entities: [{ id: "e", label: "ORG", ...range(4, 17) }],
  };
  const place = (words: Readonly<Record<string, string>>) =>
    createOfflineEngine({ words }).project([segment])[0]?.entities[0]?.place?.surface;
  expect(place({})).not.toBe("Верховный суд");
  expect(place(await shippedWords(["ru"]))).toBe("Верховный суд");
});

test("a Thai name begins and ends with no vowel that belongs to its neighbour", () => {
  const segment = {
    id: "s",
    sourceLang: "th",
    sourceText: "เขาเกิดที่เอดินบะระเมื่อปีก่อน",
    pivotText: "He was born in Edinburgh last year.",
    entities: [{ id: "e", label: "LOC", ...range(15, 24) }],
  };
  const place = createOfflineEngine().project([segment])[0]?.entities[0]?.place;
  expect(place?.surface).toBe("เอดินบะระ");
});
