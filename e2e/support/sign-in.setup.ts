import { expect, test } from "@playwright/test";
import { link, sessionFile } from "./installation.ts";

// Every other test starts from the session that this one leaves behind: a one-time link works once.
test("the one-time link signs its opener in", async ({ page }) => {
  await page.goto(link());
  await expect(page).toHaveURL(new URL("/", link()).href);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.context().storageState({ path: sessionFile() });
});
