import { expect, type Locator, type Page } from "@playwright/test";

/** The page of projection runs, by what a person sees and does there. */
export class RunsPage {
  readonly page: Page;
  readonly runs: Locator;

  constructor(page: Page) {
    this.page = page;
    this.runs = page.getByRole("list", { name: "Runs", exact: true });
  }

  async open(project: string): Promise<void> {
    await this.page.goto(`/projects/${project}/runs`);
    await expect(this.page.getByRole("heading", { level: 1, name: "Projection runs" })).toBeVisible();
  }

  async useModel(baseUrl: string, model: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Address", exact: true }).fill(baseUrl);
    await this.page.getByRole("textbox", { name: "Model", exact: true }).fill(model);
  }

  async useOfflineEngine(): Promise<void> {
    await this.page.getByRole("radio", { name: "Offline engine" }).click();
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** The newest run's card. */
  get newest(): Locator {
    return this.runs.getByRole("listitem", { name: /^Run / }).first();
  }

  async done(): Promise<void> {
    await expect(this.newest.getByText("Done", { exact: true })).toBeVisible({ timeout: 150_000 });
  }
}
