import { graphemes } from "../pages/text-geometry.ts";
import { expect, exportedRows, test } from "../support/fixtures.ts";

/** A text, and the part of it that is selected. What is cut out of the file again must be that part, whole. */
const cases = [
  { name: "emoji beyond the BMP", language: "en", text: "A 👍 for Ann 👍🏽 today", part: "Ann 👍🏽" },
  { name: "ZWJ sequence", language: "en", text: "Ann 👩‍💻 and 👨‍👩‍👧‍👦 left", part: "👨‍👩‍👧‍👦" },
  { name: "flags", language: "en", text: "🇹🇷🇩🇪🇫🇷 met", part: "🇩🇪" },
  { name: "Han beyond the BMP", language: "ja", text: "昨日𠮷野家で𠮟られた", part: "𠮷野家" },
  { name: "Arabic inside a word", language: "ar", text: "زار والقاهرة أمس", part: "القاهرة" },
  { name: "Arabic with marks", language: "ar", text: "قال مُحَمَّدٌ ذلك", part: "مُحَمَّدٌ" },
  { name: "Thai with vowels and tones", language: "th", text: "ฉันอยู่ที่กรุงเทพกับเพื่อน", part: "กรุงเทพ" },
  { name: "Devanagari conjuncts", language: "hi", text: "कल क्षत्रिय दिल्ली में था", part: "क्षत्रिय" },
  {
    name: "combining marks",
    language: "vi",
    text: "Ông Nguye\u0302\u0303n ở Hue\u0302\u0301 nay",
    part: "Nguye\u0302\u0303n",
  },
] as const;

const row = (language: string, text: string): object => ({
  id: "one",
  source_lang: language,
  source_text: text,
  english_text: "A translation.",
});

for (const { name, language, text, part } of cases) {
  const start = [...text.slice(0, text.indexOf(part))].length;
  const end = start + [...part].length;

  test(`a selection is exported as it was drawn: ${name}`, async ({ review, seed, api }) => {
    const project = await seed(language, [row(language, text)]);
    await review.open(project);
    await review.drag("source", start, end);
    await review.chooseLabel("LOC");
    await expect(review.selected).toContainText(part);
    await review.saved();
    const [exported] = await exportedRows(api, project);
    expect(exported?.source_text).toBe(text);
    expect(exported?.source_entities).toMatchObject([{ start, end, label: "LOC", text: part }]);
  });

  test(`a selection by keys is exported as it was drawn: ${name}`, async ({ review, seed, api }) => {
    const project = await seed(language, [row(language, text)]);
    await review.open(project);
    await review.press("t", "Home");
    await review.repeat("ArrowDown", graphemes([...text].slice(0, start).join("")));
    await review.repeat("Shift+ArrowDown", graphemes(part));
    await review.press("l");
    await expect(review.selected).toContainText(part);
    await review.saved();
    const [exported] = await exportedRows(api, project);
    expect(exported?.source_entities).toMatchObject([{ start, end, label: "LOC", text: part }]);
  });
}

test("an edge moved through clusters never stops inside one", async ({ review, seed, api }) => {
  const text = "x👨‍👩‍👧‍👦👍🏽e\u0301🇹🇷क्षที่y";
  const project = await seed("hi", [row("hi", text)]);
  await review.open(project);
  await review.press("t", "Home", "Shift+ArrowDown", "l");
  const seen: string[] = [];
  for (let presses = 1; presses < graphemes(text); presses++) {
    await review.press("Shift+ArrowDown");
    await review.saved();
    const [exported] = await exportedRows(api, project);
    seen.push(exported?.source_entities[0]?.text ?? "");
  }
  const clusters = [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)];
  expect(seen).toEqual(clusters.slice(1).map(({ segment, index }) => text.slice(0, index) + segment));
});

test("letters keep joining under a span that ends inside an Arabic word", async ({ review, seed, page }) => {
  const text = "والقاهرة";
  const project = await seed("ar", [row("ar", text)]);
  await review.open(project);
  const width = (): Promise<number> =>
    review.text("source").evaluate((root) => {
      const range = document.createRange();
      range.selectNodeContents(root);
      return range.getBoundingClientRect().width;
    });
  await page.evaluate(() => document.fonts.ready);
  const whole = await width();
  await review.drag("source", 1, text.length);
  await review.chooseLabel("LOC");
  await review.press("Escape");
  expect(await review.text("source").locator("[data-start]").count()).toBe(2);
  // Letters that no longer join take other shapes, which are wider by whole pixels.
  expect(Math.abs((await width()) - whole)).toBeLessThan(0.5);
});
