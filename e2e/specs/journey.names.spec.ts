import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

/** What a screen reader says on the way through a correction: names of spans, edges and links, and what has been done. */
test("a correction by keyboard is told in words at every step", async ({ page, review, seed }) => {
  const [row] = sampleRows("zh", 1);
  const link = row?.links[0];
  const source = row?.source_entities.find(({ id }) => id === link?.[1]);
  const english = row?.english_entities.find(({ id }) => id === link?.[0]);
  if (!row || !source || !english) throw new Error("A linked pair is needed.");
  const project = await seed("zh", [row]);
  await review.open(project);

  await test.step("spans and links are options with a whole sentence for a name", async () => {
    await expect(review.entities).toHaveAccessibleName("Entities");
    const option = review.row(new RegExp(source.text));
    await expect(option).toHaveAccessibleName(
      new RegExp(`^${source.label} ${source.text}.*linked to ${english.text}`),
    );
    for (let presses = 0; presses < 20; presses++) {
      await review.press("ArrowDown", "ArrowLeft");
      if ((await option.getAttribute("aria-selected")) === "true") break;
    }
    await expect(option).toHaveAttribute("aria-selected", "true");
    await expect(review.notice).toHaveText(`${source.label} ${source.text}, linked to ${english.text}`);
  });
  await test.step("an edge", async () => {
    await review.press("Shift+ArrowUp");
    const shorter = [...source.text].slice(0, -1).join("");
    await expect(review.notice).toHaveText(`Move the end of ${source.text}: ${shorter}`);
    await expect(review.row(new RegExp(`^${source.label} ${shorter} `))).toBeVisible();
    await review.press("Control+z");
    await expect(review.notice).toHaveText(`Undone: Move the end of ${source.text}`);
  });
  await test.step("a label", async () => {
    const other = source.label === "ORG" ? "PER" : "ORG";
    await review.press(other === "ORG" ? "o" : "p");
    await expect(review.notice).toHaveText(`Relabel ${source.text} as ${other}`);
    await expect(review.row(new RegExp(`^${other} ${source.text}`))).toHaveAccessibleName(
      /worth a look: Labelled/,
    );
    await review.press("Control+z");
  });
  await test.step("a link", async () => {
    await review.press("u");
    await expect(review.notice).toHaveText(`Unlink ${english.text} and ${source.text}`);
    await expect(review.row(new RegExp(`^${source.label} ${source.text}.*not linked`))).toBeVisible();
    await review.press("n");
    await expect(page.getByRole("region", { name: `Link ${source.text} to…` })).toBeVisible();
    await review.press("Enter");
    await expect(review.notice).toHaveText(`Link ${source.text} and ${english.text}`);
  });
  await test.step("deleting, and what is left without a partner", async () => {
    await review.press("Backspace");
    await expect(review.notice).toHaveText(`Delete ${source.label} ${source.text}`);
    await expect(review.row(new RegExp(`^${english.label} ${english.text}.*not linked`))).toBeVisible();
    await review.press("Control+z");
    await expect(
      review.row(new RegExp(`^${source.label} ${source.text}.*linked to ${english.text}`)),
    ).toBeVisible();
  });
  await test.step("the decision", async () => {
    await review.press("Enter");
    await expect(page.getByRole("main")).toContainText(/decided|done/i);
  });
});
