import { ReviewScreen } from "../pages/review-screen.ts";
import { connect, redeem } from "../support/api.ts";
import { expect, exportedRows, test } from "../support/fixtures.ts";
import { origin } from "../support/installation.ts";
import { sampleRows } from "../support/samples.ts";

test("two people on one segment: other fields merge, the same field is shown and never overwritten", async ({
  review,
  seed,
  api,
  browser,
}) => {
  const rows = sampleRows("zh", 1);
  const [first, second] = rows[0]?.source_entities ?? [];
  if (!first || !second) throw new Error("two entities are needed");
  const project = await seed("zh", rows);
  const invitation = await api.invite(project, "Ben");
  const cookie = await redeem(`${origin()}${invitation.path}`);
  const ben = connect(origin(), cookie);
  const bens = await browser.newContext({ storageState: { cookies: [], origins: [] }, baseURL: origin() });
  const [name = "", value = ""] = cookie.split(/=(.*)/s);
  await bens.addCookies([{ name, value, url: origin() }]);
  const other = new ReviewScreen(await bens.newPage());
  const wanted = (label: string): string => (label === "PER" ? "ORG" : "PER");

  await review.open(project);
  await other.open(project);
  await other.click("source", first.start);
  await other.relabel("LOC" === first.label ? "ORG" : "LOC");
  await other.button("Flag").click();
  await other.saved();
  expect((await ben.open(project, 1)).seq).toBeGreaterThan(0);

  await test.step("another span: both changes are there", async () => {
    await review.click("source", second.start);
    await review.relabel(wanted(second.label));
    await review.saved();
    const [row] = await exportedRows(api, project);
    expect(row?.source_entities.map(({ label }) => label).slice(0, 2)).toEqual([
      "LOC" === first.label ? "ORG" : "LOC",
      wanted(second.label),
    ]);
    await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
  });
  await test.step("the same label: shown, theirs stands until one decides", async () => {
    await other.open(project);
    await other.click("source", first.start);
    await other.relabel("PER");
    await other.saved();
    await review.click("source", first.start);
    await review.relabel(first.label === "LOC" ? "LOC" : first.label === "ORG" ? "ORG" : "LOC");
    const conflict = review.page.getByRole("alert").filter({ hasText: "One change of yours is not in" });
    await expect(conflict).toBeVisible();
    await expect(review.page.locator("[data-save]")).toHaveText("Conflict");
    expect((await exportedRows(api, project))[0]?.source_entities[0]?.label).toBe("PER");
    await conflict.getByRole("button", { name: "Use theirs" }).click();
    await expect(conflict).toBeHidden();
    await expect(review.selected.getByRole("combobox", { name: "Label" })).toHaveText("PER");
    await review.saved();
  });
  await bens.close();
});
