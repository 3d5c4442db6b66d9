import {
  type CodePoint,
  codePoint,
  nextBoundary,
  previousBoundary,
  type Range,
  scriptOf,
  type Text,
  widenToClusters,
} from "@spanbridge/shared";
import type { Prepared } from "./prepared.ts";

export type Granularity = "word" | "character";

/**
 * Scripts whose words stand between spaces, so that a hasty drag means whole words. Korean is not among them: particles
 * are written onto names. Han, kana and Thai have no spaces, and a dictionary's idea of a name is often wrong.
 */
const SPACED = new Set([
  "Latn",
  "Cyrl",
  "Grek",
  "Armn",
  "Geor",
  "Arab",
  "Hebr",
  "Deva",
  "Beng",
  "Taml",
  "Telu",
  "Ethi",
]);

/** What a drag takes when no modifier key says otherwise. */
export const granularityOf = (language: string): Granularity =>
  SPACED.has(scriptOf(language)) ? "word" : "character";

/**
 * The range that a person who selected `rough` means: inside the text, without white space at its edges, cutting no
 * grapheme cluster and, by word, no word. Undefined where nothing is left. Offsets may lie outside the text.
 */
export function snapped(subject: Prepared, rough: Range, granularity: Granularity): Range | undefined {
  const trimmed = trim(subject.text, widenToClusters(subject.text, rough));
  if (!trimmed || granularity === "character") return trimmed;
  let { start, end } = trimmed;
  for (const word of subject.words()) {
    if (word.start >= end) break;
    if (!word.isWordLike || word.end <= start) continue;
    if (word.start < start) start = word.start;
    if (word.end > end) end = word.end;
  }
  return { start, end };
}

/** What a double click on the character that starts at `offset` takes. Undefined on white space. */
export function pickedAt(subject: Prepared, offset: CodePoint, granularity: Granularity): Range | undefined {
  const { text } = subject;
  const word =
    granularity === "word"
      ? subject.words().find(({ start, end }) => start <= offset && offset < end)
      : undefined;
  if (word?.isWordLike) return { start: word.start, end: word.end };
  return trim(text, widenToClusters(text, { start: offset, end: codePoint(offset + 1) }));
}

const isSpace = (text: Text, start: CodePoint, end: CodePoint): boolean =>
  text.slice({ start, end }).trim() === "";

function trim(text: Text, { start, end }: Range): Range | undefined {
  let from = start;
  let to = end;
  while (from < to && isSpace(text, from, nextBoundary(text, from))) from = nextBoundary(text, from);
  while (from < to && isSpace(text, previousBoundary(text, to), to)) to = previousBoundary(text, to);
  return from < to ? { start: from, end: to } : undefined;
}
