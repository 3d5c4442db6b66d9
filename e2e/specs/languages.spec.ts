import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

test("the interface speaks the language that is chosen, and keeps it", async ({ review, seed, page }) => {
  const project = await seed("zh", sampleRows("zh", 2));
  await review.open(project);
  await page.getByRole("button", { name: "Help" }).click();
  const language = page.getByRole("combobox", { name: "Language of the interface" });
  await language.selectOption({ label: "简体中文" });
  await expect(page.getByRole("button", { name: "接受并下一个" }).first()).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await review.press("Tab");
  await review.press("f");
  await expect(page.locator("footer").getByRole("status")).toHaveText("标记");
  await review.press("Control+z");
  await expect(page.locator("footer").getByRole("status")).toHaveText("已撤销：标记");
  await page.reload();
  await expect(page.getByRole("listbox", { name: "实体" })).toBeVisible();
});

test("in Arabic the page is mirrored, the texts keep their own direction", async ({ seed, page }) => {
  const project = await seed("zh", sampleRows("zh", 2));
  await page.addInitScript(() => localStorage.setItem("spanbridge.language", "ar"));
  await page.goto(`/projects/${project}/review/1`);
  const source = page.locator("[data-side=source]");
  const pivot = page.locator("[data-side=pivot]");
  await expect(source).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(source).toHaveAttribute("dir", "ltr");
  const [left, right] = [await pivot.boundingBox(), await source.boundingBox()];
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0));
  await check(page, "mirrored");
  // The source is on the right: so is the way to it.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  const selected = page.getByRole("region", { name: "المقطع المحدد" });
  const english = await selected.innerText();
  await page.keyboard.press("ArrowRight");
  await expect(selected).not.toHaveText(english);
});
