import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

type Downloaded = { readonly name: string; readonly text: string };

export class ExportPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** `project`: its slug, or the whole address on another server. `picker`: as in a browser that lets a page write the file that a person chose, else as in one that does not. */
  async open(project: string, picker = false): Promise<void> {
    // The dialog itself belongs to the browser and cannot be driven: the file it would answer lies in the page's own
    // storage, and is written and read like any other.
    await this.page.addInitScript((withPicker) => {
      const choose = async ({ suggestedName }: { suggestedName: string }): Promise<FileSystemFileHandle> => {
        const directory = await navigator.storage.getDirectory();
        return directory.getFileHandle(suggestedName, { create: true });
      };
      Object.defineProperty(window, "showSaveFilePicker", { value: withPicker ? choose : undefined });
    }, picker);
    await this.page.goto(URL.canParse(project) ? project : `/projects/${project}/export`);
  }

  /** Downloads with what is chosen, in a browser without a picker. */
  async download(): Promise<Downloaded> {
    const started = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Download" }).click();
    const download = await started;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
  }

  /** What was written into the file that the picker answered. */
  async written(name: string): Promise<string> {
    return this.page.evaluate(async (name) => {
      const directory = await navigator.storage.getDirectory();
      const handle = await directory.getFileHandle(name);
      return (await handle.getFile()).text();
    }, name);
  }
}
