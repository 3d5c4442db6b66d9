import { ATOM, type Atoms } from "../text/atoms.ts";
import type { Candidate } from "./cover.ts";
import type { EntityWords } from "./entity.ts";
import type { FeatureContext } from "./feature-context.ts";
import { set } from "./feature-names.ts";
import { linkOf } from "./segment.ts";

/** What the word aligner says of a span and of the words beside it. */
export function links(
  values: Float32Array,
  words: EntityWords,
  candidate: Candidate,
  context: FeatureContext,
): void {
  const { atoms, links: matrix, rows } = context;
  const first = firstWord(atoms, candidate.from, candidate.to);
  const last = lastWord(atoms, candidate.from, candidate.to);
  if (first < 0 || matrix.values.length === 0) return;
  let recall = 0;
  for (const token of words.content) {
    let sum = 0;
    for (let word = first; word <= last; word++) sum += linkOf(matrix, token.row, word);
    recall += Math.min(1, sum);
  }
  let precision = 0;
  let stolen = 0;
  let elsewhere = 0;
  let freeCapitals = 0;
  for (let word = first; word <= last; word++) {
    let own = 0;
    let other = 0;
    for (let row = 0; row < rows; row++) {
      const link = linkOf(matrix, row, word);
      if (words.rows.has(row)) own += link;
      else if (link > other) other = link;
    }
    if (own < 0.15 && other > 0.3) elsewhere++;
    if (own < 0.15 && other <= 0.3 && (atoms.bits[atoms.words[word]?.first ?? 0] ?? 0) & ATOM.capital)
      freeCapitals++;
    precision += Math.min(1, own);
    stolen += Math.max(0, other - own);
  }
  const count = last - first + 1;
  set(values, "linkRecall", recall / Math.max(1, words.content.length));
  set(values, "linkPrecision", precision / count);
  set(values, "stolen", stolen / count);
  set(values, "gapElsewhere", elsewhere);
  set(values, "gapCapital", freeCapitals);
  set(values, "leftFree", freeCapital(words, candidate.from - 1, candidate.from, first, context));
  set(values, "rightFree", freeCapital(words, candidate.to, candidate.to, last, context));
  set(values, "leftLinked", neighbourLink(words, candidate.from - 1, first, context));
  set(values, "rightLinked", neighbourLink(words, candidate.to, last, context));
}

/** How strongly the word beside the span is linked to the entity: it should then have been inside. */
function neighbourLink(
  words: EntityWords,
  atom: number,
  edgeWord: number,
  { atoms, links: matrix }: FeatureContext,
): number {
  const word = atoms.word[atom] ?? -1;
  if (word < 0 || word === edgeWord) return 0;
  let best = 0;
  for (const token of words.content) best = Math.max(best, linkOf(matrix, token.row, word));
  return best;
}

/** 1 for a capitalised word beside the span that is linked to nothing: it may belong to the name. */
function freeCapital(
  words: EntityWords,
  atom: number,
  gapBefore: number,
  edgeWord: number,
  context: FeatureContext,
): number {
  const { atoms, links: matrix, rows, morphology } = context;
  if (!morphology.cased || atom < 0 || atom >= atoms.count || gapBefore >= atoms.count) return 0;
  const bits = atoms.bits[atom] ?? 0;
  const word = atoms.word[atom] ?? -1;
  if (word < 0 || word === edgeWord || !(bits & ATOM.capital)) return 0;
  const startsSentence = atom === 0 || ((atoms.bits[atom - 1] ?? 0) & ATOM.barrier) !== 0;
  if (startsSentence) return 0;
  let most = 0;
  for (let row = 0; row < rows; row++)
    if (!words.rows.has(row)) most = Math.max(most, linkOf(matrix, row, word));
  return most < 0.25 ? 1 : 0;
}

function firstWord(atoms: Atoms, from: number, to: number): number {
  for (let at = from; at < to; at++) if ((atoms.word[at] ?? -1) >= 0) return atoms.word[at] ?? -1;
  return -1;
}

function lastWord(atoms: Atoms, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if ((atoms.word[at] ?? -1) >= 0) return atoms.word[at] ?? -1;
  return -1;
}
