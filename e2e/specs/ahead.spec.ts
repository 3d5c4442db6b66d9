import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

test("reading ahead accepts what has been on screen, and opens what has not", async ({
  page,
  api,
  seed,
  review,
}) => {
  const rows = sampleRows("zh", 8);
  const project = await seed("zh", rows);
  // The texts of two or three of them fit below the open one.
  await page.setViewportSize({ width: 1440, height: 760 });
  await page.goto(`/projects/${project}/review/1?order=number`);
  await expect(review.heading(rows[0]?.id ?? "")).toBeVisible();
  await review.press("a");
  const list = page.getByRole("region", { name: "The next segments" });
  // A font that comes later may move the screen's edge.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await expect(list).toHaveAttribute("data-in-view", /[1-4]/);
  const inView = Number(await list.getAttribute("data-in-view"));
  const hint = page.getByRole("list", { name: "Keys that work now" }).getByText(/accept all \d read/);
  await expect(hint).toContainText(`accept all ${inView + 1} read`);

  await review.press("Shift+Enter");
  await expect(review.heading(rows[inView + 1]?.id ?? "")).toBeVisible();
  await expect(page.getByText(/This one has not been on screen yet/)).toBeVisible();
  await expect.poll(async () => (await api.project(project)).counts.accepted).toBe(inView + 1);

  // Scrolled through to the end, all of them count.
  const left = rows.length - inView - 2;
  const shown = Math.min(5, left);
  await expect(list).toHaveAttribute("data-ahead", String(shown));
  for (const row of await list
    .getByRole("listitem")
    .filter({ has: page.locator("[lang]") })
    .all()) {
    await row.scrollIntoViewIfNeeded();
  }
  await list.getByRole("button", { name: /^Accept/ }).scrollIntoViewIfNeeded();
  await expect(list).toHaveAttribute("data-in-view", String(shown));
  await review.press("Shift+Enter");
  await expect.poll(async () => (await api.project(project)).counts.accepted).toBe(inView + 2 + shown);
});
