import { readFileSync } from "node:fs";
import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

const pair = (id: string) => ({
  id,
  doc: "one",
  source_lang: "zh",
  source_text: `奧巴馬與科瑞·舒爾曼在華盛頓。${id}`,
  english_text: `Obama and Kori Schulman in Washington. ${id}`,
  source_entities: [
    { id: "s1", start: 0, end: 3, label: "PER", text: "奧巴馬" },
    { id: "s2", start: 4, end: 10, label: "PER", text: "科瑞·舒爾曼" },
    { id: "s3", start: 11, end: 14, label: "LOC", text: "華盛頓" },
  ],
  english_entities: [
    { id: "e1", start: 0, end: 5, label: "PER", text: "Obama" },
    { id: "e2", start: 10, end: 22, label: "PER", text: "Kori Schulman" },
    { id: "e3", start: 27, end: 37, label: "LOC", text: "Washington" },
  ],
  links: [["e1", "s1"]],
});
const row = (id: string) => {
  const made = pair(id);
  const place = (text: string, whole: string) => {
    const start = [...whole.slice(0, whole.indexOf(text))].length;
    return { start, end: start + [...text].length };
  };
  return {
    ...made,
    source_entities: made.source_entities.map((entity) => ({
      ...entity,
      ...place(entity.text, made.source_text),
    })),
    english_entities: made.english_entities.map((entity) => ({
      ...entity,
      ...place(entity.text, made.english_text),
    })),
  };
};

test("the matrix links and unlinks by keyboard", async ({ review, seed, page, api }) => {
  const project = await seed("zh", [row("a")]);
  await review.open(project);
  await review.press("g");
  const matrix = page.getByRole("region", { name: "Links as a matrix" });
  const cell = (name: string) => matrix.getByRole("button", { name });
  await expect(cell("Obama and 奧巴馬")).toHaveAttribute("aria-pressed", "true");
  await check(page, "matrix");
  await cell("Obama and 奧巴馬").focus();
  await review.press("ArrowDown", "ArrowRight");
  await expect(cell("Kori Schulman and 科瑞·舒爾曼")).toBeFocused();
  await review.press("Enter");
  await expect(cell("Kori Schulman and 科瑞·舒爾曼")).toHaveAttribute("aria-pressed", "true");
  await review.press("ArrowUp", "ArrowLeft", " ");
  await expect(cell("Obama and 奧巴馬")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("region", { name: /^Translation/ })).toContainText("2 not linked");
  await review.saved();
  const { annotation } = await api.open(project, 1);
  expect(annotation.links.map(({ pivot, source }) => [pivot, source])).toEqual([["e2", "s2"]]);
  await review.press("Control+z");
  await expect(cell("Obama and 奧巴馬")).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(matrix).toBeVisible();
  await review.press("g");
  await expect(matrix).toBeHidden();
});

test("the pointer lights a link, and scrolling measures nothing", async ({ review, seed, page }) => {
  const project = await seed("zh", [
    { ...row("a"), english_text: `${row("a").english_text}\n`.repeat(40).trimEnd() },
  ]);
  await review.open(project);
  const lit = page.locator("svg path[data-lit=true]");
  await expect(lit).toHaveCount(0);
  await review.text("source").locator("[data-spans=s1]").hover();
  await expect(lit).toHaveCount(1);
  await page.mouse.move(2, 2);
  await expect(lit).toHaveCount(0);
  const reads = await page.evaluate(async () => {
    let count = 0;
    const counted = <T extends object>(prototype: T, name: keyof T & string): void => {
      const read = prototype[name];
      if (typeof read !== "function") throw new Error(name);
      Object.defineProperty(prototype, name, {
        value(this: T, ...all: unknown[]) {
          count++;
          return read.apply(this, all);
        },
      });
    };
    counted(Element.prototype, "getBoundingClientRect");
    counted(Element.prototype, "getClientRects");
    counted(Range.prototype, "getBoundingClientRect");
    counted(Range.prototype, "getClientRects");
    const frame = () => new Promise(requestAnimationFrame);
    await frame();
    const pane = document.querySelector("[data-side=source]")?.closest(".overflow-y-auto");
    if (!pane) throw new Error("no pane");
    count = 0;
    for (let top = 0; top < 600; top += 60) {
      pane.scrollTop = top;
      await frame();
    }
    if (pane.scrollTop === 0) throw new Error("nothing scrolled");
    return count;
  });
  expect(reads).toBe(0);
});

