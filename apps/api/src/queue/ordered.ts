import type { Intervals } from "./intervals.ts";

/** The numbers of a queue in its order: a head in an order of its own, then runs of consecutive numbers. */
export class Ordered {
  readonly size: number;
  readonly #head: readonly number[];
  readonly #places: ReadonlyMap<number, number>;
  readonly #tail: Intervals;

  /** No number is in both. */
  constructor(head: readonly number[], tail: Intervals) {
    this.#head = head;
    this.#places = new Map(head.map((number, place) => [number, place]));
    this.#tail = tail;
    this.size = head.length + tail.size;
  }

  /** How much room it takes, counted in runs. */
  get weight(): number {
    return this.#tail.runs + this.#head.length * 4;
  }

  at(position: number): number | undefined {
    return position < this.#head.length ? this.#head[position] : this.#tail.at(position - this.#head.length);
  }

  slice(start: number, end: number): number[] {
    const head = this.#head.length;
    return [...this.#head.slice(start, end), ...this.#tail.slice(Math.max(0, start - head), end - head)];
  }

  /** The position a number has or would have. */
  rank(number: number): number {
    return this.#places.get(number) ?? this.#head.length + this.#tail.rank(number);
  }

  indexOf(number: number): number | undefined {
    const place = this.#places.get(number);
    if (place !== undefined) return place;
    const inTail = this.#tail.indexOf(number);
    return inTail === undefined ? undefined : this.#head.length + inTail;
  }

  /** The runs from this position to that one; those of the head are single numbers. */
  *between(start: number, end: number): Generator<readonly [first: number, last: number]> {
    const head = this.#head.length;
    for (const number of this.#head.slice(start, Math.max(start, end))) yield [number, number];
    yield* this.#tail.between(Math.max(0, start - head), end - head);
  }
}
