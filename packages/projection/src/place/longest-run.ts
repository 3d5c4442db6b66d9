import type { Range, Text, Word } from "@spanbridge/shared";
import { matchCopy, normalisers } from "./normalise.ts";
import { cutsNoWord, rangeIn } from "./ranges.ts";

/** Of an answer so much must stand in the text in one piece. */
const LEAST_SHARE = 0.8;
const ALL = new Set(normalisers);

/**
 * The longest stretch that an answer and the text have in common, where it makes up at least four fifths of the answer and
 * begins and ends with a word of the text; every place where a stretch of that length stands. Never the short end of a
 * name: what is cut off inside a word is no match (北京大学医院 is not the 北京大学医 of 北京大学医学院).
 */
export function longestRun(text: Text, boundaries: readonly Word[], answer: string): Range[] {
  const haystack = matchCopy(text.value, ALL);
  const needle = matchCopy(answer, ALL).text;
  const least = Math.max(2, Math.ceil(needle.length * LEAST_SHARE));
  const isWhole = cutsNoWord(boundaries);
  // From the longest possible on down: the first length with a match on word boundaries wins.
  const byLength = new Map<number, Range[]>();
  let previous = new Uint16Array(haystack.text.length + 1);
  for (let row = 1; row <= needle.length; row++) {
    const current = new Uint16Array(haystack.text.length + 1);
    for (let column = 1; column <= haystack.text.length; column++) {
      if (needle[row - 1] !== haystack.text[column - 1]) continue;
      const length = (previous[column - 1] ?? 0) + 1;
      current[column] = length;
      for (let kept = length; kept >= least; kept--) {
        const range = rangeIn(text, haystack, column - kept, column);
        if (isWhole(range)) byLength.set(kept, [...(byLength.get(kept) ?? []), range]);
      }
    }
    previous = current;
  }
  const longest = Math.max(0, ...byLength.keys());
  const found = byLength.get(longest) ?? [];
  return found.filter(
    (one, index) => found.findIndex(({ start, end }) => start === one.start && end === one.end) === index,
  );
}
