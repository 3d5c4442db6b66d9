import type { Page } from "@playwright/test";
import { ReviewScreen } from "../pages/review-screen.ts";
import { RunsPage } from "../pages/runs-page.ts";
import { expect, test } from "../support/fixtures.ts";

/** One English name; the machine that wrote the file has put it at the first character. */
const row = (index: number) => ({
  id: `r${index}`,
  source_lang: "zh",
  source_text: `他说中国赢了${index}。`,
  english_text: `He said China won ${index}.`,
  source_entities: [{ id: "s1", start: 0, end: 1, label: "LOC", text: "他" }],
  english_entities: [{ id: "e1", start: 8, end: 13, label: "LOC", text: "China" }],
  links: [["e1", "s1"]],
});

/** Requests that fit wait from now on until they are let go. */
async function hold(page: Page, pattern: RegExp): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(pattern, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** Projects the project anew in a page of its own, as a colleague would. */
async function projectAnew(page: Page, project: string): Promise<void> {
  const other = await page.context().newPage();
  const runs = new RunsPage(other);
  await runs.open(project);
  await runs.useOfflineEngine();
  await runs.button("Start the run").click();
  await expect(runs.newest).toBeVisible();
  await runs.done();
  await expect(runs.newest).toContainText("Shown in review");
  await other.close();
}

test("a segment that was fetched ahead shows what a run has found meanwhile", async ({
  page,
  seed,
  review,
}) => {
  const project = await seed("zh", [row(0), row(1)]);
  const ahead = page.waitForResponse(/review\.open.*%22number%22%3A2|review\.place.*%22number%22%3A2/);
  await review.open(project);
  await ahead;
  await projectAnew(page, project);
  await review.press("Enter");
  await expect(review.heading("r1")).toBeVisible();
  await expect(review.row(/LOC 中国.*linked to China/)).toBeVisible();
});

test("proposals that nobody has seen are not accepted, but shown", async ({ page, seed, review, api }) => {
  const project = await seed("zh", [row(0), row(1)]);
  await review.open(project);
  await expect(review.row(/LOC 他.*linked to China/)).toBeVisible();
  await projectAnew(page, project);
  // Both are pressed before the server can say that its proposals are others now.
  const release = await hold(page, /review\.commit/);
  await review.press("f", "Enter");
  await expect(review.heading("r1")).toBeVisible();
  release();
  await page.getByRole("button", { name: "Conflict in r0" }).click();
  await expect(review.heading("r0")).toBeVisible();
  await expect(review.row(/LOC 中国.*linked to China/)).toBeVisible();
  const conflict = page.getByRole("alert").filter({ hasText: "One change of yours is not in" });
  await expect(conflict).toContainText("The machine's proposals here have changed since you looked.");
  // Nobody has changed anything here: a run has.
  await expect(page.getByText(/Somebody|Use theirs/)).toHaveCount(0);
  await expect.poll(async () => (await api.open(project, 1)).annotation.flagged).toBe(true);
  expect((await api.open(project, 1)).annotation.review.state).toBe("pending");
  await conflict.getByRole("button", { name: "Try mine again" }).click();
  await review.saved();
  expect((await api.open(project, 1)).annotation.review.state).toBe("accepted");
});

test("pages that are gone to before a save is in show it once it is", async ({ page, seed, review }) => {
  const project = await seed("zh", [row(0), row(1)]);
  await page.goto(`/projects/${project}/memory`);
  await expect(page.getByText("Nothing learnt yet")).toBeVisible();
  await page.goto(`/projects/${project}`);
  await expect(page.getByRole("link", { name: "Start reviewing" })).toBeVisible();
  await page.getByRole("link", { name: "Start reviewing" }).click();
  await expect(review.row(/LOC 他.*linked to China/)).toBeVisible();
  const letGo = await hold(page, /review\.commit/);
  await review.press("Enter");
  await expect(review.heading("r1")).toBeVisible();
  await page
    .getByRole("navigation", { name: "Breadcrumb" })
    .getByRole("link", { name: /^pages/ })
    .click();
  await page.getByRole("link", { name: "Memory" }).click();
  await expect(page.getByText("Nothing learnt yet")).toBeVisible();
  letGo();
  await expect(page.getByRole("row").filter({ hasText: "China" })).toContainText("他");
  await page.goBack();
  await expect(page.getByText("1 of 2 reviewed")).toBeVisible();
});

test("counts are not moved twice by what the server has counted already", async ({ page, seed, review }) => {
  const project = await seed("zh", [row(0), row(1)]);
  await review.open(project);
  const other = await page.context().newPage();
  const colleague = new ReviewScreen(other);
  await colleague.open(project, 2);
  await colleague.press("Enter");
  await expect(colleague.heading("r0")).toBeVisible();
  await colleague.saved();
  await other.close();
  const counted = page.waitForResponse(/projects\.get/);
  await review.press("j");
  await counted;
  await expect(page.getByText("1 / 2")).toBeVisible();
});

test("what is gone back to counts every step, the newest too", async ({ page, seed, review, api }) => {
  const project = await seed("zh", [row(0)]);
  await review.open(project);
  await review.press("f");
  await review.saved();
  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("list", { name: "History" });
  await expect(history.getByRole("button", { name: "Restore the predictions" })).toBeVisible();
  const letGo = await hold(page, /review\.events/);
  await review.click("source", 0);
  await review.relabel("PER");
  await review.saved();
  await expect(history.getByRole("button", { name: "Restore the predictions" })).toBeHidden();
  letGo();
  await history.getByRole("button", { name: "Restore the predictions" }).click();
  await review.saved();
  const source = async () =>
    (await api.open(project, 1)).annotation.spans.find(({ side }) => side === "source");
  expect((await source())?.label).toBe("LOC");
});

test("the next segment may come late, whatever is open beside the text", async ({ page, seed, review }) => {
  const project = await seed("zh", [row(0), row(1)]);
  const letGo = await hold(page, /review\.open.*number%22%3A2/);
  await review.open(project);
  await page.getByRole("tab", { name: "Why" }).click();
  await review.button("Accept & next").click();
  await expect(page.getByText("Loading the segment")).toBeAttached();
  letGo();
  await expect(review.heading("r1")).toBeVisible();
  await expect(page.getByRole("tabpanel", { name: "Why" })).toBeVisible();
});
