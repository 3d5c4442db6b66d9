import type { Locator, Page } from "@playwright/test";

export class ImportPage {
  readonly page: Page;
  readonly input: Locator;
  readonly file: Locator;
  readonly problems: Locator;
  readonly preview: Locator;
  readonly result: Locator;

  constructor(page: Page) {
    this.page = page;
    this.input = page.getByLabel("File to import");
    this.file = page.getByRole("region", { name: "File", exact: true });
    this.problems = page.getByRole("list", { name: "Problems" });
    this.preview = page
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "The first rows, as they will look" }) });
    this.result = page.getByRole("region", { name: "Result" });
  }

  async open(project: string): Promise<void> {
    await this.page.goto(`/projects/${project}/import`);
  }

  async choose(name: string, content: string | Buffer): Promise<void> {
    const buffer = typeof content === "string" ? Buffer.from(content) : content;
    await this.input.setInputFiles({ name, mimeType: "application/jsonl", buffer });
  }

  /** A figure of the file's or the result's summary. */
  figure(place: Locator, name: string): Locator {
    return place
      .locator("dl > div")
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .locator("dd");
  }
}
