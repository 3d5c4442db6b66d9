import { readFileSync } from "node:fs";
import path from "node:path";
import { RunsPage } from "../pages/runs-page.ts";
import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { root } from "../support/server.ts";

const sample = (name: string): string => readFileSync(path.join(root, "samples", name), "utf8");
const head = (text: string, rows: number): string => text.split("\n").slice(0, rows).join("\n");

test("a run is held against a file, and what differs is opened", async ({ page, api, review }) => {
  const { slug } = await api.createProject({ name: "Two engines", sourceLang: "zh-Hant" });
  await api.importFile(slug, head(sample("pred_eflomal_zh-en.jsonl"), 120), { name: "predictions.jsonl" });
  await api.importFile(slug, head(sample("pud_zh-en.jsonl"), 120), { layer: "gold", name: "gold.jsonl" });
  const runs = new RunsPage(page);

  await test.step("run the offline engine", async () => {
    await runs.open(slug);
    await expect(page.getByRole("link", { name: "Compare runs" })).toHaveCount(0);
    await runs.useOfflineEngine();
    await runs.button("Start the run").click();
    await expect(runs.newest).toContainText("Offline engine");
    await runs.done();
  });

  await test.step("it is held against the predictions at once", async () => {
    await page.getByRole("link", { name: "Compare runs" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Compare runs" })).toBeVisible();
    const agreement = page.getByRole("table", { name: /^Agreement of run:.* and predictions$/ });
    await expect(agreement.getByRole("row")).toHaveCount(8);
    const f1 = page.getByRole("table", { name: /^Strict F1 of run:.* against gold$/ });
    await expect(f1.getByRole("row", { name: /minus predictions/ })).toContainText(/\+0\.\d+.*p [<=] /);
    await expect(page.getByRole("table", { name: /^Cost, time and failures/ })).toContainText(/ \/ 120/);
    await check(page, "comparison of runs");
  });

  await test.step("a count opens its segments, and leads back", async () => {
    const link = page.getByRole("link", { name: /^\d+ boundary differences between/ });
    const title = (await link.getAttribute("aria-label"))?.replace(": open in review", "") ?? "";
    await link.click();
    await expect(review.text("source")).toBeVisible();
    await expect(page.getByRole("link", { name: title, exact: true })).toBeVisible();
    await page.getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("link", { name: `${title}: open in review` })).toBeVisible();
  });

  await test.step("a segment shows what each engine says, and takes it over", async () => {
    const title = page.getByRole("link", { name: /^\d+ boundary differences between/ });
    await title.click();
    await expect(review.text("source")).toBeVisible();
    await page.getByRole("button", { name: "What each engine says" }).click();
    const engines = page.getByRole("list", { name: "What each engine says" });
    const run = engines.getByRole("listitem", { name: /^run:/ });
    const file = engines.getByRole("listitem", { name: "predictions" });
    await expect(run).toContainText("The same as here");
    await expect(file).toContainText(/Differences: \d+/);
    await check(page, "engines beside each other");
    await page.keyboard.press("Alt+2");
    await expect(file).toContainText("The same as here");
    await expect(run).toContainText(/Differences: \d+/);
    await page.keyboard.press("Control+z");
    await expect(run).toContainText("The same as here");
    await file
      .getByRole("list", { name: /^Take one over/ })
      .getByRole("button")
      .first()
      .click();
    await expect(review.selected).not.toContainText("Nothing selected");
    await review.saved();
    await page.getByRole("button", { name: "What each engine says" }).click();
    await expect(engines).toHaveCount(0);
    await page.getByRole("link", { name: /^\d+ boundary differences between/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Compare runs" })).toBeVisible();
  });

  await test.step("where engines disagree is filtered, and said at the entity", async () => {
    await page.goto(`/projects/${slug}/review/1`);
    await expect(review.text("source")).toBeVisible();
    await page.getByRole("button", { name: "Order and more filters" }).click();
    const disagree = page.getByRole("checkbox", { name: /^Engines disagree \d+$/ });
    await disagree.click();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/signal=engines_disagree/);
    await page.goto(`/projects/${slug}/review?signal=engines_disagree`);
    await expect(review.entities.getByText(/predictions (says|has|found|labels)/).first()).toBeVisible();
    await page.goto(`/projects/${slug}/runs/compare`);
  });

  await test.step("the address says what is compared", async () => {
    await page.getByRole("button", { name: "Swap A and B" }).click();
    await expect(page).toHaveURL(/a=predictions&b=run/);
    await page.reload();
    await expect(page.getByRole("table", { name: /^Agreement of predictions and run:.*\d$/ })).toBeVisible();
  });
});
