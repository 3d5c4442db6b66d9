import type { SoundModel } from "./distance.ts";
import { gapCosts, SUBSTITUTION, SYMBOLS } from "./symbols.ts";

/** How a script writes vowels: it decides what the model expects before it has seen names. */
export type VowelHabit = "letters" | "syllables" | "abjad";

const VOWEL_GAPS: Readonly<Record<VowelHabit, readonly [extra: number, silent: number]>> = {
  letters: [0.45, 0.45],
  // 斯, ス and 스 write an s with a vowel that is not there.
  syllables: [0.35, 0.2],
  abjad: [0.15, 0.4],
};

const SHARPNESS = 5;
const PSEUDO_COUNTS = 12;
const ROUNDS = 4;
const SHARE_TO_LEARN_FROM = 0.25;

export type SoundPair = { readonly pivot: Uint8Array; readonly source: Uint8Array };

/**
 * Learns which sounds stand for which in a language from pairs of names, most of which need not be transliterations: pairs
 * that do not sound alike are left out in each round (hard EM; Ristad & Yianilos 1998 for the model). With few pairs the
 * general expectation stays.
 */
export function learnSounds(pairs: readonly SoundPair[], habit: VowelHabit): SoundModel {
  const start = expectation(habit, backgroundFrom(pairs));
  let model = start;
  for (let round = 0; round < ROUNDS; round++) {
    const counts = emptyCounts();
    for (const pair of pairs) if (pair.pivot.length >= 3) countAlignment(pair, model, counts);
    model = { ...estimate(counts, start), background: start.background };
  }
  return model;
}

function backgroundFrom(pairs: readonly SoundPair[]): Float32Array {
  const counts = new Float32Array(SYMBOLS).fill(20);
  let total = 20 * SYMBOLS;
  for (const { pivot } of pairs) {
    for (const code of pivot) counts[code] = (counts[code] ?? 0) + 1;
    total += pivot.length;
  }
  return counts.map((count) => -Math.log(count / total));
}

function expectation(habit: VowelHabit, background: Float32Array): SoundModel {
  const [extraVowel, silentVowel] = VOWEL_GAPS[habit];
  const silentGap = gapCosts(silentVowel);
  const give = new Float32Array(SYMBOLS * SYMBOLS);
  const silent = new Float32Array(SYMBOLS);
  for (let source = 0; source < SYMBOLS; source++) {
    let total = Math.exp(-SHARPNESS * (silentGap[source] ?? 0));
    for (let pivot = 0; pivot < SYMBOLS; pivot++)
      total += Math.exp(-SHARPNESS * (SUBSTITUTION[pivot * SYMBOLS + source] ?? 1));
    const norm = Math.log(total);
    silent[source] = SHARPNESS * (silentGap[source] ?? 0) + norm;
    for (let pivot = 0; pivot < SYMBOLS; pivot++) {
      give[pivot * SYMBOLS + source] = SHARPNESS * (SUBSTITUTION[pivot * SYMBOLS + source] ?? 1) + norm;
    }
  }
  const extraFirst = gapCosts(extraVowel).map((cost) => SHARPNESS * cost + 0.3);
  const extra = new Float32Array(SYMBOLS * SYMBOLS);
  for (let pivot = 0; pivot < SYMBOLS; pivot++) {
    extra.fill(extraFirst[pivot] ?? 0, pivot * SYMBOLS, (pivot + 1) * SYMBOLS);
  }
  return { give, silent, extra, extraFirst, background };
}

type Counts = {
  readonly give: Float64Array;
  readonly silent: Float64Array;
  readonly extra: Float64Array;
  readonly extraAll: Float64Array;
  /** How often each source symbol was met, and all of them. */
  readonly met: Float64Array;
  steps: number;
};

const emptyCounts = (): Counts => ({
  give: new Float64Array(SYMBOLS * SYMBOLS),
  silent: new Float64Array(SYMBOLS),
  extra: new Float64Array(SYMBOLS * SYMBOLS),
  extraAll: new Float64Array(SYMBOLS),
  met: new Float64Array(SYMBOLS),
  steps: 0,
});

