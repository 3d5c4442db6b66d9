import { SYMBOLS } from "./symbols.ts";

/**
 * A model of how the symbols of a source word give those of the pivot word: each source symbol gives one or none, further
 * pivot symbols appear by themselves. All in nats (negative logarithms of probabilities).
 */
export type SoundModel = {
  /** [pivot * SYMBOLS + source]. */
  readonly give: Float32Array;
  /** A source symbol that gives none. */
  readonly silent: Float32Array;
  /** A pivot symbol that comes from none, by the source symbol just before: [pivot * SYMBOLS + source]. */
  readonly extra: Float32Array;
  /** The same before any source symbol. */
  readonly extraFirst: Float32Array;
  /** A pivot symbol in any name: what the others are compared with. */
  readonly background: Float32Array;
};

export function backgroundOf(symbols: Uint8Array, { background }: SoundModel): number {
  let sum = 0;
  for (const code of symbols) sum += background[code] ?? 0;
  return sum;
}

/**
 * How much likelier a pivot word is given a source string than by itself, as a log-likelihood ratio in nats, for a source
 * string that grows symbol by symbol: one column of the alignment, reused, so that nothing is allocated per step.
 */
export class SoundColumn {
  readonly #pivot: Uint8Array;
  readonly #model: SoundModel;
  /** What the pivot word costs by itself; the most a gain can be. */
  readonly background: number;
  #column: Float32Array;
  #next: Float32Array;
  #least = 0;

  constructor(pivot: Uint8Array, model: SoundModel) {
    this.#pivot = pivot;
    this.#model = model;
    this.background = backgroundOf(pivot, model);
    this.#column = new Float32Array(pivot.length + 1);
    this.#next = new Float32Array(pivot.length + 1);
  }

  get length(): number {
    return this.#pivot.length;
  }

  reset(): void {
    let cost = 0;
    let least = 0;
    this.#column[0] = 0;
    for (let row = 0; row < this.#pivot.length; row++) {
      cost += this.#model.extraFirst[this.#pivot[row] ?? 0] ?? 0;
      this.#column[row + 1] = cost;
      if (cost < least) least = cost;
    }
    this.#least = least;
  }

  push(symbols: Uint8Array): void {
    const { give, silent, extra } = this.#model;
    const pivot = this.#pivot;
    for (let at = 0; at < symbols.length; at++) {
      const code = symbols[at] ?? 0;
      const column = this.#column;
      const next = this.#next;
      const none = silent[code] ?? 0;
      let diagonal = column[0] ?? 0;
      let above = diagonal + none;
      let least = above;
      next[0] = above;
      for (let row = 0; row < pivot.length; row++) {
        const symbol = pivot[row] ?? 0;
        const left = column[row + 1] ?? 0;
        let best = diagonal + (give[symbol * SYMBOLS + code] ?? 9);
        const drop = left + none;
        if (drop < best) best = drop;
        const skip = above + (extra[symbol * SYMBOLS + code] ?? 9);
        if (skip < best) best = skip;
        next[row + 1] = best;
        above = best;
        diagonal = left;
        if (best < least) least = best;
      }
      this.#least = least;
      this.#column = next;
      this.#next = column;
    }
  }

  gain(): number {
    return this.background - (this.#column[this.#pivot.length] ?? 0);
  }

  /** The gain as a share of what is possible: 1 would be certainty, 0 and below chance. */
  share(): number {
    return this.background > 0 ? this.gain() / this.background : 0;
  }

  /** The least that can still be reached when more of the source is taken in: when it is hopeless, stop. */
  hopeless(): boolean {
    return this.#least > this.background;
  }
}
