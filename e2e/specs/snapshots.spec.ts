import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { downloaded, linesIn } from "../support/download.ts";
import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function check(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const found = violations.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html }) => html.slice(0, 200)),
    }));
    expect(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

test("a snapshot is frozen, downloaded as Parquet and as preference pairs, and compared with a later one", async ({
  page,
  seed,
  review,
}) => {
  const rows = sampleRows("zh", 10).map((row, index) => ({ ...row, doc: `d${index % 5}` }));
  const project = await seed("zh", rows);

  // A person throws an entity out and accepts: that is what the machine should not have said.
  await review.open(project);
  await review.click("source", rows[0]?.source_entities[0]?.start ?? 0);
  await review.press("Delete");
  await review.button("Accept & next").click();
  await review.heading(rows[1]?.id ?? "").waitFor();
  await review.saved();

  await page.goto(`/projects/${project}/snapshots`);
  await expect(page.getByText("Nothing is frozen yet")).toBeVisible();
  await check(page, "no snapshots");
  await page.getByRole("link", { name: "Freeze a snapshot", exact: true }).first().click();
  await page.getByRole("textbox", { name: "Name" }).fill("v1");
  await page.getByRole("checkbox", { name: /^Accepted/ }).click();
  await page.getByRole("radio", { name: "Not at all" }).click();
  await expect(page.getByRole("region", { name: "Counts by split and label" })).toContainText("10");
  await check(page, "a new snapshot");
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "v1" })).toBeVisible();
  await expect(page.getByText("Tokens of o200k_base")).toBeVisible();
  await check(page, "a snapshot");

  await page.getByRole("combobox", { name: "Format" }).click();
  await page.getByRole("option", { name: /Parquet/ }).click();
  await page.getByRole("combobox", { name: "File" }).click();
  await page.getByRole("option", { name: "The data alone" }).click();
  const parquet = await downloaded(page, /^Download all as .*Parquet/);
  expect(parquet.subarray(0, 4).toString()).toBe("PAR1");
  expect(parquet.subarray(-4).toString()).toBe("PAR1");

  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Preference pairs (TRL)" }).click();
  await expect(page.getByText(/“?prompt/).first()).toBeVisible();
  const pairs = unzipSync(await downloaded(page, /^Download training data/));
  const lines = linesIn(pairs["train.jsonl"]);
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    const { chosen, rejected } = JSON.parse(line);
    expect(chosen).not.toEqual(rejected);
  }
  expect(Object.keys(pairs)).toContain("train_dpo.py");

  await review.open(project, 2);
  await review.button("Accept & next").click();
  await review.heading(rows[2]?.id ?? "").waitFor();
  await review.saved();
  await page.goto(`/projects/${project}/snapshots/new`);
  await page.getByRole("textbox", { name: "Name" }).fill("v2");
  await page.getByRole("checkbox", { name: /^Accepted/ }).click();
  await page.getByRole("radio", { name: "Not at all" }).click();
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "v2" })).toBeVisible();
  await page.getByRole("link", { name: "All snapshots" }).click();
  await check(page, "two snapshots");
  await page.getByRole("checkbox", { name: "Compare v1" }).check();
  await page.getByRole("checkbox", { name: "Compare v2" }).check();
  await page.getByRole("button", { name: "Compare" }).click();
  const differing = page.getByRole("listitem").filter({ hasText: "accepted" });
  await expect(differing).toHaveCount(1);
  await expect(differing).toContainText("pending");
  await check(page, "a comparison");
  await differing.getByRole("link", { name: rows[1]?.id ?? "" }).click();
  await expect(review.heading(rows[1]?.id ?? "")).toBeVisible();
});

test("training data comes straight from a selection, without what a snapshot holds out", async ({
  page,
  seed,
  review,
}) => {
  const rows = sampleRows("zh", 8).map((row, index) => ({ ...row, doc: `d${index % 4}` }));
  const project = await seed("zh", rows);
  await page.goto(`/projects/${project}/snapshots/new`);
  await page.getByRole("textbox", { name: "Name" }).fill("v1");
  for (const [split, share] of [
    ["train", "50"],
    ["dev", "0"],
    ["test", "50"],
  ] as const) {
    await page.getByRole("textbox", { name: `Share of ${split}` }).fill(share);
  }
  await page.getByRole("button", { name: "Freeze" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "v1" })).toBeVisible();
  await page.getByRole("combobox", { name: "Split" }).click();
  await page.getByRole("option", { name: "test", exact: true }).click();
  const heldOut = linesIn(await downloaded(page, /^Download test as/)).map(
    (line): string => JSON.parse(line).source_text,
  );
  expect(heldOut.length).toBeGreaterThan(0);

  await review.open(project);
  await review.click("source", rows[0]?.source_entities[0]?.start ?? 0);
  await review.press("Delete");
  await review.saved();
  await page.goto(`/projects/${project}/export`);
  await page.getByRole("link", { name: "Training data", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Training data", exact: true })).toBeVisible();
  await page.getByRole("radio", { name: "Not at all" }).click();
  await page.getByRole("switch", { name: "Only accepted segments" }).click();
  await expect(page.getByText(/held out for tests, or in no split/)).toContainText(String(heldOut.length));
  await check(page, "training data of a selection");
  const files = unzipSync(await downloaded(page, /^Download training data/));
  const lines = linesIn(files["train.jsonl"]);
  expect(lines).toHaveLength(3 * (rows.length - heldOut.length));
  for (const text of heldOut) expect(lines.some((line) => line.includes(text))).toBe(false);

  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "Preference pairs (TRL)" }).click();
  await page.getByRole("combobox", { name: "What the machine said" }).click();
  await page.getByRole("option", { name: "Nothing: no preference pairs" }).click();
  await expect(page.getByText("No example comes of it.")).toBeVisible();
});
