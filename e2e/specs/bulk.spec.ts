import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

test("a filtered queue is a link, and what no signal touches is accepted and taken back at once", async ({
  page,
  api,
  seed,
  review,
  exportPage,
}) => {
  const rows = sampleRows("zh", 5).map((row, index) => (index === 2 ? { ...row, links: [] } : row));
  const project = await seed("zh", rows);
  await page.goto(`/projects/${project}/review`);
  await expect(review.heading(rows[2]?.id ?? "")).toBeVisible();
  const list = review.queue.getByRole("list", { name: "Segments" });
  await expect(list.getByRole("listitem").first()).toContainText(rows[2]?.id ?? "");
  await expect(list.getByRole("link").first()).toHaveAccessibleName(/worth a look: \d reasons?/);

  await test.step("filter by signal; the address holds it", async () => {
    await review.queue.getByRole("button", { name: "Order and more filters" }).click();
    await page.getByRole("checkbox", { name: "English entity without a place" }).click();
    await expect(page).toHaveURL(/signal=not_projected/);
    await expect(review.queue.getByRole("status")).toHaveText("1 segment");
    await page.keyboard.press("Escape");
    await page.reload();
    await expect(review.queue.getByRole("status")).toHaveText("1 segment");
    await review.queue
      .getByRole("button", { name: "Remove the filter: English entity without a place" })
      .click();
    await expect(review.queue.getByRole("status")).toHaveText("5 segments");
  });
  await test.step("what is shown is exported, and nothing else", async () => {
    await page.goto(`/projects/${project}/review/1?signal=not_projected`);
    await review.queue.getByRole("button", { name: "All of these" }).click();
    await page.getByRole("menuitem", { name: "Export…" }).click();
    await expect(page.getByText("Only 1 segment of a list")).toBeVisible();
    // The address holds the choice.
    await exportPage.open(page.url());
    const { text } = await exportPage.download();
    expect(
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual([rows[2]?.id]);
    await page.getByRole("button", { name: "Export all segments instead" }).click();
    await expect(page.getByText("Only 1 segment of a list")).toBeHidden();
  });
  await test.step("a wrong regular expression says so", async () => {
    await page.goto(`/projects/${project}/review/1?q=(&regex=true`);
    await expect(review.queue.getByRole("alert")).toContainText("This is not a regular expression");
    await page.goto(`/projects/${project}/review/1`);
  });
  await test.step("accept what no signal touches, and undo", async () => {
    await review.queue.getByRole("button", { name: "All of these" }).click();
    await page.getByRole("menuitem", { name: /^Accept those/ }).click();
    await page.getByRole("button", { name: "Accept 4 segments" }).click();
    await expect(page.getByText("4 segments accepted")).toBeVisible();
    expect((await api.project(project)).counts).toMatchObject({ accepted: 4, pending: 1 });
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect(page.getByText("Taken back in 4 segments")).toBeVisible();
    expect((await api.project(project)).counts).toMatchObject({ accepted: 0, pending: 5 });
  });
  await test.step("after a reload it can be taken back as well, but for what was changed since", async () => {
    const menu = review.queue.getByRole("button", { name: "All of these" });
    await menu.click();
    await page.getByRole("menuitem", { name: /^Accept those/ }).click();
    await page.getByRole("button", { name: "Accept 4 segments" }).click();
    await expect(page.getByText("4 segments accepted").first()).toBeVisible();
    await page.goto(`/projects/${project}/review/1?order=number`);
    await expect(review.heading(rows[0]?.id ?? "")).toBeVisible();
    await review.press("f");
    await review.saved();
    await page.reload();
    await menu.click();
    const undo = page.getByRole("menuitem", { name: /^Undo: Accept, with all that no signal touches/ });
    await expect(undo).toContainText("(3 segments)");
    await expect(undo).toContainText("1 segment has been changed since.");
    await undo.click();
    await expect(page.getByText("Taken back in 3 segments")).toBeVisible();
    await expect(page.getByText("1 segment has been changed since.")).toBeVisible();
    expect((await api.project(project)).counts).toMatchObject({ accepted: 1, pending: 4 });
    await menu.click();
    await expect(page.getByRole("menuitem", { name: /^Accept those/ })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: /^Undo/ })).toBeHidden();
  });
});
