import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

// WCAG 2.2, 1.4.10: at 320 pixels (1280 at 400 %) nothing needs scrolling in two directions.
test.use({ viewport: { width: 320, height: 800 } });

test("no screen scrolls sideways in a narrow window", async ({ page, seed, review }) => {
  const rows = sampleRows("ar", 2);
  const project = await seed("ar", rows);
  const addresses = [
    "/",
    "/new",
    `/projects/${project}`,
    `/projects/${project}/import`,
    `/projects/${project}/export`,
    ...["general", "labels", "guidelines", "members"].map(
      (name) => `/projects/${project}/settings?section=${name}`,
    ),
    `/projects/${project}/review/1`,
  ];
  const wide: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
    await page.evaluate(() => document.fonts.ready);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${address}: ${width}`);
  }
  expect(wide).toEqual([]);

  await test.step("and the work can be done there", async () => {
    const entity = rows[0]?.source_entities[0];
    if (!entity) throw new Error("an entity is needed");
    await review.click("source", entity.start);
    await review.relabel(entity.label === "PER" ? "ORG" : "PER");
    await review.saved();
    await review.button("Accept & next").click();
    await expect(page).toHaveURL(/\/review\/2$/);
  });
});
