import type { Loss } from "@spanbridge/shared/contracts";
import { shorten } from "./show.ts";

const MAX_EXAMPLES = 10;

/** Counts what a format could not hold, by code in the order of first occurrence, with the first places. */
export class LossCounter {
  readonly #losses = new Map<string, { message: string; count: number; examples: string[] }>();

  /** `message`: the same for all losses of this code. `what`: the thing itself, shown behind the segment's id. */
  add(code: string, message: string, segment: string, what: string): void {
    let loss = this.#losses.get(code);
    if (!loss) {
      loss = { message, count: 0, examples: [] };
      this.#losses.set(code, loss);
    }
    loss.count++;
    if (loss.examples.length < MAX_EXAMPLES) loss.examples.push(`${segment}: ${shorten(what, 120)}`);
  }

  list(): Loss[] {
    return [...this.#losses].map(([code, loss]) => ({ code, ...loss, examples: [...loss.examples] }));
  }
}
