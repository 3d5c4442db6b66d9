import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

const rows = sampleRows("ru", 3);

test("export names what the format cannot hold, and downloads what was chosen", async ({
  exportPage,
  seed,
  page,
}) => {
  const project = await seed("ru", rows);
  await exportPage.open(project);
  await expect(page.getByText("The format holds all of it.")).toBeVisible();
  const pairs = await exportPage.download();
  expect(pairs.name).toMatch(/\.jsonl$/);
  const lines = pairs.text.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).links)).toEqual(rows.map(({ links }) => links));

  await page.getByText("Universal NER (.iob2)").click();
  const links = rows.flatMap((row) => row.links).length;
  await expect(page.getByRole("listitem").filter({ hasText: /link/i }).first()).toContainText(String(links));
  const iob2 = await exportPage.download();
  expect(iob2.name).toMatch(/\.iob2$/);
  const tagged = iob2.text.split("\n").filter((line) => /\tB-/.test(line));
  expect(tagged).toHaveLength(rows.flatMap(({ source_entities }) => source_entities).length);

  await page.getByRole("checkbox", { name: /^Accepted/ }).click();
  await expect(page.getByRole("button", { name: "Download" })).toBeDisabled();
});

test("the file is written where the person chose", async ({ exportPage, seed, api, page }) => {
  const project = await seed("ru", rows);
  await exportPage.open(project, true);
  await page.getByRole("button", { name: "Download" }).click();
  await expect(page.getByText(/saved/i).first()).toBeVisible();
  expect(await exportPage.written(`${project}-review.jsonl`)).toBe(await api.exportFile(project));
});
