const LONGEST = 5;
const SENTENCES_A_WORD = 40;

/** One sentence as association counts it: clusters of dense scripts, with "" where something else interrupts. */
export type DenseSentence = { readonly pivot: readonly string[]; readonly clusters: readonly string[] };

/**
 * Which short strings of a dense script keep company with a pivot word, over all sentence pairs: no segmentation needed.
 * Counted when first asked, over at most 40 sentences a word; how often a string occurs at all is kept in hashed counters.
 */
export class Association {
  readonly #sentences: readonly DenseSentence[];
  readonly #byWord = new Map<string, number[]>();
  readonly #counts = new Map<string, ReadonlyMap<string, number>>();
  readonly #buckets: Uint32Array;
  #total = 0;

  constructor(sentences: readonly DenseSentence[]) {
    this.#sentences = sentences;
    // About two hundred strings a sentence, half of them seen before.
    this.#buckets = new Uint32Array(
      2 ** Math.max(14, Math.min(22, Math.ceil(Math.log2(sentences.length * 150)))),
    );
    sentences.forEach(({ pivot, clusters }, index) => {
      for (const word of new Set(pivot)) {
        const list = this.#byWord.get(word);
        if (list) list.push(index);
        else this.#byWord.set(word, [index]);
      }
      this.#total++;
      for (const piece of new Set(pieces(clusters))) {
        const at = this.#bucket(piece);
        this.#buckets[at] = (this.#buckets[at] ?? 0) + 1;
      }
    });
  }

  /** In nats; above 0 speaks for the two belonging together. `undefined` with less than two sentences to judge by. */
  strength(word: string, piece: string): number | undefined {
    const together = this.#together(word).get(piece);
    if (together === undefined) return undefined;
    const all = Math.min(this.#byWord.get(word)?.length ?? 0, SENTENCES_A_WORD);
    const share = (together - 0.7) / all;
    const general = (this.#buckets[this.#bucket(piece)] ?? 1) / this.#total;
    const back = (together - 0.7) / Math.max(together, this.#buckets[this.#bucket(piece)] ?? 1);
    return Math.log(share / general) + 0.8 * Math.log(back) + 0.5 * Math.log(share);
  }

  /** FNV-1a, folded to the number of counters, which is a power of two. */
  #bucket(piece: string): number {
    let hash = 0x811c9dc5;
    for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#buckets.length - 1);
  }

  #together(word: string): ReadonlyMap<string, number> {
    const known = this.#counts.get(word);
    if (known) return known;
    const counts = new Map<string, number>();
    const all = this.#byWord.get(word) ?? [];
    if (all.length >= 2) {
      const step = Math.max(1, all.length / SENTENCES_A_WORD);
      for (let at = 0; at < all.length; at += step) {
        const sentence = this.#sentences[all[Math.floor(at)] ?? 0];
        for (const piece of new Set(pieces(sentence?.clusters ?? [])))
          counts.set(piece, (counts.get(piece) ?? 0) + 1);
      }
      for (const [piece, count] of counts) if (count < 2) counts.delete(piece);
    }
    this.#counts.set(word, counts);
    return counts;
  }
}

function* pieces(clusters: readonly string[]): Iterable<string> {
  for (let from = 0; from < clusters.length; from++) {
    let piece = "";
    for (let to = from; to < from + LONGEST && to < clusters.length; to++) {
      const cluster = clusters[to] ?? "";
      if (cluster === "") break;
      piece += cluster;
      yield piece;
    }
  }
}
