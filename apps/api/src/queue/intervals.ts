/**
 * A sorted set of segment numbers as runs of consecutive ones. A queue of a million segments is one run, and one run
 * more for every stretch that a filter leaves out; that is why it can be kept in memory for everybody who has it open.
 */
export class Intervals {
  /** How many numbers there are. */
  readonly size: number;
  /** How many runs. */
  readonly runs: number;
  readonly #first: Int32Array;
  /** How many numbers stand before each run; one more entry than runs. */
  readonly #before: Int32Array;

  /** Runs in ascending order, with a gap between each two. */
  constructor(runs: readonly { readonly first: number; readonly length: number }[]) {
    this.runs = runs.length;
    this.#first = new Int32Array(runs.length);
    this.#before = new Int32Array(runs.length + 1);
    let size = 0;
    runs.forEach(({ first, length }, run) => {
      this.#first[run] = first;
      size += length;
      this.#before[run + 1] = size;
    });
    this.size = size;
  }

  /** The number at a position; undefined outside of [0, size). */
  at(position: number): number | undefined {
    if (position < 0 || position >= this.size) return undefined;
    const run = lastNotAbove(this.#before, this.runs, position);
    return (this.#first[run] ?? 0) + position - (this.#before[run] ?? 0);
  }

  slice(start: number, end: number): number[] {
    const numbers: number[] = [];
    for (let position = start; position < Math.min(end, this.size); position++) {
      const number = this.at(position);
      if (number !== undefined) numbers.push(number);
    }
    return numbers;
  }

  /** How many of the numbers are smaller: the position a number has or would have. */
  rank(number: number): number {
    const run = lastNotAbove(this.#first, this.runs, number);
    if (run < 0) return 0;
    const end = this.#before[run + 1] ?? 0;
    return Math.min((this.#before[run] ?? 0) + number - (this.#first[run] ?? 0), end);
  }

  /** The position of a number; undefined when it is not in the set. */
  indexOf(number: number): number | undefined {
    const position = this.rank(number);
    return this.at(position) === number ? position : undefined;
  }

  /** The runs from this position to that one, cut to them, as [first, last] of each. */
  *between(start: number, end: number): Generator<readonly [first: number, last: number]> {
    if (start >= end) return;
    for (let run = lastNotAbove(this.#before, this.runs, start); run < this.runs; run++) {
      const before = this.#before[run] ?? 0;
      if (before >= end) return;
      const first = (this.#first[run] ?? 0) - before;
      yield [first + Math.max(before, start), first + Math.min(this.#before[run + 1] ?? 0, end) - 1];
    }
  }
}

/** Index of the last of the first `count` ascending values that is not above `limit`; -1 when all are. */
function lastNotAbove(values: Int32Array, count: number, limit: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
