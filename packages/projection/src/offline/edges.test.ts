import { range } from "@spanbridge/shared";
import { expect, test } from "vitest";
import { createOfflineEngine } from "./engine.ts";
import { shippedWords } from "./words/shipped.ts";

const words = await shippedWords(["ar", "he", "ko"]);
const engine = createOfflineEngine({ words });

function placed(sourceLang: string, sourceText: string, pivotText: string, name: string): string | undefined {
  const start = pivotText.indexOf(name);
  const entities = [{ id: "e", label: "LOC", ...range(start, start + name.length) }];
  return engine.project([{ id: "s", sourceLang, sourceText, pivotText, entities }])[0]?.entities[0]?.place
    ?.surface;
}

test.each([
  ["he", "מוסקבה היא עיר גדולה.", "Moscow is a large city.", "Moscow", "מוסקבה"],
  ["he", "הם גרים במוסקבה.", "They live in Moscow.", "Moscow", "מוסקבה"],
  ["ar", "لندن مدينة كبيرة.", "London is a large city.", "London", "لندن"],
  ["ar", "زار ودستوك أمس.", "He visited Woodstock yesterday.", "Woodstock", "ودستوك"],
])("a letter is taken from a word of %s only where the name does not begin with it: %s", (...one) => {
  const [language, source, pivot, name, right] = one;
  expect(placed(language, source, pivot, name)).toBe(right);
});

test("a Korean particle of the word before begins no name", () => {
  const surface = placed(
    "ko",
    "그는 발칸반도로 갔다.",
    "He went to the Balkan Peninsula.",
    "Balkan Peninsula",
  );
  expect(surface).toMatch(/^발칸/u);
});

test("the word for a reign belongs to the number", () => {
  expect(placed("ko", "루이 X세가 왔다.", "Louis X came.", "Louis X")).toBe("루이 X세");
});
