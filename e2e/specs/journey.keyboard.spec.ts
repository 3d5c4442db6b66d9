import { graphemes } from "../pages/text-geometry.ts";
import { expect, exportedRows, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

for (const language of ["zh", "ru", "ar", "th"]) {
  test(`correcting with the keyboard alone: ${language}`, async ({ review, seed, api, page }) => {
    const rows = sampleRows(language, 4);
    const [row] = rows;
    const [first] = row?.source_entities ?? [];
    if (!row || !first) throw new Error("an entity is needed");
    const english = row.english_entities.find(({ id }) =>
      row.links.some((link) => link[0] === id && link[1] === first.id),
    );
    const others = row.source_entities.filter((entity) => entity !== first);
    const project = await seed(language, rows);
    const before = [...row.source_text].slice(0, first.start).join("");
    await review.open(project);

    await test.step("go to the entity and delete its span", async () => {
      for (let presses = 0; presses < 20; presses++) {
        await review.press("ArrowDown", "ArrowLeft");
        if ((await review.selected.textContent())?.startsWith(first.text)) break;
      }
      await expect(review.selected).toContainText(first.text);
      await review.press("Backspace");
      await expect(review.row(/not linked/).first()).toBeVisible();
    });
    await test.step("select text with the text cursor and label it", async () => {
      await review.press("Escape", "t", "Home");
      await review.repeat("ArrowDown", graphemes(before));
      await review.repeat("Shift+ArrowDown", graphemes(first.text));
      await expect(review.notice).toHaveText(`Selected ${first.text}`);
      await expect(review.labels).toBeVisible();
      await review.press("o");
      await expect(review.labels).toBeHidden();
      await expect(review.selected).toContainText(first.text);
    });
    await test.step("link", async () => {
      await review.press("n");
      const bar = page.getByRole("region", { name: /^Link .* to…$/ });
      await expect(bar).toBeVisible();
      for (let presses = 0; presses < 20; presses++) {
        // The one that Enter takes carries the key in its name.
        if (await bar.getByRole("button", { name: new RegExp(`^${english?.text}.+`) }).isVisible()) break;
        await review.press("ArrowDown");
      }
      await review.press("Enter");
      await expect(bar).toBeHidden();
    });
    await test.step("move an edge by character and back, relabel", async () => {
      await review.press("Shift+ArrowUp");
      await expect(review.selected).not.toContainText(first.text);
      await review.press("Shift+ArrowDown");
      await expect(review.selected).toContainText(first.text);
      await review.press("p");
      await expect(review.selected.getByRole("combobox", { name: "Label" })).toHaveText("PER");
    });
    await test.step("unlink, no counterpart, take that back", async () => {
      await review.press("u");
      await expect(review.selected.getByRole("button", { name: "Remove the link" })).toBeDisabled();
      await review.press("0", "1");
      await expect(review.row(/left out by the translation/i)).toBeVisible();
      await review.press("Control+z", "Control+z");
      await expect(review.row(/left out by the translation/i)).toBeHidden();
      await expect(review.selected.getByRole("button", { name: "Remove the link" })).toBeEnabled();
      await review.press("Control+Shift+z", "Control+z");
      await expect(review.selected.getByRole("button", { name: "Remove the link" })).toBeEnabled();
    });
    await test.step("edit the translation", async () => {
      await review.press("e");
      await expect(page.getByRole("textbox", { name: "Translation" })).toBeFocused();
      await review.press("Control+Home");
      await page.keyboard.type("Yesterday: ");
      await review.press("Control+Enter");
      await expect(review.text("pivot")).toHaveText(`Yesterday: ${row.english_text}`);
    });
    await test.step("flag and note", async () => {
      await review.press("f");
      await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "true");
      await review.press("m");
      await expect(review.noteField()).toBeFocused();
      await page.keyboard.type("Is this the right person?");
      await review.press("Control+Enter");
      await expect(page.getByText("Is this the right person?")).toBeVisible();
      await review.press("Escape");
    });
    await test.step("accept, skip, reject, back and forth", async () => {
      await review.press("Enter");
      await expect(page).toHaveURL(/\/review\/2$/);
      await expect(review.heading(rows[1]?.id ?? "")).toBeVisible();
      await review.press("s");
      await expect(page).toHaveURL(/\/review\/3$/);
      await expect(review.heading(rows[2]?.id ?? "")).toBeVisible();
      await review.press("r");
      await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
      await page.keyboard.type("Another sentence.");
      await review.press("Control+Enter");
      await expect(page).toHaveURL(/\/review\/4$/);
      await expect(review.heading(rows[3]?.id ?? "")).toBeVisible();
      await review.press("k");
      await expect(page).toHaveURL(/\/review\/3$/);
      await expect(review.heading(rows[2]?.id ?? "")).toBeVisible();
      await review.press("j");
      await expect(page).toHaveURL(/\/review\/4$/);
      await review.saved();
    });

    const [done] = await exportedRows(api, project);
    const changed = done?.source_entities.find(({ start }) => start === first.start);
    expect(changed).toMatchObject({ text: first.text, label: "PER" });
    expect(done?.source_entities.filter((entity) => entity !== changed)).toMatchObject(
      others.map(({ text, label }) => ({ text, label })),
    );
    expect(done?.links).toContainEqual([english?.id, changed?.id]);
    expect(done?.english_text).toBe(`Yesterday: ${row.english_text}`);
    expect((await api.project(project)).counts).toEqual({ pending: 1, accepted: 1, skipped: 1, rejected: 1 });
  });
}

test("what is typed before a dialog has the focus does nothing behind it", async ({ review, seed, page }) => {
  const project = await seed("zh", sampleRows("zh", 2));
  await review.open(project);
  await review.press("r", "s", "f");
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await review.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/\/review\/1$/);
  await expect(review.button("Flag")).toHaveAttribute("aria-pressed", "false");
});
