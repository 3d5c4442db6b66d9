import { codePoint, graphemeBoundaries, Text, words } from "@spanbridge/shared";
import { cliticCuts } from "../inflect/clitics.ts";
import { particlesOf } from "../inflect/stem.ts";
import { foldCharacter } from "./fold.ts";
import { CHARACTER, characterBits } from "./scripts.ts";

/** Bits of an atom. */
export const ATOM = {
  word: 1,
  dense: 2,
  capital: 4,
  latin: 8,
  digit: 16,
  /** A span may not contain it: punctuation that ends phrases. */
  barrier: 32,
  /** White space stands before it. */
  spaced: 64,
  /** Begins a word of the segmenter or of the spaces; see `wordEnd`. */
  wordStart: 128,
  wordEnd: 256,
  allCapitals: 512,
} as const;

/**
 * The smallest pieces a span can begin and end at, in order, without white space: grapheme clusters in dense scripts, runs of
 * letters elsewhere (cut after clitics), single marks. Offsets in code points.
 */
export type Atoms = {
  readonly text: Text;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly bits: Int32Array;
  /** Number of the word it belongs to (what the aligner sees), or -1 for punctuation. */
  readonly word: Int32Array;
  readonly folded: readonly string[];
  readonly words: readonly SourceWord[];
};

export type SourceWord = { readonly first: number; readonly last: number; readonly folded: string };

