import { CellIndex, type Corpus } from "./corpus.ts";
import { HiddenMarkov } from "./hmm.ts";

export type AlignerSettings = {
  readonly ibm1: number;
  readonly hmm: number;
  readonly nullShare: number;
  /** Weight of the prior in pseudo counts. */
  readonly prior: number;
};

export const alignerDefaults: AlignerSettings = { ibm1: 3, hmm: 2, nullShare: 0.1, prior: 2 };

/** How strongly two words are expected to translate each other before anything was counted; 0 for no expectation. */
export type LexicalPrior = (pivot: number, source: number) => number;

/**
 * A word aligner for small corpora: IBM model 1, then a hidden Markov model, in both directions, trained by agreement (the
 * product of both posteriors is what is counted; Liang et al. 2006), with a lexical prior as Dirichlet pseudo counts.
 */
export class Aligner {
  readonly #settings: AlignerSettings;
  readonly #cells: CellIndex;
  readonly #prior: LexicalPrior;
  readonly #vocabulary: { readonly pivot: number; readonly source: number };
  /** By cell P(source | pivot) and P(pivot | source), side by side: whoever looks for one needs the other. */
  #chances: Float32Array = new Float32Array(0);
  #lift: Float32Array = new Float32Array(0);
  readonly #nullSource: Float32Array;
  readonly #nullPivot: Float32Array;
  readonly #there = new HiddenMarkov();
  readonly #back = new HiddenMarkov();
  #a = new Float32Array(4096);
  #b = new Float32Array(4096);
  #emission = new Float32Array(4096);
  #flipped = new Float32Array(4096);

  constructor(
    corpus: Corpus,
    vocabulary: { pivot: number; source: number },
    prior: LexicalPrior,
    settings = alignerDefaults,
  ) {
    this.#settings = settings;
    this.#prior = prior;
    this.#vocabulary = vocabulary;
    this.#nullSource = new Float32Array(vocabulary.source).fill(1 / Math.max(1, vocabulary.source));
    this.#nullPivot = new Float32Array(vocabulary.pivot).fill(1 / Math.max(1, vocabulary.pivot));
    this.#cells = new CellIndex(corpus.pivot.length * 8);
    const cellOf = this.#index(corpus);
    for (let round = 0; round < settings.ibm1 + settings.hmm; round++) {
      this.#round(corpus, cellOf, round >= settings.ibm1);
    }
  }

