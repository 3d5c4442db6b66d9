import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures.ts";

const table = `nr,english,zh,genre
1,Ann met Bo,安见了博,news
2,"Cy, the third",赛三世,wiki
`;

/** As doccano writes it, with labels of another project. */
const doccano = [
  {
    id: 1,
    text: "安见了博",
    label: [
      [0, 1, "PERSON"],
      [3, 4, "PERSON"],
    ],
  },
  { id: 12, text: "北京欢迎你", label: [[0, 2, "CITY"]] },
  { id: 13, text: "今天", label: [[0, 2, "DATE"]] },
]
  .map((row) => `${JSON.stringify(row)}\n`)
  .join("");

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

test("a table whose columns are chosen, then a file with labels of its own", async ({
  importPage,
  seed,
  api,
  page,
}) => {
  const project = await seed("zh", []);
  const choose = async (name: string, option: string) => {
    await page.getByRole("combobox", { name, exact: true }).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };

  await test.step("the columns are found, and can be changed", async () => {
    await importPage.open(project);
    await importPage.choose("table.csv", table);
    await expect(importPage.file.getByText("Recognised: Parallel text (CSV, TSV)")).toBeVisible();
    await expect(page.getByRole("combobox", { name: "What zh holds" })).toHaveText("Source text");
    await expect(page.getByRole("combobox", { name: "What english holds" })).toHaveText("Translation");
    await choose("What nr holds", "Id");
    await choose("What genre holds", "Document");
    await expect(importPage.preview).toContainText("安见了博");
    await expect(importPage.preview).toContainText("Cy, the third");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import 2 rows" }).click();
    await expect(page.getByRole("heading", { name: "2 rows imported" })).toBeVisible();
    const { items } = await api.window(project, 0, 10);
    expect(items.map(({ externalId, document }) => [externalId, document])).toEqual([
      ["1", "news"],
      ["2", "wiki"],
    ]);
  });

  await test.step("labels that the project has not are mapped, added or left out", async () => {
    await page.getByRole("button", { name: "Import another file" }).click();
    await importPage.choose("labels.jsonl", doccano);
    await expect(importPage.file.getByText("Recognised: doccano")).toBeVisible();
    await expect(importPage.figure(importPage.file, "Bad")).toHaveText("3");
    const unknown = page.getByRole("list", { name: "Unknown labels" });
    await expect(unknown.getByRole("listitem").first()).toContainText("PERSON 2 times");
    await choose("What becomes of PERSON", "PER");
    await choose("What becomes of DATE", "Leave these entities out");
    await expect(importPage.figure(importPage.file, "Can go in")).toHaveText("2");
    await page.getByRole("button", { name: "Add CITY to the project" }).click();
    await expect(importPage.figure(importPage.file, "Can go in")).toHaveText("3");
    await expect(importPage.figure(importPage.file, "Spans")).toHaveText("3");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await expect(page.getByRole("heading", { name: /rows imported|row imported/ })).toBeVisible();
    await expect(importPage.figure(importPage.result, "Spans")).toHaveText("3");
  });
});

test("two texts line by line, and a file that says nothing of itself", async ({ importPage, seed, page }) => {
  const project = await seed("zh", []);
  await importPage.open(project);
  await importPage.input.setInputFiles([
    { name: "zh.txt", mimeType: "text/plain", buffer: Buffer.from("安见了博\n赛在家里\n") },
    {
      name: "en.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Ann met Bo\nCy is in the house\nOne more\n"),
    },
  ]);
  await expect(importPage.preview).toContainText("Cy is in the house");
  await expect(importPage.figure(importPage.file, "Bad")).toHaveText("1");
  await expect(importPage.problems).toContainText("shorter than the other");
  await page.getByRole("button", { name: "Choose another file" }).click();

  await importPage.choose("notes.txt", "安见了博\n赛在家里\n");
  await expect(page.getByRole("alert")).toContainText("in no format that can be imported");
  await page.getByRole("combobox", { name: "Read it as" }).click();
  await page.getByRole("option", { name: /^Parallel text/ }).click();
  await expect(importPage.figure(importPage.file, "Can go in")).toHaveText("2");
  await page.getByRole("button", { name: "Import 2 rows" }).click();
  await expect(page.getByRole("heading", { name: "2 rows imported" })).toBeVisible();
});
