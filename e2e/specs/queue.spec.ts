import { expect, test } from "../support/fixtures.ts";

const COUNT = 100_000;

test("the queue of 100,000 segments shows any of them, with few of them in the page", async ({
  review,
  seed,
  page,
}) => {
  // The import of 100,000 rows comes first, on whatever machine runs this.
  test.setTimeout(480_000);
  const rows = Array.from({ length: COUNT }, (_, index) => ({
    id: `row-${index + 1}`,
    source_lang: "zh",
    source_text: `第${index + 1}句`,
    english_text: `Sentence ${index + 1}`,
  }));
  const project = await seed("zh", rows);
  await review.open(project);
  const list = review.queue.getByRole("list", { name: "Segments" });
  const items = list.getByRole("listitem");
  await expect(review.queue.getByRole("status")).toHaveText("100,000 segments");
  // The list shows the open segment once its place is known; until then it would take the scrolling back.
  await expect(page.getByText("1 of 100,000")).toBeVisible();
  await expect(items.first()).toHaveAttribute("aria-setsize", String(COUNT));
  const scroller = list.locator("..");
  const height = await scroller.evaluate((element) => element.scrollHeight);

  await test.step("scrolled anywhere, the rows there are loaded", async () => {
    for (const share of [0.25, 0.5, 0.99, 0]) {
      await scroller.evaluate((element, top) => element.scrollTo({ top }), height * share);
      const near = Math.floor(COUNT * share) + 3;
      await expect(list.getByRole("link", { name: new RegExp(`row-${near}\\b`) })).toBeVisible();
      expect(await items.count()).toBeLessThan(80);
    }
  });
  await test.step("by the wheel, page after page", async () => {
    await scroller.hover();
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 900);
    await expect(list.getByRole("link", { name: /row-7\d\d\b/ }).first()).toBeVisible();
    expect(await items.count()).toBeLessThan(80);
  });
  await test.step("opening one far down puts it in view, and goes on from there", async () => {
    await review.open(project, 77_777);
    await expect(list.getByRole("link", { name: /row-77777\b/ })).toHaveAttribute("aria-current", "page");
    await review.press("j");
    await expect(review.heading("row-77778")).toBeVisible();
  });
  await test.step("a filter shows what it is asked for", async () => {
    await review.press("/");
    await page.keyboard.type("row-99999");
    await expect(review.queue.getByRole("status")).toHaveText("1 segment");
    await expect(list.getByRole("link", { name: /row-99999\b/ })).toBeVisible();
  });
});
