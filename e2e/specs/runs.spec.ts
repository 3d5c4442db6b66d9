import { RunsPage } from "../pages/runs-page.ts";
import { check } from "../support/axe.ts";
import { expect, exportedRows, test } from "../support/fixtures.ts";
import { linesOf, sampleRows } from "../support/samples.ts";
import { knownFrom } from "../support/stand-in/data.ts";
import { type StandIn, startStandIn } from "../support/stand-in/server.ts";

const rows = sampleRows("zh", 8);
const bare = rows.map(({ id, source_lang, source_text }) => ({ id, source_lang, source_text }));
let model: StandIn;
test.beforeAll(async () => {
  model = await startStandIn(knownFrom(rows));
});
test.afterAll(() => model.close());

test("from bare text to a memory: a model projects, a person corrects, the offline engine learns", async ({
  page,
  seed,
  api,
  importPage,
  review,
}) => {
  const [first, second] = rows;
  const last = rows.at(-1);
  if (!first || !second || !last) throw new Error("rows are needed");
  const [entity] = first.source_entities;
  if (!entity) throw new Error("an entity is needed");
  const runs = new RunsPage(page);
  const project = await seed("zh", []);

  await test.step("import text without a translation", async () => {
    await importPage.open(project);
    await importPage.choose("bare.jsonl", linesOf(bare));
    await page.getByRole("button", { name: "Import 8 rows" }).click();
    await expect(page.getByRole("heading", { name: "8 rows imported" })).toBeVisible();
  });

  // The run stands at all but one until it has been watched.
  const watched = Promise.withResolvers<void>();
  await test.step("the model gives one phrase that is not in the text", () => {
    model.mischief = ({ messages }) => {
      const isAbout = (text: string): boolean => messages.some(({ content }) => content.includes(text));
      if (isAbout(last.source_text)) return { kind: "held", until: watched.promise };
      return isAbout("Entities:") && isAbout(first.source_text) ? { kind: "wrong_phrase" } : undefined;
    };
  });

  await test.step("try on three segments", async () => {
    await page.goto(`/projects/${project}`);
    await page.getByRole("link", { name: "Runs" }).click();
    await expect(page.getByText("No runs yet")).toBeVisible();
    await runs.useModel(model.baseUrl, "stand-in");
    await expect(page.getByText(/^8 segments, about/)).toBeVisible();
    await check(page, "runs, the first");
    await runs.button("Test on three segments").click();
    await expect(runs.newest).toBeInViewport();
    await runs.done();
    await expect(runs.newest).toContainText("3 of 3 segments");
    await expect(runs.newest.getByText(second.source_text)).toBeVisible();
    expect((await api.open(project, 1)).annotation.spans).toEqual([]);
  });

  await test.step("run it, watching", async () => {
    await runs.button("Start the run").click();
    await expect(runs.newest.getByText("Running", { exact: true })).toBeVisible();
    await expect(runs.newest.getByRole("progressbar")).toHaveAttribute("aria-valuetext", "7 of 8 segments");
    watched.resolve();
    await runs.done();
    await expect(runs.newest).toContainText("8 of 8 segments");
    await expect(runs.newest).toContainText("Shown in review");
    await expect(runs.newest).toContainText(/\d+ reused/);
  });

  await test.step("go to what a signal is about, and read why", async () => {
    await runs.newest.getByRole("button", { name: "Look at the segments" }).click();
    await runs.newest.getByRole("combobox", { name: "Which segments" }).click();
    await page.getByRole("option", { name: "Those to look at" }).click();
    await expect(runs.newest.getByText(/Answer not in the sentence/).first()).toBeVisible();
    await check(page, "runs, with segments");
    await runs.newest.getByRole("link", { name: first.id }).click();
    await expect(review.text("source")).toHaveText(first.source_text);
    await expect(review.text("pivot")).toHaveText(first.english_text);
    await page.getByRole("tab", { name: "Why" }).click();
    await expect(page.getByText(/The model answered “〈/).first()).toBeVisible();
    await page.getByText("Places in the source", { exact: true }).first().click();
    await expect(page.getByText(/Give null as the phrase/)).toBeVisible();
  });

  await test.step("ask the stage anew, and find the places", async () => {
    model.mischief = () => undefined;
    await page.getByRole("button", { name: "Places in the source" }).click();
    await expect(page.getByText(/The model answered “〈/)).toHaveCount(0);
    await expect(review.row(new RegExp(entity.text)).first()).toBeVisible();
  });

  await test.step("correct and accept", async () => {
    await review.click("source", entity.start);
    await review.relabel("ORG");
    await review.button("Accept & next").click();
    await expect(page).not.toHaveURL(/\/review\/1$/);
    const next = page.url();
    await review.button("Accept & next").click();
    await expect(page).not.toHaveURL(next);
    await review.saved();
  });

  await test.step("project the rest with the offline engine", async () => {
    await runs.open(project);
    await runs.button("Project the rest again").click();
    // The former run's card is the newest until the list has come again.
    await expect(runs.newest).toContainText("Offline engine");
    await runs.done();
    await expect(runs.newest).toContainText("6 of 6 segments");
    await expect(page.getByText(/^2 accepted segments with entities\./)).toBeVisible();
    await check(page, "runs, with what was learnt");
    const [done] = await exportedRows(api, project);
    expect(done?.source_entities.find(({ text }) => text === entity.text)?.label).toBe("ORG");
  });

  await test.step("memory has grown", async () => {
    await page.goto(`/projects/${project}/memory`);
    const pairs = page.getByRole("row").filter({ hasText: entity.text });
    await expect(pairs.first()).toContainText("ORG");
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(/^[2-9] pairs of names$/);
    await check(page, "memory");
    await pairs
      .first()
      .getByRole("button", { name: /segments with/ })
      .click();
    await expect(page.getByRole("dialog").getByRole("link", { name: first.id })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("what memory knows is projected onto the rest from there, too", async () => {
    await runs.button("Project the rest again").click();
    await page.getByRole("button", { name: "Runs", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Projection runs" })).toBeVisible();
    await runs.done();
    await expect(runs.newest).toContainText("6 of 6 segments");
  });
});
