import { writeFile } from "node:fs/promises";
import { expect, test } from "../support/fixtures.ts";
import { linesOf, sampleRows } from "../support/samples.ts";

const good = sampleRows("zh", 3);
const [first] = good;
const bad = [
  "{ this is no JSON",
  JSON.stringify({
    ...first,
    id: "outside",
    source_entities: [{ id: "s1", start: 0, end: 9999, label: "LOC" }],
    links: [],
  }),
  JSON.stringify({
    ...first,
    id: "disagrees",
    source_entities: [{ id: "s1", start: 0, end: 2, label: "LOC", text: "✗✗" }],
    links: [],
  }),
  JSON.stringify({
    ...first,
    id: "unknown",
    source_entities: [{ id: "s1", start: 0, end: 2, label: "NOPE" }],
    links: [],
  }),
  JSON.stringify(first),
];
const broken = `${linesOf(good)}${bad.join("\n")}\n`;

test("a file with bad rows: what is wrong is told before and after, the rest goes in", async ({
  importPage,
  seed,
  api,
  page,
}) => {
  const project = await seed("zh", []);
  await importPage.open(project);
  await importPage.choose("broken.jsonl", broken);
  await expect(importPage.file.getByText("Read to the end")).toBeVisible();
  await expect(importPage.figure(importPage.file, "Rows")).toHaveText("8");
  await expect(importPage.figure(importPage.file, "Bad")).toHaveText("5");
  await expect(importPage.preview).toContainText(first?.source_text ?? "");
  for (const row of ["Row 4", "Row 5", "Row 6", "Row 7", "Row 8"]) {
    await expect(importPage.problems.getByText(row, { exact: true })).toBeVisible();
  }
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("heading", { name: "3 rows imported" })).toBeVisible();
  await expect(importPage.figure(importPage.result, "Left out")).toHaveText("5");
  expect((await api.window(project, 0, 10)).items.map(({ externalId }) => externalId)).toEqual(
    good.map(({ id }) => id),
  );

  await test.step("the same file again changes nothing", async () => {
    await page.getByRole("button", { name: "Import another file" }).click();
    await importPage.choose("again.jsonl", linesOf(good));
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await expect(page.getByRole("heading", { name: "Nothing new" })).toBeVisible();
    expect((await api.window(project, 0, 10)).total).toBe(3);
  });
  await test.step("and leads to the review", async () => {
    await page.getByRole("link", { name: "Start reviewing" }).click();
    await expect(page).toHaveURL(new RegExp(`/projects/${project}/review/1$`));
  });
});

test("one that is to be refused whole goes in not at all", async ({ importPage, seed, api, page }) => {
  const project = await seed("zh", []);
  await importPage.open(project);
  await importPage.choose("broken.jsonl", broken);
  await page.getByRole("switch", { name: "Refuse the whole file if any row is bad" }).click();
  await expect(page.getByRole("button", { name: /^Import/ })).toBeDisabled();
  await expect(page.getByText(/5 rows are bad, so nothing would go in/)).toBeVisible();
  expect((await api.window(project, 0, 10)).total).toBe(0);
});

test("what is no text is said to be none", async ({ importPage, seed, page }) => {
  const project = await seed("zh", []);
  await importPage.open(project);
  await importPage.choose(
    "picture.jsonl",
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe, 0x00]),
  );
  await expect(page.getByRole("alert")).toBeVisible();
});

test("an empty file is told from a bad one", async ({ importPage, seed, page }) => {
  const project = await seed("zh", []);
  await importPage.open(project);
  await importPage.choose("empty.jsonl", "");
  await expect(page.getByRole("alert")).toContainText(/empty/i);
});

test("an import that is cancelled leaves nothing behind", async ({ importPage, seed, api, page }, info) => {
  test.slow();
  const project = await seed("zh", []);
  const many = Array.from({ length: 100_000 }, (_, index) => ({
    ...first,
    id: `row-${index}`,
  }));
  await importPage.open(project);
  const file = info.outputPath("many.jsonl");
  await writeFile(file, linesOf(many));
  await importPage.input.setInputFiles(file);
  await page.getByRole("button", { name: "Import 100,000 rows" }).click({ timeout: 150_000 });
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("button", { name: "Import 100,000 rows" })).toBeVisible();
  // One import at a time goes into a project: this one waits until the cancelled one is gone.
  await api.importFile(project, linesOf(good), { name: "good.jsonl" });
  expect((await api.window(project, 0, 1)).total).toBe(good.length);
});
