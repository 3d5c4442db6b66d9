import { ReviewScreen } from "../pages/review-screen.ts";
import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

test("a project is made, named, described, archived and deleted", async ({ page, api }) => {
  await page.goto("/new");
  await page.getByRole("textbox", { name: "Name" }).fill("Thai news, first batch");
  const language = page.getByRole("combobox", { name: "Source language" });
  await language.fill("Thai");
  await page.getByRole("option", { name: /^Thai/ }).click();
  await page.getByRole("button", { name: "Create and import data" }).click();
  await expect(page).toHaveURL(/\/projects\/([^/]+)\/import$/);
  const project = /projects\/([^/]+)\//.exec(page.url())?.[1] ?? "";
  expect((await api.project(project)).sourceLang).toBe("th");

  await page.goto(`/projects/${project}/settings`);
  const save = page.getByRole("button", { name: "Save", exact: true });
  await page.getByRole("textbox", { name: "Name" }).fill("Thai news");
  await save.click();
  // A button that is at work takes no clicks either: what it has done is said in words.
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(save).toBeDisabled();
  expect((await api.project(project)).name).toBe("Thai news");

  await page.getByRole("button", { name: "Archive the project" }).click();
  await page.getByRole("button", { name: "Restore the project" }).click();
  await expect(page.getByRole("button", { name: "Archive the project" })).toBeVisible();

  await page.getByRole("button", { name: "Delete the project" }).click();
  const dialog = page.getByRole("dialog", { name: /^Delete/ });
  const confirm = dialog.getByRole("button", { name: "Delete for good" });
  await dialog.getByRole("textbox").fill("Thai");
  await expect(confirm).toBeDisabled();
  await dialog.getByRole("textbox").fill("Thai news");
  await confirm.click();
  await expect(page).toHaveURL(/\/$/);
  await expect(api.project(project)).rejects.toMatchObject({ status: 404 });
});

test("a new label with its key is there on the review screen; a renamed one takes its spans along", async ({
  page,
  seed,
  api,
  review,
}) => {
  const rows = sampleRows("zh", 1);
  const entity = rows[0]?.source_entities[0];
  if (!entity) throw new Error("an entity is needed");
  const project = await seed("zh", rows);
  await page.goto(`/projects/${project}/settings?section=labels`);
  await page.getByRole("button", { name: "Add a label" }).click();
  await test.step("a label is dragged to its place", async () => {
    const grips = page.locator("[data-grip]");
    const names = page.getByRole("textbox", { name: /^Name of/ });
    const order = () =>
      names.evaluateAll((fields) => fields.map((field) => field.getAttribute("aria-label")));
    const before = await order();
    const [first, second] = [await grips.nth(0).boundingBox(), await grips.nth(1).boundingBox()];
    if (!first || !second) throw new Error("two labels are needed");
    await page.mouse.move(first.x + 5, first.y + 10);
    await page.mouse.down();
    await page.mouse.move(second.x + 5, second.y + second.height, { steps: 5 });
    await page.mouse.up();
    await expect(names.nth(1)).toHaveAccessibleName("Name of PER");
    await page.mouse.move(second.x + 5, second.y + 10);
    await page.mouse.down();
    await page.mouse.move(first.x + 5, first.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(order).toEqual(before);
  });
  await page.getByRole("textbox", { name: "Name of the new label" }).fill("EVENT");
  await page.getByRole("textbox", { name: "Key of EVENT" }).fill("v");
  await page.getByRole("textbox", { name: `Name of ${entity.label}` }).fill("RENAMED");
  await expect(page.getByText(`${entity.label} becomes RENAMED`)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await review.open(project);
  await review.click("source", entity.start);
  await expect(review.selected.getByRole("combobox", { name: "Label" })).toHaveText("RENAMED");
  await review.press("v");
  await expect(review.selected.getByRole("combobox", { name: "Label" })).toHaveText("EVENT");
  await review.saved();
  expect((await api.project(project)).labels.map(({ name }) => name)).toContain("EVENT");
});

test("guidelines stand beside the text, without whatever a script would do", async ({
  page,
  seed,
  review,
}) => {
  const project = await seed("zh", sampleRows("zh", 1));
  await page.goto(`/projects/${project}/settings?section=guidelines`);
  const text =
    "## People\n\nMark the **name**, not the title.\n\n<img src=x onerror=\"document.title='pwned'\">";
  await page.getByRole("textbox", { name: "Guidelines" }).fill(text);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await review.open(project);
  const panel = page.getByRole("tabpanel", { name: "Guidelines" });
  await expect(panel.getByRole("heading", { name: "People" })).toBeVisible();
  await expect(panel.locator("strong")).toHaveText("name");
  expect(await page.title()).not.toContain("pwned");
});

test("somebody who is invited reviews, but changes no settings", async ({ page, seed, browser, baseURL }) => {
  const rows = sampleRows("ru", 2);
  const project = await seed("ru", rows);
  await page.goto(`/projects/${project}/settings?section=members`);
  await page.getByRole("textbox", { name: "Name" }).fill("Nadia");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link =
    (await page
      .getByRole("status")
      .getByText(/\/open#/)
      .textContent()) ?? "";
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    storageState: { cookies: [], origins: [] },
  });
  const hers = await context.newPage();
  await hers.goto(link);
  await expect(hers.getByRole("heading", { name: "Projects" })).toBeVisible();
  await expect(hers.getByRole("listitem").filter({ hasText: "(ru)" })).toHaveCount(1);
  const screen = new ReviewScreen(hers);
  await screen.open(project);
  await screen.addNote("From Nadia.");
  await screen.button("Accept & next").click();
  await expect(hers).toHaveURL(/\/review\/2$/);
  await screen.saved();
  await hers.goto(`/projects/${project}/settings`);
  await expect(hers.getByText("The settings are not open to you")).toBeVisible();
  await page.goto(`/projects/${project}/review/1`);
  await page.getByRole("tab", { name: /^Notes/ }).click();
  const notes = page.getByRole("tabpanel", { name: /^Notes/ });
  await expect(notes.getByRole("listitem").filter({ hasText: "From Nadia." })).toContainText(/^Nadia/);
  await context.close();
});
