import { expect, type Page } from "@playwright/test";
import { ReviewScreen } from "../pages/review-screen.ts";
import { edgePoint, type Point } from "../pages/text-geometry.ts";
import type { Entity } from "../support/samples.ts";
import type { Action, Step } from "./plan.ts";

/** So many of the following segments are shown below the open one. */
const SHOWN = 5;

/** Brings segments to gold with the mouse and the keys of the interface, and waits for what it shows after each action. */
export class Annotator {
  readonly review: ReviewScreen;
  readonly #page: Page;
  /** Actions done so far. */
  count = 0;

  constructor(page: Page) {
    this.#page = page;
    this.review = new ReviewScreen(page);
  }

  /**
   * Accepts the open segment with those shown below it, down to the first that needs a correction; answers how many that
   * were. Nobody scrolls: what lies below the screen's edge has not been read. `right`: how many of the following ones need none.
   * `left`: how many follow at all.
   */
  async accept(right: number, left: number): Promise<number> {
    this.count++;
    const shown = Math.min(SHOWN, left);
    const list = this.#page.locator(`[data-ahead="${shown}"]`);
    if (shown === 0) await list.waitFor();
    else await expect(list).toHaveAttribute("data-in-view", /\d/);
    const read = Math.min(right, Number(await list.getAttribute("data-in-view")));
    await this.#page.keyboard.press(
      read === 0 ? "Enter" : read === shown ? "Shift+Enter" : `Shift+Digit${read + 1}`,
    );
    return read + 1;
  }

  /** Answers how many actions it took. */
  async perform({ actions }: Step): Promise<number> {
    const before = this.count;
    for (const action of actions) await this.#do(action);
    return this.count - before;
  }

  async #do(action: Action): Promise<void> {
    this.count++;
    switch (action.do) {
      case "key":
        return this.#page.keyboard.press(action.key);
      case "key on":
        await this.#hover(action.span, action.side);
        return this.#page.keyboard.press(action.key);
      case "edge here": {
        const { x, y } = await edgePoint(this.review.text("source"), action.to, action.edge);
        await this.#moveTo(x, y);
        return this.#page.keyboard.press(action.key);
      }
      case "select":
        return this.#select(action.span, action.side);
      case "join": {
        const { x, y } = await this.#middle(action.span, "pivot");
        await this.#page.keyboard.down("Control");
        await this.#page.mouse.click(x, y);
        return this.#page.keyboard.up("Control");
      }
      case "choose counterpart":
        return this.#click(action.span, "pivot");
      case "draw": {
        await this.#draw(action.start, action.end, action.alone ?? false);
        const { labels } = this.review;
        return action.made ? expect(labels).toBeHidden() : expect(labels).toBeVisible();
      }
      case "drag edge":
        await this.review.dragEdge("source", action.edge, action.to);
        return;
    }
  }

  /** From the side where no handle of a selected span is in the way; where both are taken, Escape lays them down first. */
  async #draw(start: number, end: number, alone: boolean): Promise<void> {
    const text = this.review.text("source");
    const [from, to] = [await edgePoint(text, start, "start"), await edgePoint(text, end, "end")];
    if (!(await this.#isHandle(from))) return this.#drag(from, to, alone);
    if (!(await this.#isHandle(to))) return this.#drag(to, from, alone);
    this.count++;
    await this.#page.keyboard.press("Escape");
    await this.#drag(from, to, alone);
  }

  #isHandle({ x, y }: Point): Promise<boolean> {
    return this.#page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest("[data-edge]") != null, [
      x,
      y,
    ] as const);
  }

  /** With Alt, which takes characters where the language would take words; `alone`: with Ctrl, too, for no entity of the other side. */
  async #drag(from: Point, to: Point, alone: boolean): Promise<void> {
    const { mouse, keyboard } = this.#page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await mouse.move(to.x, to.y);
    const held = alone ? ["Alt", "Control"] : ["Alt"];
    for (const key of held) await keyboard.down(key);
    await mouse.up();
    for (const key of held) await keyboard.up(key);
  }

  /** A click on the middle of the span; where another lies over it, further clicks, which count. */
  async #select(span: Entity, side: "source" | "pivot"): Promise<void> {
    await this.#click(span, side);
    const linking = this.#page.getByRole("region", { name: /^Link .* to…$/ });
    if (await linking.isVisible()) return;
    for (let more = 0; more < 4; more++) {
      if ((await this.#selectedText(side)) === span.text) return;
      this.count++;
      await this.#click(span, side);
    }
    throw new Error(`"${span.text}" cannot be selected by clicking.`);
  }

  /** Puts the pointer over a span; where another one lies over it there, over a part that is its own. */
  async #hover(span: Entity, side: "source" | "pivot"): Promise<void> {
    const { x, y } = await this.#middle(span, side);
    await this.#moveTo(x, y);
  }

  /** As a hand does: not in one leap, and never without moving. */
  async #moveTo(x: number, y: number): Promise<void> {
    await this.#page.mouse.move(x - 3, y - 3);
    await this.#page.mouse.move(x, y);
  }

  async #click(span: Entity, side: "source" | "pivot"): Promise<void> {
    const { x, y } = await this.#middle(span, side);
    await this.#page.mouse.click(x, y);
  }

  /** The middle of the character in the middle, which is over no handle. */
  async #middle({ start, text }: Entity, side: "source" | "pivot"): Promise<Point> {
    const parts = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map(
      ({ segment }) => [...segment].length,
    );
    const middle = Math.floor((parts.length - 1) / 2);
    const from = start + parts.slice(0, middle).reduce((sum, length) => sum + length, 0);
    const root = this.review.text(side);
    const left = await edgePoint(root, from, "start");
    const right = await edgePoint(root, from + (parts[middle] ?? 1), "end");
    return { x: (left.x + right.x) / 2, y: left.y };
  }

  /** What stands under the selected span's leaves. */
  #selectedText(side: "source" | "pivot"): Promise<string> {
    return this.review
      .text(side)
      .evaluate((root) =>
        [...root.querySelectorAll("[data-selected]")].map((leaf) => leaf.textContent).join(""),
      );
  }
}
