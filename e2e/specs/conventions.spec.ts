import { RunsPage } from "../pages/runs-page.ts";
import { check } from "../support/axe.ts";
import { expect, exportedRows, test } from "../support/fixtures.ts";

test("the offline engine goes by the conventions of the project", async ({ page, seed, api }) => {
  const project = await seed("zh", [
    {
      id: "a",
      source_lang: "zh",
      source_text: "中国赢得了比赛。",
      english_text: "China won the match.",
      source_entities: [],
      english_entities: [{ id: "e1", start: 0, end: 5, label: "ORG", text: "China" }],
      links: [],
    },
  ]);
  const runs = new RunsPage(page);
  const labels = async () =>
    (await exportedRows(api, project)).flatMap(({ source_entities }) =>
      source_entities.map(({ text, label }) => `${text} ${label}`),
    );
  const projected = async (number: number): Promise<void> => {
    await runs.open(project);
    await runs.useOfflineEngine();
    await runs.button("Start the run").click();
    await expect(runs.runs.getByRole("listitem", { name: /^Run / })).toHaveCount(number);
    await runs.done();
  };

  await projected(1);
  expect(await labels()).toEqual(["中国 LOC"]);

  await page.goto(`/projects/${project}/settings?section=conventions`);
  await page.getByRole("radio", { name: "By use" }).click();
  await page.getByRole("combobox", { name: "Titles of persons" }).click();
  await page.getByRole("option", { name: "Part of the name" }).click();
  await check(page, "settings: conventions");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByRole("radio", { name: "By use" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "Titles of persons" })).toHaveText("Part of the name");

  await projected(2);
  expect(await labels()).toEqual(["中国 ORG"]);
});
