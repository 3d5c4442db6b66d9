import { connect } from "../support/api.ts";
import { expect, test } from "../support/own-server.ts";

test("first run: link, sample, correct, accept, export", async ({
  fresh,
  page,
  review,
  exportPage,
  context,
  browser,
}) => {
  await test.step("without the link there is no way in", async () => {
    await page.goto(fresh.origin);
    await expect(page.getByRole("main")).toContainText("one-time link");
    expect((await page.request.get(`${fresh.origin}/api/trpc/projects.list`)).status()).toBe(401);
  });
  await test.step("the link leads to the samples", async () => {
    await page.goto(fresh.link ?? "");
    await expect(page.getByRole("heading", { name: "Welcome to Spanbridge" })).toBeVisible();
    await page
      .getByRole("button", { name: /^Install and review: Chinese: what a language model answered$/ })
      .click();
    await expect(page).toHaveURL(/\/projects\/[^/]+\/review\/1/);
  });
  const project = /projects\/([^/]+)\/review/.exec(page.url())?.[1] ?? "";
  const cookies = await context.cookies();
  const api = connect(fresh.origin, cookies.map(({ name, value }) => `${name}=${value}`).join("; "));
  await test.step("a sentence is corrected and accepted", async () => {
    await expect(review.text("source")).toContainText("奧巴馬");
    const text = (await review.text("source").textContent()) ?? "";
    await review.click("source", [...text.slice(0, text.indexOf("奧巴馬"))].length);
    await review.relabel("ORG");
    await review.button("Accept & next").click();
    await expect(page).toHaveURL(/\/review\/2$/);
    await review.saved();
  });
  await test.step("the corrected data is exported", async () => {
    await exportPage.open(`${fresh.origin}/projects/${project}/export`);
    await page.getByRole("checkbox", { name: /^Accepted/ }).click();
    const { text } = await exportPage.download();
    const rows = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(1);
    expect(rows[0].source_entities).toContainEqual(expect.objectContaining({ text: "奧巴馬", label: "ORG" }));
  });
  await test.step("the link works once; who is signed in stays so", async () => {
    expect((await api.project(project)).counts.accepted).toBe(1);
    const other = await browser.newContext();
    const stranger = await other.newPage();
    await stranger.goto(fresh.link ?? "");
    await expect(stranger.getByText("This link no longer works")).toBeVisible();
    await other.close();
  });
});

test("a server that was stopped goes on where it was", async ({ fresh, page, review }) => {
  await page.goto(fresh.link ?? "");
  await page
    .getByRole("button", { name: /^Install and review: Thai: what a language model answered$/ })
    .click();
  await expect(review.text("source")).toBeVisible();
  await review.button("Flag").click();
  await review.saved();
  const address = page.url();
  await fresh.restart();
  await page.goto(address);
  await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
  await review.button("Flag").click();
  await review.saved();
});
