import { expect, test } from "../support/fixtures.ts";
import { sampleRows } from "../support/samples.ts";

test("a key is made with the keyboard, exports a project, and is refused once it is revoked", async ({
  page,
  seed,
  baseURL,
}) => {
  const rows = sampleRows("zh", 2);
  const project = await seed("zh", rows);
  const exportWith = (key: string) =>
    fetch(`${baseURL}/api/v1/projects/${project}/export`, { headers: { authorization: `Bearer ${key}` } });

  await page.goto(`/projects/${project}`);
  await page.getByRole("link", { name: "API keys" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "API keys", level: 1 })).toBeVisible();
  const name = `Export of ${project}`;
  const field = page.getByRole("textbox", { name: "What is it for?" });
  await field.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Say what the key is for." })).toBeVisible();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  const made = page.getByRole("status").filter({ hasText: `The key “${name}”` });
  const key = (await made.getByText(/^sb_/).textContent()) ?? "";
  expect(key).toMatch(/^sb_[0-9a-f]{64}$/);

  const exported = await exportWith(key);
  expect(exported.status).toBe(200);
  const lines = (await exported.text()).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).source_text)).toEqual(rows.map((row) => row.source_text));

  await page.reload();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("last used just now");
  await expect(page.getByText(key)).toHaveCount(0);
  await row.getByRole("button", { name: `Revoke ${name}` }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
  await expect(row).toHaveCount(0);
  const refused = await exportWith(key);
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "unauthenticated" });
});

test("scripts for Python name this server and this project", async ({ page, seed, baseURL }) => {
  const project = await seed("zh", sampleRows("zh", 1));
  await page.goto(`/projects/${project}`);
  await page.getByRole("link", { name: "Python", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Use it from Python" })).toBeVisible();
  for (const library of ["requests", "pandas", "datasets", "spacy"]) {
    await page.getByRole("tab", { name: library }).click();
    const code = page.getByRole("tabpanel");
    await expect(code).toContainText(`"SPANBRIDGE_URL", "${baseURL}"`);
    await expect(code).toContainText(`"SPANBRIDGE_PROJECT", "${project}"`);
  }
  const download = page.waitForEvent("download");
  await page.getByRole("tabpanel").getByRole("button", { name: "Save" }).click();
  expect((await download).suggestedFilename()).toBe("with_spacy.py");
});
