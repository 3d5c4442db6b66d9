import { EvaluationPage } from "../pages/evaluation-page.ts";
import { expect, test } from "../support/fixtures.ts";
import { linesOf, sampleRows } from "../support/samples.ts";

// The samples have sentences with the same ids.
const russian = sampleRows("ru", 3).map((row) => ({ ...row, id: `ru-${row.id}` }));
const japanese = sampleRows("ja", 2).map((row) => ({ ...row, id: `ja-${row.id}` }));

test("a project of several languages is reviewed, scored and exported by language", async ({
  page,
  api,
  review,
  exportPage,
}) => {
  const { slug } = await api.createProject({ name: "Several languages", sourceLang: "ru" });
  const options = { other_languages: "keep" };
  await api.importFile(slug, linesOf([...russian, ...japanese]), { name: "all.jsonl", options });
  // Right in Russian; in Japanese the first entity of each row is another one.
  const wrong = japanese.map((row) => ({
    ...row,
    source_entities: row.source_entities.map((entity, at) => ({
      ...entity,
      label: at > 0 ? entity.label : entity.label === "LOC" ? "ORG" : "LOC",
    })),
  }));
  const gold = { layer: "gold", name: "gold.jsonl", options };
  await api.importFile(slug, linesOf([...russian, ...wrong]), gold);
  const entities = japanese.flatMap(({ source_entities }) => source_entities).length;
  const expected = ((entities - japanese.length) / entities).toFixed(3);

  await test.step("the queue shows the segments of a language, and opening one keeps to them", async () => {
    await review.open(slug);
    const shown = review.queue.getByRole("status");
    await expect(shown).toHaveText("5 segments");
    await review.queue.getByRole("button", { name: "Order and more filters" }).click();
    await page.getByRole("combobox", { name: "Language of the source" }).click();
    await page.getByRole("option", { name: "Japanese" }).click();
    await expect(shown).toHaveText("2 segments");
    await expect(page).toHaveURL(/language=ja/);
    await page.keyboard.press("Escape");
    const list = review.queue.getByRole("list", { name: "Segments" });
    await list.getByRole("link").first().click();
    await expect(page.getByText("1 of 2")).toBeVisible();
    await expect(page.locator("[data-side=source]")).toHaveAttribute("lang", "ja");
  });

  await test.step("scores are those of the language alone, and open its segments", async () => {
    const evaluation = new EvaluationPage(page);
    await evaluation.open(slug);
    const figure = evaluation.strictF1("predictions");
    await expect(figure).not.toHaveText(expected);
    await page.getByRole("group", { name: "Languages" }).getByRole("button", { name: "Japanese" }).click();
    await expect(figure).toHaveText(expected);
    await page.reload();
    await expect(figure).toHaveText(expected);
    await evaluation
      .figure(/^2 label/i)
      .first()
      .click();
    await expect(review.queue.getByRole("status")).toHaveText("2 segments");
    await expect(page.locator("[data-side=source]")).toHaveAttribute("lang", "ja");
  });

  await test.step("an export holds the language that is ticked", async () => {
    await exportPage.open(slug);
    await page.getByRole("checkbox", { name: "Japanese" }).click();
    const { text } = await exportPage.download();
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ id, source_lang }) => [id, source_lang])).toEqual(
      japanese.map(({ id }) => [id, "ja"]),
    );
  });
});