function estimate(counts: Counts, start: SoundModel): Omit<SoundModel, "background"> {
  const give = new Float32Array(SYMBOLS * SYMBOLS);
  const silent = new Float32Array(SYMBOLS);
  for (let source = 0; source < SYMBOLS; source++) {
    let total = PSEUDO_COUNTS + (counts.silent[source] ?? 0);
    for (let pivot = 0; pivot < SYMBOLS; pivot++) total += counts.give[pivot * SYMBOLS + source] ?? 0;
    const of = (count: number, expected: number): number =>
      -Math.log((count + PSEUDO_COUNTS * Math.exp(-expected)) / total);
    silent[source] = of(counts.silent[source] ?? 0, start.silent[source] ?? 0);
    for (let pivot = 0; pivot < SYMBOLS; pivot++) {
      const cell = pivot * SYMBOLS + source;
      give[cell] = of(counts.give[cell] ?? 0, start.give[cell] ?? 0);
    }
  }
  const extraFirst = start.extraFirst.map(
    (expected, pivot) =>
      -Math.log(
        ((counts.extraAll[pivot] ?? 0) + PSEUDO_COUNTS * 4 * Math.exp(-expected)) /
          (counts.steps + PSEUDO_COUNTS * 4),
      ),
  );
  const extra = new Float32Array(SYMBOLS * SYMBOLS);
  for (let pivot = 0; pivot < SYMBOLS; pivot++) {
    const general = PSEUDO_COUNTS * 2 * Math.exp(-(extraFirst[pivot] ?? 0));
    for (let source = 0; source < SYMBOLS; source++) {
      const cell = pivot * SYMBOLS + source;
      extra[cell] = -Math.log(
        ((counts.extra[cell] ?? 0) + general) / ((counts.met[source] ?? 0) + PSEUDO_COUNTS * 2),
      );
    }
  }
  return { give, silent, extra, extraFirst };
}

/** Adds the steps of the best alignment of a pair to the counts, when the two sound alike at all. */
function countAlignment({ pivot, source }: SoundPair, model: SoundModel, counts: Counts): void {
  const rows = pivot.length + 1;
  const columns = source.length + 1;
  const cost = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (i === 0 && j === 0) continue;
      cost[i * columns + j] = Math.min(...steps(i, j, columns, pivot, source, cost, model));
    }
  }
  let background = 0;
  for (const code of pivot) background += model.background[code] ?? 0;
  const total = cost[rows * columns - 1] ?? 0;
  if (background - total < SHARE_TO_LEARN_FROM * background) return;
  for (const code of source) counts.met[code] = (counts.met[code] ?? 0) + 1;
  let i = pivot.length;
  let j = source.length;
  while (i > 0 || j > 0) {
    const [both, drop, skip] = steps(i, j, columns, pivot, source, cost, model);
    const p = pivot[i - 1] ?? 0;
    const s = source[j - 1] ?? 0;
    counts.steps++;
    if (both <= drop && both <= skip) {
      counts.give[p * SYMBOLS + s] = (counts.give[p * SYMBOLS + s] ?? 0) + 1;
      i--;
      j--;
    } else if (drop <= skip) {
      counts.silent[s] = (counts.silent[s] ?? 0) + 1;
      j--;
    } else {
      counts.extraAll[p] = (counts.extraAll[p] ?? 0) + 1;
      if (j > 0) counts.extra[p * SYMBOLS + s] = (counts.extra[p * SYMBOLS + s] ?? 0) + 1;
      i--;
    }
  }
}

function steps(
  i: number,
  j: number,
  columns: number,
  pivot: Uint8Array,
  source: Uint8Array,
  cost: Float32Array,
  { give, silent, extra, extraFirst }: SoundModel,
): [both: number, drop: number, skip: number] {
  const p = pivot[i - 1] ?? 0;
  const s = source[j - 1] ?? 0;
  const none = Number.POSITIVE_INFINITY;
  return [
    i > 0 && j > 0 ? (cost[(i - 1) * columns + j - 1] ?? 0) + (give[p * SYMBOLS + s] ?? 0) : none,
    j > 0 ? (cost[i * columns + j - 1] ?? 0) + (silent[s] ?? 0) : none,
    i > 0
      ? (cost[(i - 1) * columns + j] ?? 0) + ((j > 0 ? extra[p * SYMBOLS + s] : extraFirst[p]) ?? 9)
      : none,
  ];
}