  #index(corpus: Corpus): Int32Array {
    let size = 0;
    for (let pair = 0; pair < corpus.pairs; pair++)
      size += pivotLength(corpus, pair) * sourceLength(corpus, pair);
    const cellOf = new Int32Array(size);
    const pivots: number[] = [];
    const sources: number[] = [];
    let at = 0;
    for (let pair = 0; pair < corpus.pairs; pair++) {
      for (let i = corpus.pivotAt[pair] ?? 0; i < (corpus.pivotAt[pair + 1] ?? 0); i++) {
        for (let j = corpus.sourceAt[pair] ?? 0; j < (corpus.sourceAt[pair + 1] ?? 0); j++) {
          const cell = this.#cells.add(corpus.pivot[i] ?? 0, corpus.source[j] ?? 0);
          if (cell === pivots.length) {
            pivots.push(corpus.pivot[i] ?? 0);
            sources.push(corpus.source[j] ?? 0);
          }
          cellOf[at++] = cell;
        }
      }
    }
    this.#pivotOf = Int32Array.from(pivots);
    this.#sourceOf = Int32Array.from(sources);
    this.#start();
    return cellOf;
  }

  #pivotOf: Int32Array = new Int32Array(0);
  #sourceOf: Int32Array = new Int32Array(0);
  #liftOfPivot: Float32Array = new Float32Array(0);
  #liftOfSource: Float32Array = new Float32Array(0);

  #start(): void {
    const cells = this.#cells.size;
    this.#lift = new Float32Array(cells);
    this.#chances = new Float32Array(2 * cells);
    this.#liftOfPivot = new Float32Array(this.#vocabulary.pivot);
    this.#liftOfSource = new Float32Array(this.#vocabulary.source);
    for (let cell = 0; cell < cells; cell++) {
      const pivot = this.#pivotOf[cell] ?? 0;
      const source = this.#sourceOf[cell] ?? 0;
      const lift = this.#prior(pivot, source);
      if (lift === 0) continue;
      this.#lift[cell] = lift;
      this.#liftOfPivot[pivot] = (this.#liftOfPivot[pivot] ?? 0) + lift;
      this.#liftOfSource[source] = (this.#liftOfSource[source] ?? 0) + lift;
    }
    for (let cell = 0; cell < cells; cell++) {
      this.#chances[2 * cell] = this.#priorToSource(cell);
      this.#chances[2 * cell + 1] = this.#priorToPivot(cell);
    }
  }

  #priorToSource(cell: number): number {
    const pivot = this.#pivotOf[cell] ?? 0;
    return (1 / this.#vocabulary.source + (this.#lift[cell] ?? 0)) / (1 + (this.#liftOfPivot[pivot] ?? 0));
  }

  #priorToPivot(cell: number): number {
    const source = this.#sourceOf[cell] ?? 0;
    return (1 / this.#vocabulary.pivot + (this.#lift[cell] ?? 0)) / (1 + (this.#liftOfSource[source] ?? 0));
  }

  #round(corpus: Corpus, cellOf: Int32Array, markov: boolean): void {
    const cells = this.#cells.size;
    const counts = new Float32Array(cells);
    const nullSource = new Float32Array(this.#vocabulary.source);
    const nullPivot = new Float32Array(this.#vocabulary.pivot);
    let at = 0;
    for (let pair = 0; pair < corpus.pairs; pair++) {
      const rows = pivotLength(corpus, pair);
      const columns = sourceLength(corpus, pair);
      const size = rows * columns;
      this.#reserve(size);
      const pivotFrom = corpus.pivotAt[pair] ?? 0;
      const sourceFrom = corpus.sourceAt[pair] ?? 0;
      const pivot = corpus.pivot.subarray(pivotFrom, pivotFrom + rows);
      const source = corpus.source.subarray(sourceFrom, sourceFrom + columns);
      const cellsHere = cellOf.subarray(at, at + size);
      at += size;
      this.#posteriors(pivot, source, cellsHere, markov, markov);
      const a = this.#a;
      const b = this.#b;
      for (let k = 0; k < size; k++) {
        const cell = cellsHere[k] ?? 0;
        counts[cell] = (counts[cell] ?? 0) + (a[k] ?? 0) * (b[k] ?? 0);
      }
      this.#countNulls(rows, columns, pivot, source, nullPivot, nullSource);
    }
    this.#maximise(counts, nullPivot, nullSource);
    if (markov) {
      this.#there.jumps.learn();
      this.#back.jumps.learn();
    }
  }

  #countNulls(
    rows: number,
    columns: number,
    pivot: Int32Array,
    source: Int32Array,
    nullPivot: Float32Array,
    nullSource: Float32Array,
  ): void {
    for (let j = 0; j < columns; j++) {
      let taken = 0;
      for (let i = 0; i < rows; i++) taken += this.#a[i * columns + j] ?? 0;
      const word = source[j] ?? 0;
      nullSource[word] = (nullSource[word] ?? 0) + Math.max(0, 1 - taken);
    }
    for (let i = 0; i < rows; i++) {
      let taken = 0;
      for (let j = 0; j < columns; j++) taken += this.#b[i * columns + j] ?? 0;
      const word = pivot[i] ?? 0;
      nullPivot[word] = (nullPivot[word] ?? 0) + Math.max(0, 1 - taken);
    }
  }

  #maximise(counts: Float32Array, nullPivot: Float32Array, nullSource: Float32Array): void {
    const ofPivot = new Float32Array(this.#vocabulary.pivot);
    const ofSource = new Float32Array(this.#vocabulary.source);
    for (let cell = 0; cell < counts.length; cell++) {
      const count = counts[cell] ?? 0;
      const pivot = this.#pivotOf[cell] ?? 0;
      const source = this.#sourceOf[cell] ?? 0;
      ofPivot[pivot] = (ofPivot[pivot] ?? 0) + count;
      ofSource[source] = (ofSource[source] ?? 0) + count;
    }
    const { prior } = this.#settings;
    for (let cell = 0; cell < counts.length; cell++) {
      const count = counts[cell] ?? 0;
      const pivot = ofPivot[this.#pivotOf[cell] ?? 0] ?? 0;
      const source = ofSource[this.#sourceOf[cell] ?? 0] ?? 0;
      this.#chances[2 * cell] = (count + prior * this.#priorToSource(cell)) / (pivot + prior);
      this.#chances[2 * cell + 1] = (count + prior * this.#priorToPivot(cell)) / (source + prior);
    }
    normaliseInto(nullSource, this.#nullSource);
    normaliseInto(nullPivot, this.#nullPivot);
  }

  #reserve(size: number): void {
    if (this.#a.length >= size) return;
    this.#a = new Float32Array(size * 2);
    this.#b = new Float32Array(size * 2);
    this.#emission = new Float32Array(size * 2);
    this.#flipped = new Float32Array(size * 2);
  }

  #silence = new Float32Array(256);

  #silenceOf(words: Int32Array, table: Float32Array): Float32Array {
    if (this.#silence.length < words.length) this.#silence = new Float32Array(words.length * 2);
    for (let at = 0; at < words.length; at++) {
      const word = words[at] ?? -1;
      this.#silence[at] = word < 0 ? 1 / (table.length + 1) : (table[word] ?? 0);
    }
    return this.#silence;
  }

  /** Fills `#a` with P(source j from pivot i) and `#b` with P(pivot i from source j), both as [i * columns + j]. */
  #posteriors(
    pivot: Int32Array,
    source: Int32Array,
    cells: Int32Array,
    markov: boolean,
    learn: boolean,
  ): void {
    const rows = pivot.length;
    const columns = source.length;
    const { nullShare } = this.#settings;
    const emission = this.#emission;
    const flipped = this.#flipped;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const cell = cells[i * columns + j] ?? -1;
        const unseen = cell < 0 ? this.#prior(pivot[i] ?? -1, source[j] ?? -1) / 4 : 0;
        emission[i * columns + j] = cell < 0 ? unseen + 1e-7 : (this.#chances[2 * cell] ?? 0);
        flipped[j * rows + i] = cell < 0 ? unseen + 1e-7 : (this.#chances[2 * cell + 1] ?? 0);
      }
    }
    const there = this.#silenceOf(source, this.#nullSource);
    if (markov) this.#there.posteriors(rows, columns, emission, there, nullShare, this.#a, learn);
    else independent(rows, columns, emission, there, nullShare, this.#a);
    const back = this.#silenceOf(pivot, this.#nullPivot);
    if (markov) this.#back.posteriors(columns, rows, flipped, back, nullShare, emission, learn);
    else independent(columns, rows, flipped, back, nullShare, emission);
    for (let j = 0; j < columns; j++) {
      for (let i = 0; i < rows; i++) this.#b[i * columns + j] = emission[j * rows + i] ?? 0;
    }
  }

  /** Pairs of words that explain each other at least so well, 0 to 1: the geometric mean of both probabilities. */
  *translations(least: number): Iterable<{ pivot: number; source: number; strength: number }> {
    for (let cell = 0; cell < this.#cells.size; cell++) {
      const strength = Math.sqrt((this.#chances[2 * cell] ?? 0) * (this.#chances[2 * cell + 1] ?? 0));
      if (strength >= least)
        yield { pivot: this.#pivotOf[cell] ?? 0, source: this.#sourceOf[cell] ?? 0, strength };
    }
  }

  /**
   * Strength of each link of a sentence pair, 0 to 1, as [pivot word * source words + source word]: the geometric mean of
   * both directions. Ids of words that were not in training are -1.
   */
  links(pivot: Int32Array, source: Int32Array): Float32Array {
    const size = pivot.length * source.length;
    this.#reserve(size);
    const cells = new Int32Array(size);
    for (let i = 0; i < pivot.length; i++) {
      for (let j = 0; j < source.length; j++) {
        const known = (pivot[i] ?? -1) >= 0 && (source[j] ?? -1) >= 0;
        cells[i * source.length + j] = known ? this.#cells.get(pivot[i] ?? 0, source[j] ?? 0) : -1;
      }
    }
    this.#posteriors(pivot, source, cells, this.#settings.hmm > 0, false);
    const links = new Float32Array(size);
    for (let k = 0; k < size; k++) links[k] = Math.sqrt((this.#a[k] ?? 0) * (this.#b[k] ?? 0));
    return links;
  }
}

const pivotLength = (corpus: Corpus, pair: number): number =>
  (corpus.pivotAt[pair + 1] ?? 0) - (corpus.pivotAt[pair] ?? 0);
const sourceLength = (corpus: Corpus, pair: number): number =>
  (corpus.sourceAt[pair + 1] ?? 0) - (corpus.sourceAt[pair] ?? 0);

/** IBM model 1: each observed word chooses its state by itself. Same layout as the hidden Markov model. */
function independent(
  states: number,
  observed: number,
  emission: Float32Array,
  silence: Float32Array,
  nullShare: number,
  posterior: Float32Array,
): void {
  for (let j = 0; j < observed; j++) {
    let total = nullShare * (silence[j] ?? 0) * states;
    for (let i = 0; i < states; i++) total += (1 - nullShare) * (emission[i * observed + j] ?? 0);
    const scale = total > 0 ? (1 - nullShare) / total : 0;
    for (let i = 0; i < states; i++) posterior[i * observed + j] = (emission[i * observed + j] ?? 0) * scale;
  }
}

function normaliseInto(counts: Float32Array, table: Float32Array): void {
  let total = 0;
  for (const count of counts) total += count;
  const smooth = 0.1 * total + 1;
  for (let word = 0; word < counts.length; word++) {
    table[word] = ((counts[word] ?? 0) + smooth / counts.length) / (total + smooth);
  }
}
