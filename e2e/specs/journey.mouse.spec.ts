import { expect, exportedRows, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

for (const language of ["zh", "ru", "ar", "th"]) {
  test(`correcting with the mouse: ${language}`, async ({ review, seed, api, page }) => {
    const rows = sampleRows(language, 4);
    const [row] = rows;
    if (!row) throw new Error("no row");
    const project = await seed(language, rows);
    const [first, second] = row.source_entities;
    if (!first || !second) throw new Error("two entities are needed");
    const english = row.english_entities.find(({ id }) =>
      row.links.some((link) => link[0] === id && link[1] === first.id),
    );
    if (!english) throw new Error("the first entity is linked");
    await review.open(project);
    await expect(review.text("source")).toHaveText(row.source_text);

    await test.step("delete", async () => {
      await review.click("source", first.start);
      await expect(review.selected).toContainText(first.text);
      await review.selected.getByRole("button", { name: "Delete the span" }).click();
      await expect(review.row(/not linked/).first()).toBeVisible();
    });
    await test.step("add: one drag, for the entity that has lost its counterpart", async () => {
      await review.drag("source", first.start, first.end);
      await expect(review.selected).toContainText(first.text);
      await expect(review.labels).toBeHidden();
      await expect(review.notice).toContainText(`linked to ${english.text}`);
    });
    await test.step("take the link back", async () => {
      await review.selected.getByRole("button", { name: "Remove the link" }).click();
      await expect(review.selected.getByRole("button", { name: "Remove the link" })).toBeDisabled();
    });
    await test.step("link", async () => {
      await review.selected.getByRole("button", { name: "Link", exact: true }).click();
      await page
        .getByRole("region", { name: /^Link .* to…$/ })
        .getByRole("button", { name: english.text })
        .click();
      await expect(review.row(new RegExp(`${english.text}`)).first()).toHaveAttribute(
        "aria-selected",
        "true",
      );
    });
    await test.step("relabel", async () => {
      await review.relabel("PER");
      await expect(review.selected.getByRole("combobox", { name: "Label" })).toHaveText("PER");
    });
    await test.step("move an edge, undo, redo, undo", async () => {
      await review.dragEdge("source", "end", first.end - lastCluster(first.text));
      await expect(review.selected).not.toContainText(first.text);
      await review.button(/^Undo: Move the end/).click();
      await expect(review.selected).toContainText(first.text);
      await review.button(/^Redo: Move the end/).click();
      await expect(review.selected).not.toContainText(first.text);
      await review.button(/^Undo: Move the end/).click();
      await expect(review.selected).toContainText(first.text);
    });
    await test.step("unlink and say that there is no counterpart", async () => {
      await review.click("source", second.start);
      await review.selected.getByRole("button", { name: "Remove the link" }).click();
      await review.selected.getByRole("button", { name: "No counterpart…" }).click();
      await page.getByRole("button", { name: /Left out by the translation$/ }).click();
      await expect(review.row(/left out by the translation/i)).toBeVisible();
    });
    await test.step("edit the translation", async () => {
      await review.button("Edit the translation").click();
      const field = page.getByRole("textbox", { name: "Translation" });
      await field.fill(`Yesterday: ${row.english_text}`);
      await expect(page.getByText("Spans follow their words.")).toBeVisible();
      await page.getByRole("button", { name: /^Save/ }).click();
      await expect(review.text("pivot")).toHaveText(`Yesterday: ${row.english_text}`);
    });
    await test.step("flag and note", async () => {
      await review.button("Flag").click();
      await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
      await review.addNote("Is this the right person?");
      await expect(page.getByText("Is this the right person?")).toBeVisible();
      await review.saved();
    });
    await test.step("accept, skip, reject", async () => {
      await review.button("Accept & next").click();
      await expect(page).toHaveURL(/\/review\/2$/);
      await review.button("Skip").click();
      await expect(page).toHaveURL(/\/review\/3$/);
      await review.button("Reject…").click();
      await page.getByRole("textbox", { name: "Reason" }).fill("Another sentence.");
      await page.getByRole("button", { name: "Reject & next" }).click();
      await expect(page).toHaveURL(/\/review\/4$/);
      await review.saved();
    });

    const exported = await exportedRows(api, project);
    const [done] = exported;
    const source = done?.source_entities ?? [];
    expect(source.map(({ text, label }) => ({ text, label }))).toEqual(
      row.source_entities.map(({ text, label }) => ({ text, label: text === first.text ? "PER" : label })),
    );
    expect(done?.english_text).toBe(`Yesterday: ${row.english_text}`);
    expect(done?.english_entities.map(({ text }) => text)).toEqual(
      row.english_entities.map(({ text }) => text),
    );
    const added = source.find(({ text }) => text === first.text);
    expect(done?.links).toContainEqual([english.id, added?.id]);
    expect(done?.links.some((link) => link[1] === second.id)).toBe(false);
    expect((await api.project(project)).counts).toEqual({ pending: 1, accepted: 1, skipped: 1, rejected: 1 });
  });
}

/** Code points of a text's last character as people count them. */
const lastCluster = (text: string): number =>
  [...([...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].at(-1)?.segment ?? "")]
    .length;
