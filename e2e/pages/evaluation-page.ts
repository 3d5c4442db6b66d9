import { expect, type Locator, type Page } from "@playwright/test";

/** The evaluation page, by what a person sees and does there. */
export class EvaluationPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(project: string): Promise<void> {
    await this.page.goto(`/projects/${project}/evaluation`);
    await expect(this.page.getByRole("heading", { level: 1, name: "Evaluation" })).toBeVisible();
  }

  /** The strict F1 of a layer, as it is shown. */
  strictF1(layer: string): Locator {
    return this.page.locator(`[data-figure="strict F1 of ${layer}"]`);
  }

  /** A count that opens its segments, by what it counts. */
  figure(name: string | RegExp): Locator {
    return this.page.getByRole("link", { name });
  }

  async choose(what: string, layer: string): Promise<void> {
    await this.page.getByRole("combobox", { name: what }).click();
    await this.page.getByRole("option", { name: new RegExp(`^${layer}\\b`) }).click();
  }
}
