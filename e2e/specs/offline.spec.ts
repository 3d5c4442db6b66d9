import { expect, exportedRows, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

/** What the browser keeps of unsaved edits, as text. */
const keptHere = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("spanbridge");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("outbox").objectStore("outbox").getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  });

test("edits made without a connection are kept and sent when it is back", async ({
  review,
  seed,
  api,
  page,
  context,
}) => {
  const rows = sampleRows("zh", 2);
  const project = await seed("zh", rows);
  const entity = rows[0]?.source_entities[0];
  if (!entity) throw new Error("an entity is needed");
  await review.open(project);
  await context.setOffline(true);
  await review.click("source", entity.start);
  await review.relabel(entity.label === "PER" ? "ORG" : "PER");
  await review.button("Flag").click();
  await expect(page.locator("[data-save]")).toHaveText("Offline");
  expect((await exportedRows(api, project))[0]?.source_entities).toEqual(rows[0]?.source_entities);
  // It is written once it has been drawn; a tab that is killed before that has lost it.
  await expect.poll(() => page.evaluate(keptHere)).toContain("set_flag");

  await test.step("they survive the tab", async () => {
    await page.close();
    const again = await context.newPage();
    await context.setOffline(false);
    await again.goto(`/projects/${project}/review/1`);
    await expect(again.getByRole("button", { name: "Flag", exact: true })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expect(again.locator("[data-save]")).toHaveText("Saved");
    const flag = again.getByRole("button", { name: "Flag", exact: true });
    await again.keyboard.press("Control+z");
    await expect(again.getByRole("status").filter({ hasText: "Undone: Flag" })).toBeVisible();
    await expect(flag).toHaveAttribute("aria-pressed", "false");
    await again.keyboard.press("Control+Shift+z");
    await expect(flag).toHaveAttribute("aria-pressed", "true");
    await expect(again.locator("[data-save]")).toHaveText("Saved");
  });
  const [done] = await exportedRows(api, project);
  expect(done?.source_entities[0]).toMatchObject({
    text: entity.text,
    label: entity.label === "PER" ? "ORG" : "PER",
  });
  expect((await api.window(project, 0, 1)).items[0]?.flagged).toBe(true);
});

test("the page says that it is offline and goes on by itself when it is not", async ({
  review,
  seed,
  page,
  context,
}) => {
  const project = await seed("zh", sampleRows("zh", 1));
  await review.open(project);
  await context.setOffline(true);
  await review.press("f");
  await expect(page.locator("[data-save]")).toHaveText("Offline");
  await context.setOffline(false);
  await review.saved();
});
