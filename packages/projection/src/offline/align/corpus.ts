/** Sentence pairs as numbers, with one cell for each pair of words that occur together. */
export type Corpus = {
  readonly pairs: number;
  /** Start of each sentence in `pivot` and `source`; one more at the end. */
  readonly pivotAt: Int32Array;
  readonly sourceAt: Int32Array;
  readonly pivot: Int32Array;
  readonly source: Int32Array;
};

export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly words: string[] = [];

  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#ids.set(word, this.words.length);
    this.words.push(word);
    return this.words.length - 1;
  }

  /** -1 for a word that was not there in training. */
  get(word: string): number {
    return this.#ids.get(word) ?? -1;
  }
}

export function corpusOf(pairs: readonly (readonly [Int32Array, Int32Array])[]): Corpus {
  const pivotAt = new Int32Array(pairs.length + 1);
  const sourceAt = new Int32Array(pairs.length + 1);
  pairs.forEach(([pivot, source], index) => {
    pivotAt[index + 1] = (pivotAt[index] ?? 0) + pivot.length;
    sourceAt[index + 1] = (sourceAt[index] ?? 0) + source.length;
  });
  const pivot = new Int32Array(pivotAt[pairs.length] ?? 0);
  const source = new Int32Array(sourceAt[pairs.length] ?? 0);
  pairs.forEach(([p, s], index) => {
    pivot.set(p, pivotAt[index] ?? 0);
    source.set(s, sourceAt[index] ?? 0);
  });
  return { pairs: pairs.length, pivotAt, sourceAt, pivot, source };
}

/** Fields of a slot, side by side so that a look-up touches one line of the processor's cache. */
const PIVOT = 0;
const SOURCE = 1;
const CELL = 2;
const WIDTH = 3;

/** Numbers pairs of word ids: open addressing over a typed array, because a Map of millions of keys takes gigabytes. */
export class CellIndex {
  #slots: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * WIDTH).fill(-1);
  }

  /** Number of the cell, a new one where there was none. */
  add(pivot: number, source: number): number {
    let slot = this.#slot(pivot, source);
    if (this.#slots[slot] === -1) {
      if ((this.size + 1) * 10 > (this.#mask + 1) * 7) {
        this.#grow();
        slot = this.#slot(pivot, source);
      }
      this.#write(slot, pivot, source, this.size++);
    }
    return this.#slots[slot + CELL] ?? 0;
  }

  /** -1 where the two never occurred together. */
  get(pivot: number, source: number): number {
    // The cell of an empty slot is -1, too.
    return this.#slots[this.#slot(pivot, source) + CELL] ?? -1;
  }

  #write(slot: number, pivot: number, source: number, cell: number): void {
    this.#slots[slot + PIVOT] = pivot;
    this.#slots[slot + SOURCE] = source;
    this.#slots[slot + CELL] = cell;
  }

  #slot(pivot: number, source: number): number {
    const slots = this.#slots;
    let hash = (Math.imul(pivot, 0x9e3779b1) ^ Math.imul(source + 1, 0x85ebca6b)) >>> 0;
    hash = (hash ^ (hash >>> 15)) & this.#mask;
    let slot = hash * WIDTH;
    while (slots[slot] !== -1 && (slots[slot] !== pivot || slots[slot + SOURCE] !== source)) {
      hash = (hash + 1) & this.#mask;
      slot = hash * WIDTH;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    const capacity = (this.#mask + 1) * 2;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity * WIDTH).fill(-1);
    for (let at = 0; at < old.length; at += WIDTH) {
      const [pivot = -1, source = -1] = [old[at + PIVOT], old[at + SOURCE]];
      if (pivot !== -1) this.#write(this.#slot(pivot, source), pivot, source, old[at + CELL] ?? -1);
    }
  }
}