const BARRIER = /[,;:?!()[\]{}<>"“”„«»。，、；：？！（）【】「」『』《》〈〉،؛؟।…|/]/u;

type Draft = { start: number; end: number; bits: number; folded: string; word: number };

export function atomsOf(value: string, language: string): Atoms {
  const text = new Text(value);
  const characters = [...value];
  const edges = clusterEdges(text, characters);
  const segmented = denseWordEdges(text, characters, language);
  const drafts: Draft[] = [];
  const sourceWords: { first: number; last: number; folded: string }[] = [];
  let at = 0;
  let spaced = true;
  while (at < characters.length) {
    const bits = characterBits(characters[at] ?? "");
    if (bits & CHARACTER.space) {
      spaced = true;
      at++;
      continue;
    }
    const first = drafts.length;
    let end = at;
    if (!(bits & CHARACTER.word)) {
      end = nextEdge(edges, at);
      drafts.push(markAtom(characters, at, end, spaced));
    } else if (bits & CHARACTER.dense) {
      end = denseRunEnd(characters, at);
      pushDense(drafts, sourceWords, characters, edges, segmented, at, end, spaced);
    } else {
      end = letterRunEnd(characters, edges, at);
      pushWord(drafts, sourceWords, characters, at, end, spaced, language);
    }
    at = end;
    spaced = false;
    const last = drafts[drafts.length - 1];
    if (first < drafts.length && last && last.word === -1) continue;
  }
  return pack(text, drafts, sourceWords);
}

function markAtom(characters: readonly string[], start: number, end: number, spaced: boolean): Draft {
  const value = characters.slice(start, end).join("");
  const stop = value === "." && !abbreviates(characters, start);
  const barrier = BARRIER.test(value) || stop;
  return {
    start,
    end,
    bits: (barrier ? ATOM.barrier : 0) | (spaced ? ATOM.spaced : 0) | ATOM.wordStart | ATOM.wordEnd,
    folded: foldAll(characters, start, end),
    word: -1,
  };
}

/** A full stop belongs to an abbreviation when at most three letters stand before it, the first a capital, or a digit. */
function abbreviates(characters: readonly string[], at: number): boolean {
  let from = at;
  while (from > 0 && at - from < 6 && characterBits(characters[from - 1] ?? "") & CHARACTER.word) from--;
  const length = at - from;
  const first = characterBits(characters[from] ?? "");
  const next = characters[at + 1];
  const goesOn = next !== undefined && next !== "\n";
  // After a longer Roman numeral the stop makes it an ordinal, as in German.
  const roman = /^[IVX]+$/u.test(characters.slice(from, at).join(""));
  return (
    length > 0 && (length <= 3 || roman) && goesOn && (first & (CHARACTER.capital | CHARACTER.digit)) !== 0
  );
}

function foldAll(characters: readonly string[], start: number, end: number): string {
  let folded = "";
  for (let at = start; at < end; at++) folded += foldCharacter(characters[at] ?? "");
  return folded;
}

function denseRunEnd(characters: readonly string[], from: number): number {
  let end = from + 1;
  while (end < characters.length) {
    const bits = characterBits(characters[end] ?? "");
    const mark = bits & CHARACTER.word && /\p{M}/u.test(characters[end] ?? "");
    if (!(bits & CHARACTER.dense) && !mark) break;
    end++;
  }
  return end;
}

function letterRunEnd(characters: readonly string[], edges: Uint8Array, from: number): number {
  let end = from + 1;
  while (end < characters.length) {
    const character = characters[end] ?? "";
    const bits = characterBits(character);
    const joins =
      (bits & CHARACTER.word && !(bits & CHARACTER.dense)) ||
      !edges[end] ||
      (isApostrophe(character) && isLetter(characters[end + 1]));
    if (!joins) break;
    end++;
  }
  return end;
}

const isApostrophe = (character: string): boolean =>
  foldCharacter(character) === "'" || character === "\u200c";
const isLetter = (character: string | undefined): boolean =>
  character !== undefined && (characterBits(character) & CHARACTER.word) !== 0;

function pushDense(
  drafts: Draft[],
  sourceWords: { first: number; last: number; folded: string }[],
  characters: readonly string[],
  edges: Uint8Array,
  segmented: Uint8Array,
  from: number,
  to: number,
  spaced: boolean,
): void {
  let word: { first: number; last: number; folded: string } | undefined;
  for (let at = from; at < to; ) {
    const end = Math.min(to, nextEdge(edges, at));
    const starts = at === from || segmented[at] === 1;
    const ends = end === to || segmented[end] === 1;
    const folded = foldAll(characters, at, end);
    if (starts || !word) {
      word = { first: drafts.length, last: drafts.length, folded: "" };
      sourceWords.push(word);
    }
    word.last = drafts.length;
    word.folded += folded;
    drafts.push({
      start: at,
      end,
      bits:
        ATOM.word |
        ATOM.dense |
        (spaced && at === from ? ATOM.spaced : 0) |
        (starts ? ATOM.wordStart : 0) |
        (ends ? ATOM.wordEnd : 0),
      folded,
      word: sourceWords.length - 1,
    });
    at = end;
  }
}

function pushWord(
  drafts: Draft[],
  sourceWords: { first: number; last: number; folded: string }[],
  characters: readonly string[],
  from: number,
  to: number,
  spaced: boolean,
  language: string,
): void {
  const folded = foldAll(characters, from, to);
  const cuts = [0, ...cliticCuts(characters.slice(from, to), language), to - from];
  sourceWords.push({ first: drafts.length, last: drafts.length + cuts.length - 2, folded });
  for (let piece = 0; piece + 1 < cuts.length; piece++) {
    const start = from + (cuts[piece] ?? 0);
    const end = from + (cuts[piece + 1] ?? 0);
    drafts.push({
      start,
      end,
      bits:
        ATOM.word |
        letterBits(characters, start, end) |
        (spaced && piece === 0 ? ATOM.spaced : 0) |
        ATOM.wordStart |
        (piece + 2 === cuts.length ? ATOM.wordEnd : 0),
      folded: foldAll(characters, start, end),
      word: sourceWords.length - 1,
    });
  }
}

function letterBits(characters: readonly string[], start: number, end: number): number {
  const first = characterBits(characters[start] ?? "");
  let capitals = 0;
  for (let at = start; at < end; at++) {
    if (characterBits(characters[at] ?? "") & CHARACTER.capital) capitals++;
  }
  return (
    (first & CHARACTER.capital ? ATOM.capital : 0) |
    (first & CHARACTER.latin ? ATOM.latin : 0) |
    (first & CHARACTER.digit ? ATOM.digit : 0) |
    (capitals > 1 && capitals === end - start ? ATOM.allCapitals : 0)
  );
}

/** Thai and Lao vowels that are written before their consonant, and those after it: no name begins or ends between the two. */
const VOWEL_BEFORE = /^[เแโใไເແໂໃໄ]$/u;
const VOWEL_AFTER = /^[ะาำๅະາຳ]$/u;

function clusterEdges(text: Text, characters: readonly string[]): Uint8Array {
  const edges = new Uint8Array(text.length + 1);
  for (const boundary of graphemeBoundaries(text)) {
    const inside =
      boundary > 0 &&
      boundary < characters.length &&
      ((VOWEL_BEFORE.test(characters[boundary - 1] ?? "") && isDense(characters[boundary])) ||
        (VOWEL_AFTER.test(characters[boundary] ?? "") && isDense(characters[boundary - 1])));
    if (!inside) edges[boundary] = 1;
  }
  return edges;
}

const isDense = (character = ""): boolean => (characterBits(character) & CHARACTER.dense) !== 0;

function nextEdge(edges: Uint8Array, from: number): number {
  let end = from + 1;
  while (end < edges.length - 1 && !edges[end]) end++;
  return end;
}

/** Edges of the segmenter's words; run over the folded text where folding keeps the length (Hant is cut better as Hans). */
function denseWordEdges(text: Text, characters: readonly string[], language: string): Uint8Array {
  const edges = new Uint8Array(text.length + 1);
  if (!characters.some((character) => characterBits(character) & CHARACTER.dense)) return edges;
  const copy = characters
    .map((character) => {
      const folded = foldCharacter(character);
      return folded.length === character.length ? folded : character;
    })
    .join("");
  markParticles(characters, edges, language);
  for (const word of words(new Text(copy), language)) {
    edges[codePoint(word.start)] = 1;
    edges[codePoint(word.end)] = 1;
  }
  return edges;
}

/** A Korean particle ends the name before it as a space would. */
function markParticles(characters: readonly string[], edges: Uint8Array, language: string): void {
  const josa = particlesOf(language);
  if (josa.size === 0) return;
  for (let end = 1; end <= characters.length; end++) {
    const ends = (characterBits(characters[end] ?? "") & CHARACTER.dense) === 0;
    if (!ends) continue;
    for (let length = 1; length <= 4 && end - length > 0; length++) {
      if (josa.has(characters.slice(end - length, end).join(""))) edges[end - length] = 1;
    }
  }
}

function pack(text: Text, drafts: readonly Draft[], sourceWords: readonly SourceWord[]): Atoms {
  return {
    text,
    count: drafts.length,
    start: Int32Array.from(drafts, (draft) => draft.start),
    end: Int32Array.from(drafts, (draft) => draft.end),
    bits: Int32Array.from(drafts, (draft) => draft.bits),
    word: Int32Array.from(drafts, (draft) => draft.word),
    folded: drafts.map((draft) => draft.folded),
    words: sourceWords,
  };
}
