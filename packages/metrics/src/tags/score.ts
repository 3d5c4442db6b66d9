import { err, ok, type Result } from "@spanbridge/shared";
import type { Counts } from "../counts.ts";
import { labelReport } from "../report.ts";
import type { SpanReport } from "../spans/score.ts";
import { TagAlphabet } from "./alphabet.ts";
import { sentencesDiffer, type TagError, tokensDiffer, unknownTag } from "./error.ts";
import { COMPLETE, INSIDE, START, type TagScheme, transitionTable } from "./scheme.ts";

/**
 * Entity precision, recall and F1 over tag sequences, in tokens: conlleval and seqeval's default mode, or one of
 * seqeval's strict modes. An entity counts when label, first and last token agree. The entities of one sequence never
 * overlap, so that one pass over both sequences finds the common ones without building either set.
 *
 * Sources: conlleval (CoNLL-2000); seqeval 1.2. Two differences to seqeval: a letter that the scheme does not have is an
 * error in every mode, and "B-" has the same label as "B".
 */
export class TagScorer {
  readonly alphabet: TagAlphabet;
  readonly #table: Uint8Array;
  /** By label id. */
  readonly #correct: number[] = [];
  readonly #gold: number[] = [];
  readonly #predicted: number[] = [];
  #sentences = 0;
  #goldCodes = new Int32Array(256);
  #predictedCodes = new Int32Array(256);

  constructor(scheme: TagScheme = "conlleval") {
    this.alphabet = new TagAlphabet(scheme);
    this.#table = transitionTable(scheme);
  }

  get sentences(): number {
    return this.#sentences;
  }

  /** Adds a sentence, or answers why it cannot be scored; then nothing of it is counted. */
  add(gold: readonly string[], predicted: readonly string[]): TagError | undefined {
    const { length } = gold;
    if (length !== predicted.length) return tokensDiffer(this.#sentences, length, predicted.length);
    if (length > this.#goldCodes.length) {
      this.#goldCodes = new Int32Array(length * 2);
      this.#predictedCodes = new Int32Array(length * 2);
    }
    const badGold = this.alphabet.encode(gold, this.#goldCodes);
    if (badGold !== -1) return this.#unknown("gold", badGold, gold);
    const badPredicted = this.alphabet.encode(predicted, this.#predictedCodes);
    if (badPredicted !== -1) return this.#unknown("predicted", badPredicted, predicted);
    this.#count(this.#goldCodes, this.#predictedCodes, 0, length);
    return undefined;
  }

  /** The same for the tokens [from, to) of sequences that were encoded with this scorer's alphabet. */
  addCodes(gold: Int32Array, predicted: Int32Array, from = 0, to = gold.length): void {
    this.#count(gold, predicted, from, to);
  }

  report(): SpanReport {
    const perLabel = new Map<string, Counts>();
    for (const [id, label] of this.alphabet.labels.entries()) {
      const gold = this.#gold[id] ?? 0;
      const predicted = this.#predicted[id] ?? 0;
      if (gold + predicted > 0) perLabel.set(label, { correct: this.#correct[id] ?? 0, predicted, gold });
    }
    return { segments: this.#sentences, ...labelReport(perLabel) };
  }

  #unknown(side: "gold" | "predicted", token: number, tags: readonly string[]): TagError {
    return unknownTag(this.alphabet.scheme, side, this.#sentences, token, tags[token] ?? "");
  }

  #count(gold: Int32Array, predicted: Int32Array, from: number, to: number): void {
    this.#sentences++;
    const table = this.#table;
    let goldBefore = 0;
    let predictedBefore = 0;
    let goldStart = -1;
    let predictedStart = -1;
    for (let index = from; index <= to; index++) {
      const g = index < to ? (gold[index] ?? 0) : 0;
      const p = index < to ? (predicted[index] ?? 0) : 0;
      // Most tokens of most texts: no entity on either side, before or here.
      if ((g | p | goldBefore | predictedBefore) === 0) continue;
      const goldBits = table[bitsIndex(goldBefore, g)] ?? 0;
      const predictedBits = table[bitsIndex(predictedBefore, p)] ?? 0;
      const goldEnds = goldStart !== -1 && (goldBits & INSIDE) === 0;
      const predictedEnds = predictedStart !== -1 && (predictedBits & INSIDE) === 0;
      const goldFound = goldEnds && (goldBits & COMPLETE) !== 0;
      const predictedFound = predictedEnds && (predictedBits & COMPLETE) !== 0;
      if (goldFound) increment(this.#gold, goldBefore >> 3);
      if (predictedFound) increment(this.#predicted, predictedBefore >> 3);
      if (
        goldFound &&
        predictedFound &&
        goldStart === predictedStart &&
        goldBefore >> 3 === predictedBefore >> 3
      ) {
        increment(this.#correct, goldBefore >> 3);
      }
      if (goldEnds) goldStart = -1;
      if (predictedEnds) predictedStart = -1;
      if (goldStart === -1 && (goldBits & START) !== 0) goldStart = index;
      if (predictedStart === -1 && (predictedBits & START) !== 0) predictedStart = index;
      goldBefore = g;
      predictedBefore = p;
    }
  }
}

/** `transition` of two codes, written out for the inner loop. */
const bitsIndex = (before: number, code: number): number =>
  ((before & 7) << 4) | ((code & 7) << 1) | (before >> 3 === code >> 3 ? 1 : 0);

function increment(counts: number[], id: number): void {
  while (counts.length <= id) counts.push(0);
  counts[id] = (counts[id] ?? 0) + 1;
}

/** Scores whole sequences of sentences; sentences and tokens must be the same on both sides. */
export function scoreTags(
  gold: Iterable<readonly string[]>,
  predicted: Iterable<readonly string[]>,
  scheme: TagScheme = "conlleval",
): Result<SpanReport, TagError> {
  const scorer = new TagScorer(scheme);
  const others = predicted[Symbol.iterator]();
  let goldSentences = 0;
  for (const sentence of gold) {
    goldSentences++;
    const other = others.next();
    if (other.done) {
      // The rest of gold is only counted, for the message.
      continue;
    }
    const error = scorer.add(sentence, other.value);
    if (error) return err(error);
  }
  let predictedSentences = scorer.sentences;
  while (!others.next().done) predictedSentences++;
  if (goldSentences !== predictedSentences) return err(sentencesDiffer(goldSentences, predictedSentences));
  return ok(scorer.report());
}
