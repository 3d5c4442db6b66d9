import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";

/** 奧巴馬 stands twice, and is linked in its second place; every row reads the same but for its number. */
const row = (index: number, more: object = {}) => ({
  id: `r${index}`,
  source_lang: "zh",
  source_text: `${index}：奧巴馬說奧巴馬很好。`,
  english_text: `${index}: Obama said he is fine.`,
  source_entities: [{ id: "s1", start: 6, end: 9, label: "ORG", text: "奧巴馬" }],
  english_entities: [{ id: "e1", start: 3, end: 8, label: "PER", text: "Obama" }],
  links: [["e1", "s1"]],
  ...more,
});
const rows = Array.from({ length: 5 }, (_, index) => row(index));

test("one key goes from one place of the same words to the next", async ({ review, seed, api }) => {
  const project = await seed("zh", rows);
  await review.open(project);
  await review.press("Tab");
  await expect(review.selected).toContainText("奧巴馬");
  await expect(review.places).toContainText("same words elsewhere");
  await review.press("x");
  await expect(review.notice).toContainText("奧巴馬: same words elsewhere");
  await review.saved();
  const place = async () => {
    const { annotation } = await api.open(project, 1);
    return annotation.spans.find(({ side }) => side === "source")?.start;
  };
  expect(await place()).toBe(2);
  expect((await api.open(project, 1)).annotation.links).toHaveLength(1);
  await review.press("x");
  await review.saved();
  await expect.poll(place).toBe(6);
  await review.press("Control+z", "Control+z");
  await review.saved();
  await expect.poll(place).toBe(6);
});

test("what accepted segments use for a name is one key away", async ({ review, seed, page }) => {
  const bare = row(9, { source_entities: [], links: [] });
  const project = await seed("zh", [row(0), bare]);
  await review.open(project);
  // A slow save: the next segment is asked about before the server knows that this one was accepted.
  const asked = page.waitForResponse(/review\.alternatives/);
  await page.route(/review\.commit/, async (route) => {
    await asked;
    await route.continue();
  });
  await review.press("Enter");
  await expect(review.heading("r9")).toBeVisible();
  await review.press("Tab");
  await expect(review.places).toContainText("used in 1 accepted segment");
  await review.press("x");
  await expect(review.row(/linked to Obama/)).toBeVisible();
});

test("a correction is done in every identical case, and taken back as one", async ({
  review,
  seed,
  api,
  page,
}) => {
  const project = await seed("zh", rows);
  const labels = async () => {
    const views = await Promise.all(rows.map((_, index) => api.open(project, index + 1)));
    return views.map(({ annotation }) => annotation.spans.find(({ side }) => side === "source")?.label);
  };
  await review.open(project, 2);
  await review.press("Tab", "=");
  await expect(review.selected.getByRole("combobox", { name: "Label" })).toHaveText("PER");
  await review.press("i");
  const dialog = page.getByRole("dialog", { name: "Identical cases" });
  await expect(dialog).toContainText("Relabel 奧巴馬 as PER");
  await expect(dialog).toContainText("4 cases in 4 segments");
  await check(page, "identical cases");
  await dialog.getByRole("checkbox", { name: /r4/ }).uncheck();
  await expect(dialog).toContainText("3 cases in 3 segments");
  await dialog.getByRole("button", { name: /^Change all 3/ }).click();
  await expect(dialog).toBeHidden();
  await expect(review.notice).toContainText("Relabel 奧巴馬 as PER: 3 segments");
  expect(await labels()).toEqual(["PER", "PER", "PER", "PER", "ORG"]);

  await review.press("Control+z");
  await expect(review.notice).toContainText("Undone in 3 segments");
  expect(await labels()).toEqual(["ORG", "PER", "ORG", "ORG", "ORG"]);
  await review.press("Control+Shift+z");
  await expect(review.notice).toContainText("Redone in 3 segments");
  expect(await labels()).toEqual(["PER", "PER", "PER", "PER", "ORG"]);
});

test("Enter is all the confirmation that identical cases need", async ({ review, seed, page }) => {
  const project = await seed("zh", rows);
  await review.open(project);
  await review.press("Tab", "=", "i");
  await expect(page.getByRole("dialog", { name: "Identical cases" })).toContainText("4 cases");
  await review.press("Enter");
  await expect(review.notice).toContainText("4 segments");
  await expect(page.getByRole("dialog")).toBeHidden();
  await review.press("j");
  await expect(review.row(/PER 奧巴馬.*linked to Obama/)).toBeVisible();
});

test("pointing at an entity names the counterpart of what is selected", async ({ review, seed }) => {
  const project = await seed("zh", [
    row(0, {
      source_entities: [],
      english_entities: [
        { id: "e1", start: 3, end: 8, label: "PER", text: "Obama" },
        { id: "e2", start: 14, end: 16, label: "LOC", text: "he" },
      ],
      links: [],
    }),
  ]);
  await review.open(project);
  await review.drag("source", 2, 5);
  await expect(review.labels).toBeVisible();
  await review.click("pivot", 14);
  await expect(review.row(/LOC 奧巴馬.*linked to he/)).toBeVisible();
  // Only one entity is left without a counterpart: nobody needs to be asked.
  await review.drag("source", 6, 9);
  await expect(review.row(/PER 奧巴馬.*linked to Obama/)).toBeVisible();
});

test("a double click takes the word of the language, with Alt the character", async ({
  review,
  seed,
  page,
}) => {
  const text = "สมชายเดินทางไปกรุงเทพมหานคร";
  const project = await seed("th", [
    { id: "t", source_lang: "th", source_text: text, english_text: "Somchai travels to Bangkok." },
  ]);
  await review.open(project);
  const at = await review.text("source").evaluate((element, start) => {
    const range = document.createRange();
    const node = element.firstElementChild?.firstChild;
    if (!node) throw new Error("no text");
    range.setStart(node, start);
    range.setEnd(node, start + 1);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, text.indexOf("กรุงเทพ"));
  const chosen = () => page.evaluate(() => document.getSelection()?.toString());
  await page.mouse.dblclick(at.x, at.y);
  await expect(review.labels).toBeVisible();
  const words = new Intl.Segmenter("th", { granularity: "word" }).segment(text);
  expect(await chosen()).toBe(words.containing(text.indexOf("กรุงเทพ"))?.segment);
  await review.press("Escape");
  await page.keyboard.down("Alt");
  await page.mouse.dblclick(at.x, at.y);
  await page.keyboard.up("Alt");
  await expect(review.labels).toBeVisible();
  expect(await chosen()).toBe("ก");
});
