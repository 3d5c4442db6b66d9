import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

test("a segment's history says who changed what, and any step can be gone back to", async ({
  page,
  api,
  seed,
  review,
}) => {
  const rows = sampleRows("zh", 2);
  const first = rows[0]?.source_entities[0];
  if (!first) throw new Error("The sample has no entity.");
  const project = await seed("zh", rows);
  await review.open(project);
  await review.click("source", first.start);
  await review.press(first.label === "ORG" ? "p" : "o");
  await review.press("Backspace");
  await review.saved();
  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("list", { name: "History" });
  await expect(
    history
      .getByRole("listitem")
      .filter({ hasText: `“${first.text}”: ${first.label} →` })
      .first(),
  ).toBeVisible();
  await expect(history.getByText(new RegExp(`^Deleted .* “${first.text}” from the source`))).toBeVisible();

  await history.getByRole("button", { name: "Restore step 1" }).click();
  await expect(review.row(new RegExp(first.text))).toBeVisible();
  await history.getByRole("button", { name: "Restore the predictions" }).click();
  await review.saved();
  const after = await api.open(project, 1);
  expect(
    after.annotation.spans.find(({ start, side }) => side === "source" && start === first.start),
  ).toMatchObject({
    label: first.label,
    provenance: { origin: "import" },
  });
  await page.getByRole("button", { name: /^Undo/ }).click();
  await review.saved();
  const { events } = await api.events(project, 1);
  expect(events.map(({ transaction }) => transaction.origin)).toEqual([
    "undo",
    "restore",
    "restore",
    "human",
    "human",
  ]);
});
