import { readFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { EvaluationPage } from "../pages/evaluation-page.ts";
import { downloaded, linesIn } from "../support/download.ts";
import { expect, test } from "../support/fixtures.ts";
import type { Entity, PairsRow } from "../support/samples.ts";
import { root } from "../support/server.ts";

const sample = (name: string): string => readFileSync(path.join(root, "samples", name), "utf8");
const rowsOf = (file: string): Map<string, PairsRow> =>
  new Map(
    file
      .trimEnd()
      .split("\n")
      .map((line): PairsRow => JSON.parse(line))
      .map((row) => [row.id, row]),
  );

/** Predicted entities whose label is right and whose place is not, with where people put them. */
function boundaryErrors(predicted: PairsRow, gold: PairsRow): { said: Entity; right: Entity }[] {
  const same = (a: Entity, b: Entity) => a.start === b.start && a.end === b.end;
  return predicted.source_entities.flatMap((said) => {
    if (gold.source_entities.some((right) => same(said, right))) return [];
    const right = gold.source_entities.find(
      (one) => one.label === said.label && one.start < said.end && said.start < one.end,
    );
    return right ? [{ said, right }] : [];
  });
}

test("from a score to the errors behind it, a frozen dataset in two shapes, and back to a better score", async ({
  page,
  api,
  review,
}) => {
  const predictions = sample("pred_eflomal_zh-en.jsonl");
  const gold = sample("pud_zh-en.jsonl");
  const { slug } = await api.createProject({ name: "Word aligner", sourceLang: "zh-Hant" });
  await api.importFile(slug, predictions, { name: "predictions.jsonl" });
  await api.importFile(slug, gold, { layer: "gold", name: "gold.jsonl" });
  const [predicted, expected] = [rowsOf(predictions), rowsOf(gold)];
  const evaluation = new EvaluationPage(page);

  await test.step("predictions against gold", async () => {
    await page.goto(`/projects/${slug}`);
    await page.getByRole("link", { name: "Evaluation" }).click();
    await expect(evaluation.strictF1("predictions")).toHaveText("0.447");
  });

  await test.step("the boundary errors open in the review screen", async () => {
    await evaluation.figure("75 boundary errors: open in review").click();
    await expect(page.getByText("75 boundary errors of predictions against gold")).toBeVisible();
    await expect(review.queue.getByRole("status")).toHaveText("69 segments");
    await expect(page.getByText("1 of 69")).toBeVisible();
  });

  let corrected = 0;
  await test.step("three of their segments are corrected", async () => {
    for (let count = 1; count <= 3; count++) {
      const heading = page.getByRole("heading", { level: 2 }).first();
      await expect(page.getByText(`${count} of 69`)).toBeVisible();
      const id = (await heading.textContent()) ?? "";
      const [said, right] = [predicted.get(id), expected.get(id)];
      if (!said || !right) throw new Error(`No segment ${id} in the sample.`);
      const errors = boundaryErrors(said, right);
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) {
        await review.click("source", Math.max(error.said.start, error.right.start));
        if (error.said.start !== error.right.start)
          await review.dragEdge("source", "start", error.right.start);
        if (error.said.end !== error.right.end) await review.dragEdge("source", "end", error.right.end);
        await review.press("Escape");
        corrected++;
      }
      await review.button("Accept & next").click();
    }
    await expect(page.getByText("4 of 69")).toBeVisible();
    await review.saved();
  });

  const accepted = 3;
  await test.step("what was corrected is frozen", async () => {
    await page.goto(`/projects/${slug}/snapshots/new`);
    await page.getByRole("textbox", { name: "Name" }).fill("corrected");
    await expect(page.getByRole("checkbox", { name: /^Accepted/ })).toBeChecked();
    await page.getByRole("radio", { name: "Not at all" }).click();
    await expect(page.getByText("3 segments", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Freeze" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "corrected" })).toBeVisible();
  });

  await test.step("it leaves as Parquet", async () => {
    await page.getByRole("combobox", { name: "Format" }).click();
    await page.getByRole("option", { name: /Parquet/ }).click();
    const files = unzipSync(await downloaded(page, /^Download all as .*Parquet/));
    const parquet =
      files["data/train-00000-of-00001.parquet"] ??
      Object.entries(files).find(([name]) => name.endsWith(".parquet"))?.[1];
    expect(Buffer.from(parquet?.subarray(0, 4) ?? []).toString()).toBe("PAR1");
    expect(linesIn(files["README.md"]).join("\n")).toContain("B-PER");
  });

  await test.step("and as preference pairs: what people put right against what the machine had said", async () => {
    await page.getByRole("combobox", { name: "Kind" }).click();
    await page.getByRole("option", { name: "Preference pairs (TRL)" }).click();
    await expect(page.getByText(/^ ?"?chosen|“?prompt/).first()).toBeVisible();
    const files = unzipSync(await downloaded(page, /^Download training data/));
    const pairs = linesIn(files["train.jsonl"]).map((line) => JSON.parse(line));
    // A boundary is in two answers: with the names of the translation, and as the place of the entity.
    expect(pairs).toHaveLength(2 * accepted);
    const answers = pairs.map(({ chosen, rejected }) =>
      [chosen, rejected].map(([{ content }]) => JSON.parse(content)),
    );
    for (const [right, wrong] of answers) expect(right).not.toEqual(wrong);
    const placed = answers.filter(([right]) => "places" in right);
    expect(placed).toHaveLength(accepted);
    for (const [right, wrong] of placed) expect(right.places).toHaveLength(wrong.places.length);
  });

  await test.step("the review layer scores better, by just these", async () => {
    await page.goto(`/projects/${slug}`);
    await page.getByRole("link", { name: "Evaluation" }).click();
    await expect(evaluation.strictF1("predictions")).toHaveText("0.447");
    await evaluation.choose("Scored", "review");
    const f1 = (2 * (230 + corrected)) / (490 + 540);
    await expect(evaluation.strictF1("review")).toHaveText(f1.toFixed(3));
    await expect(evaluation.figure(`${75 - corrected} boundary errors: open in review`)).toBeVisible();
    // Memory has learnt from the three segments, and the translation has their names as it does.
    const names = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "Names in the translation" }) });
    await expect(names.getByRole("row", { name: /^As memory has them/ })).toContainText(/\d+ of \d+/);
    await evaluation.choose("Compared with", "predictions");
    await expect(page.getByText("review minus predictions")).toBeVisible();
    await expect(page).toHaveURL(/pred=review&vs=predictions/);
    const better = evaluation.figure(/that only one has: open in review$/);
    await expect(better).toHaveText(String(corrected));
    await better.click();
    await expect(
      page.getByText(`${corrected} spans that review has exactly and predictions has not, against gold`),
    ).toBeVisible();
    await expect(review.queue.getByRole("status")).toHaveText("3 segments");
  });

  await test.step("the list is left, and Back leads to the figures", async () => {
    await page.goBack();
    await expect(evaluation.strictF1("review")).toBeVisible();
    await page.goForward();
    await page.getByRole("button", { name: "Leave this list: show all segments" }).click();
    await expect(review.queue.getByRole("status")).toHaveText("499 segments");
  });
});

test("figures can be saved as tables", async ({ page, seed, api }) => {
  const rows = [...rowsOf(sample("pred_eflomal_zh-en.jsonl")).values()].slice(0, 20);
  const right = rowsOf(sample("pud_zh-en.jsonl"));
  const project = await seed("zh-Hant", rows);
  const lines = rows.map(({ id }) => `${JSON.stringify(right.get(id))}\n`).join("");
  await api.importFile(project, lines, { layer: "gold", name: "gold.jsonl" });
  const evaluation = new EvaluationPage(page);
  await evaluation.open(project);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV: errors" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${project}-predictions-errors.csv`);
  const table = readFileSync(await file.path(), "utf8").split("\r\n");
  expect(table[0]).toBe("class,count");
  expect(table.map((line) => line.split(",")[0])).toContain("boundary");
});
