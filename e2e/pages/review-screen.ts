import { expect, type Locator, type Page } from "@playwright/test";
import { edgePoint } from "./text-geometry.ts";

export type Side = "source" | "pivot";

/** The review screen, by what a person sees and does there. Offsets are code points. */
export class ReviewScreen {
  readonly page: Page;
  readonly queue: Locator;
  readonly entities: Locator;
  readonly selected: Locator;
  /** Where the selected span could be instead. */
  readonly places: Locator;
  readonly labels: Locator;
  readonly notice: Locator;
  readonly hints: Locator;

  constructor(page: Page) {
    this.page = page;
    this.queue = page.getByRole("navigation", { name: "Queue" });
    this.entities = page.getByRole("listbox", { name: "Entities" });
    this.selected = page.getByRole("region", { name: "Selected span" });
    this.places = page.getByRole("region", { name: "Other places" });
    this.labels = page.getByRole("dialog", { name: "Label for the selected text" });
    this.notice = page.locator("footer").getByRole("status");
    this.hints = page.getByRole("list", { name: "Keys that work now" });
  }

  async open(project: string, number = 1): Promise<void> {
    await this.page.goto(`/projects/${project}/review/${number}`);
    await expect(this.text("source")).toBeVisible();
    // Characters move when their font arrives, and would move under a mouse that is on its way to them.
    await this.page.evaluate(() => document.fonts.ready);
  }

  /** The text of one side; the pane around it is a region named after its language. */
  text(side: Side): Locator {
    const name = side === "source" ? /^Source / : /^Translation /;
    return this.page.getByRole("region", { name }).locator("[data-side]");
  }

  heading(id: string): Locator {
    return this.page.getByRole("heading", { level: 2, name: id });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("button", { name, exact: true });
  }

  row(name: string | RegExp): Locator {
    return this.entities.getByRole("option", { name });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async repeat(key: string, times: number): Promise<void> {
    for (let count = 0; count < times; count++) await this.page.keyboard.press(key);
  }

  /** Draws a selection with the mouse. `exact`: with Alt, which takes characters where the language would take words. */
  async drag(side: Side, start: number, end: number, exact = true): Promise<void> {
    const text = this.text(side);
    const from = await edgePoint(text, start, "start");
    const to = await edgePoint(text, end, "end");
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    if (exact) await this.page.keyboard.down("Alt");
    await this.page.mouse.up();
    if (exact) await this.page.keyboard.up("Alt");
  }

  /** Labels the text that is selected now, by the popover at it. */
  async chooseLabel(label: string): Promise<void> {
    await this.labels.getByRole("button", { name: new RegExp(`^${label}( \\S)?$`) }).click();
    await expect(this.labels).toBeHidden();
  }

  /** Selects a span by clicking on its first character. */
  async click(side: Side, start: number): Promise<void> {
    const { x, y } = await edgePoint(this.text(side), start, "start");
    // Two pixels in: on the character and not on the handle at its edge.
    await this.page.mouse.click(x + ((await this.isRightToLeft(side)) ? -3 : 3), y);
    await expect(this.selected).not.toContainText("Nothing selected");
  }

  /** Drags an edge of the selected span to the edge of another character. */
  async dragEdge(side: Side, edge: "start" | "end", offset: number): Promise<void> {
    const box = await this.page.locator(`[data-edge=${edge}]`).boundingBox();
    if (!box) throw new Error("The selected span has no handles.");
    const to = await edgePoint(this.text(side), offset, edge);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.keyboard.down("Alt");
    await this.page.mouse.move(to.x, to.y, { steps: 4 });
    await this.page.mouse.up();
    await this.page.keyboard.up("Alt");
  }

  async relabel(label: string): Promise<void> {
    await this.selected.getByRole("combobox", { name: "Label" }).click();
    await this.page.getByRole("option", { name: label, exact: true }).click();
  }

  async addNote(text: string): Promise<void> {
    await this.page.getByRole("tab", { name: /^Notes/ }).click();
    await this.noteField().fill(text);
    await this.page.getByRole("button", { name: "Add note" }).click();
  }

  noteField(): Locator {
    return this.page.getByRole("tabpanel", { name: /^Notes/ }).getByRole("textbox");
  }

  /** Everything that was done is on the server. */
  async saved(): Promise<void> {
    await expect(this.page.locator("[data-save]")).toHaveAttribute("data-save", "saved");
  }

  private async isRightToLeft(side: Side): Promise<boolean> {
    return (await this.text(side).getAttribute("dir")) === "rtl";
  }
}
