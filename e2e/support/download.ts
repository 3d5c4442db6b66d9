import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** What a click on this link downloads. */
export async function downloaded(page: Page, name: RegExp): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  return readFile(await (await started).path());
}

/** The lines of a text file that are not empty. */
export const linesIn = (bytes: Uint8Array | undefined): string[] =>
  new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line !== "");