test("at 1024 pixels both texts stand side by side, the entities below, and both sides fold away", async ({
  review,
  seed,
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  const project = await seed("zh", sampleRows("zh", 3));
  await review.open(project);
  const source = await review.text("source").boundingBox();
  const pivot = await review.text("pivot").boundingBox();
  if (!source || !pivot) throw new Error("both texts are shown");
  expect(Math.abs(source.y - pivot.y)).toBeLessThan(8);
  expect(pivot.x).toBeGreaterThan(source.x + source.width);
  const entities = await review.entities.boundingBox();
  expect(entities?.y).toBeGreaterThan(source.y + 50);
  await check(page, "1024 pixels");
  await page.getByRole("button", { name: "Hide the entities" }).click();
  await expect(review.entities).toBeHidden();
  await review.press("Escape", "q");
  await expect(review.queue).toBeHidden();
  const wider = await review.text("source").boundingBox();
  expect(wider?.width).toBeGreaterThan(source.width);
  await page.reload();
  await expect(review.text("source")).toBeVisible();
  await expect(review.queue).toBeHidden();
  await page.getByRole("button", { name: "Show the queue" }).last().click();
  await expect(review.queue).toBeVisible();
});

test("the text around a segment is shown on demand, and leads there", async ({ review, seed, page }) => {
  const project = await seed("zh", ["a", "b", "c"].map(row));
  await review.open(project, 2);
  await review.press("d");
  await expect(page.getByRole("region", { name: "Text before" })).toContainText("科瑞·舒爾曼在華盛頓。a");
  await expect(page.getByRole("region", { name: "Text after" })).toContainText("Washington. c");
  await check(page, "the text around");
  await page.getByRole("link", { name: "Go to c, pending" }).click();
  await expect(review.heading("c")).toBeVisible();
  await expect(page.getByRole("region", { name: "Text after" })).toContainText("The document ends here.");
});

test("keys are changed by pressing others, kept, carried in a file, and reset", async ({
  review,
  seed,
  page,
}) => {
  const project = await seed("zh", sampleRows("zh", 3));
  await review.open(project);
  await review.press("Shift+?");
  await page.getByRole("button", { name: "Change the keys…" }).click();
  const dialog = page.getByRole("dialog", { name: "Change the keys" });
  const flag = dialog.getByRole("button", { name: /^Flag, or remove the flag: / });
  await expect(flag).toHaveAccessibleName(/: F\. Change$/);
  await flag.click();
  await review.press("w");
  await expect(flag).toHaveAccessibleName(/: W\. Change$/);
  await flag.click();
  await review.press("s");
  await expect(dialog.getByRole("alert")).toContainText("already means: Skip");
  await check(page, "changing keys");
  await dialog.getByRole("button", { name: "Leave it", exact: true }).click();
  await expect(flag).toHaveAccessibleName(/: W\. Change$/);
  await flag.click();
  await review.press("s");
  await dialog.getByRole("button", { name: "Use it here instead" }).click();
  await expect(dialog.getByRole("button", { name: /^Skip: .*: no key/ })).toBeVisible();
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as a file" }).click();
  const file = await (await saving).path();
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
    kind: "spanbridge-keys",
    version: 1,
    keys: { flag: ["s"], skip: [] },
  });
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await expect(review.text("source")).toBeVisible();
  await review.press("s");
  await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
  await review.button("Flag").hover();
  await expect(page.getByText(/^FlagS$/)).toBeVisible();

  await review.press("Alt+k");
  await dialog.getByRole("button", { name: "Reset all" }).click();
  await expect(flag).toHaveAccessibleName(/: F\. Change$/);
  await dialog.getByLabel("File of keys").setInputFiles(file);
  await expect(flag).toHaveAccessibleName(/: S\. Change$/);
  await dialog.getByLabel("File of keys").setInputFiles({
    name: "bad.json",
    mimeType: "application/json",
    buffer: Buffer.from('{"kind":"spanbridge-keys","version":1,"keys":{"flag":["s"],"skip":["s"]}}'),
  });
  await expect(dialog.getByRole("status")).toContainText("have the same key");
});

test("the palette finds actions, segments, documents and pages", async ({ review, seed, page }) => {
  const project = await seed("zh", ["a", "b", "c"].map(row));
  await review.open(project);
  await review.press("Control+k");
  const dialog = page.getByRole("dialog", { name: "Find" });
  const field = dialog.getByRole("combobox");
  await expect(field).toBeFocused();
  await check(page, "palette");
  await page.keyboard.type("flag");
  await expect(dialog.getByRole("option").first()).toHaveAccessibleName(/^Flag/);
  await review.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
  await review.press("Control+k");
  await page.keyboard.type("3");
  await expect(dialog.getByRole("option", { name: "Go to segment 3" })).toBeVisible();
  await review.press("Enter");
  await expect(review.heading("c")).toBeVisible();
  await review.press("Control+k");
  await page.keyboard.type("華盛頓。b");
  await expect(dialog.getByRole("option", { name: /^b/ })).toBeVisible();
  await review.press("Enter");
  await expect(review.heading("b")).toBeVisible();
  await review.press("Control+k");
  await page.keyboard.type("export");
  await expect(dialog.getByRole("option", { name: "Export" })).toBeVisible();
  await review.press("Enter");
  await expect(page).toHaveURL(/\/export$/);
});

test("what an input method composes is never a shortcut", async ({ review, seed, page }) => {
  const project = await seed("ja", [{ ...row("a"), source_lang: "ja" }]);
  await review.open(project);
  const before = await review.button("Flag").getAttribute("aria-pressed");
  await page.evaluate(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
    for (const init of [
      { key: "f", code: "KeyF", isComposing: true },
      { key: "Enter", code: "Enter", isComposing: true },
      // Safari: the key that ends a composition comes after its end, with this code.
      { key: "Enter", code: "Enter", keyCode: 229 },
      { key: "Process", code: "KeyF", keyCode: 229 },
    ]) {
      target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
    }
    target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: "ふ" }));
  });
  expect(await review.button("Flag").getAttribute("aria-pressed")).toBe(before);
  await expect(review.heading("a")).toBeVisible();
  await review.press("f");
  await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
});

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  test("one reads, selects, accepts and goes on", async ({ review, seed, page }) => {
    const project = await seed("zh", [row("a"), row("b")]);
    await review.open(project);
    await review.text("source").locator("[data-spans=s1]").tap();
    await expect(review.selected).toContainText("奧巴馬");
    await review.button("Accept & next").tap();
    await expect(review.heading("b")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
