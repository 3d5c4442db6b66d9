import { check } from "../support/axe.ts";
import { expect, test } from "../support/fixtures.ts";
import { linesOf, sampleRows } from "../support/samples.ts";

// Each look at a screen is three passes of a slow checker.
test.describe.configure({ timeout: 300_000 });

test("projects, a new one, an address that is none", async ({ page, seed }) => {
  await seed("th", sampleRows("th", 2));
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await check(page, "projects");
  await page.goto("/new");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeVisible();
  await check(page, "new project");
  await page.getByRole("button", { name: "Create and import data" }).click();
  await check(page, "new project with errors");
  await page.goto("/nowhere");
  await expect(page.getByRole("heading").first()).toBeVisible();
  await check(page, "not found");
});

test("overview, settings, export", async ({ page, seed }) => {
  const project = await seed("ru", sampleRows("ru", 3));
  await page.goto(`/projects/${project}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await check(page, "overview");
  for (const section of ["general", "labels", "guidelines", "members", "danger"]) {
    await page.goto(`/projects/${project}/settings?section=${section}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await check(page, `settings, ${section}`);
  }
  await page.goto(`/projects/${project}/export`);
  await expect(page.getByText("The format holds all of it.")).toBeVisible();
  await check(page, "export");
  await page.getByText("Universal NER (.iob2)").click();
  await expect(page.getByText("What the format cannot hold")).toBeVisible();
  await check(page, "export with losses");
});

test("evaluation, of one layer and of two", async ({ page, seed, api }) => {
  const rows = sampleRows("zh", 6);
  // Something is wrong with every second one, and the machine says how sure it was.
  const predicted = rows.map((row, index) => ({
    ...row,
    source_entities: row.source_entities.map((entity) => ({
      ...entity,
      score: 0.3 + index / 10,
      ...(index % 2 === 0 ? { label: "ORG" } : {}),
    })),
  }));
  const project = await seed("zh", predicted);
  await page.goto(`/projects/${project}/evaluation`);
  await expect(page.getByText("There is nothing to compare yet")).toBeVisible();
  await check(page, "evaluation without gold");
  await api.importFile(project, linesOf(rows), { layer: "gold", name: "gold.jsonl" });
  await page.goto(`/projects/${project}/evaluation?vs=review`);
  await expect(page.getByText("predictions minus review")).toBeVisible();
  await expect(page.getByRole("img", { name: /^Precision by confidence/ })).toBeVisible();
  await check(page, "evaluation");
  await page.getByRole("link", { name: /label errors: open in review$/ }).click();
  await expect(page.getByText(/label errors of predictions against gold/)).toBeVisible();
  await expect(page.getByRole("region", { name: /^Source / })).toBeVisible();
  await check(page, "review of a list");
});

test("API keys, scripts for Python", async ({ page, seed }) => {
  const project = await seed("zh", sampleRows("zh", 1));
  await page.goto("/keys");
  await expect(page.getByRole("heading", { name: "API keys" })).toBeVisible();
  await page.getByRole("button", { name: "Make a key" }).click();
  await check(page, "API keys with an error");
  await page.getByRole("textbox", { name: "What is it for?" }).fill("Accessible");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copy it now")).toBeVisible();
  await check(page, "a key that was made");
  await page.goto(`/projects/${project}/python`);
  await expect(page.getByRole("heading", { name: "Use it from Python" })).toBeVisible();
  await check(page, "use it from Python");
});

test("import: nothing chosen, a broken file, its result", async ({ page, seed, importPage }) => {
  const project = await seed("zh", []);
  await importPage.open(project);
  await expect(page.getByText("Drop files here")).toBeVisible();
  await check(page, "import");
  await importPage.choose("broken.jsonl", `${linesOf(sampleRows("zh", 3))}{ no JSON\n`);
  await expect(importPage.file.getByText("Read to the end")).toBeVisible();
  await check(page, "import of a broken file");
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await expect(page.getByRole("heading", { name: "3 rows imported" })).toBeVisible();
  await check(page, "result of an import");
});

test("review, in every state of its tools", async ({ page, seed, review }) => {
  const rows = sampleRows("zh", 3);
  const project = await seed("zh", rows);
  await review.open(project);
  await check(page, "review");
  await review.press("a");
  await expect(page.getByRole("region", { name: "The next segments" })).toBeVisible();
  await check(page, "reading ahead");
  await review.press("a");
  await review.click("source", rows[0]?.source_entities[0]?.start ?? 0);
  await check(page, "a span selected");
  await review.press("n");
  await check(page, "linking");
  await review.press("Escape", "0");
  await check(page, "no counterpart");
  await review.press("Escape", "Escape", "t", "Shift+ArrowRight");
  await expect(review.labels).toBeVisible();
  await check(page, "choosing a label");
  await review.press("Escape", "e");
  await page.getByRole("textbox", { name: "Translation" }).fill("Nothing of it.");
  await check(page, "editing the translation, with spans that go");
  await review.press("Escape", "m");
  await expect(review.noteField()).toBeFocused();
  await check(page, "writing a note");
  await review.press("Escape", "r");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await check(page, "rejecting");
  await review.press("Escape", "?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await check(page, "all keys");
});

test("the queue's filters, its actions and a segment's history", async ({ page, seed, review }) => {
  const project = await seed("zh", sampleRows("zh", 3));
  await review.open(project);
  await review.queue.getByRole("button", { name: "Order and more filters" }).click();
  await page.getByRole("checkbox", { name: "Labels of a pair differ" }).click();
  await check(page, "more filters");
  await page.goto(`/projects/${project}/review/1`);
  await review.queue.getByRole("button", { name: "All of these" }).click();
  await check(page, "the menu of actions");
  await page.getByRole("menuitem", { name: "Assign…" }).click();
  await expect(page.getByRole("button", { name: "Assign 3 segments" })).toBeEnabled();
  await check(page, "assigning");
  await page.getByRole("button", { name: "Cancel" }).click();
  await review.press("f");
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("list", { name: "History" })).toContainText("Flagged");
  await check(page, "history");
});

test("review of right-to-left text", async ({ page, seed, review }) => {
  const rows = sampleRows("ar", 3);
  const project = await seed("ar", rows);
  await review.open(project);
  await review.click("source", rows[0]?.source_entities[0]?.start ?? 0);
  await check(page, "a span selected");
});

test("without a session, and with a link that is used up", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    storageState: { cookies: [], origins: [] },
  });
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("main")).toContainText("one-time link");
  await check(page, "no session");
  await page.goto(`/open#${"0".repeat(64)}`);
  await expect(page.getByText("This link no longer works")).toBeVisible();
  await check(page, "a used link");
  await context.close();
});
