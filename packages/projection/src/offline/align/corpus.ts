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

/** Numbers pairs of word ids: open addressing over typed arrays, because a Map of millions of keys takes gigabytes. */
export class CellIndex {
  #pivot: Int32Array;
  #source: Int32Array;
  #cell: Int32Array;
  #mask: number;
  size = 0;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#pivot = new Int32Array(capacity).fill(-1);
    this.#source = new Int32Array(capacity);
    this.#cell = new Int32Array(capacity);
  }

  /** Number of the cell, a new one where there was none. */
  add(pivot: number, source: number): number {
    let slot = this.#slot(pivot, source);
    if (this.#pivot[slot] === -1) {
      if ((this.size + 1) * 10 > this.#pivot.length * 7) {
        this.#grow();
        slot = this.#slot(pivot, source);
      }
      this.#pivot[slot] = pivot;
      this.#source[slot] = source;
      this.#cell[slot] = this.size++;
    }
    return this.#cell[slot] ?? 0;
  }

  /** -1 where the two never occurred together. */
  get(pivot: number, source: number): number {
    const slot = this.#slot(pivot, source);
    return this.#pivot[slot] === -1 ? -1 : (this.#cell[slot] ?? -1);
  }

  #slot(pivot: number, source: number): number {
    let slot = (Math.imul(pivot, 0x9e3779b1) ^ Math.imul(source + 1, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    while (this.#pivot[slot] !== -1 && (this.#pivot[slot] !== pivot || this.#source[slot] !== source)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  #grow(): void {
    const { pivot, source, cell } = { pivot: this.#pivot, source: this.#source, cell: this.#cell };
    const capacity = pivot.length * 2;
    this.#mask = capacity - 1;
    this.#pivot = new Int32Array(capacity).fill(-1);
    this.#source = new Int32Array(capacity);
    this.#cell = new Int32Array(capacity);
    for (let at = 0; at < pivot.length; at++) {
      if (pivot[at] === -1) continue;
      const slot = this.#slot(pivot[at] ?? 0, source[at] ?? 0);
      this.#pivot[slot] = pivot[at] ?? 0;
      this.#source[slot] = source[at] ?? 0;
      this.#cell[slot] = cell[at] ?? 0;
    }
  }
}
