import { type Range, type Text, utf16, widenToClusters } from "@spanbridge/shared";
import { matchCopy, type Normaliser, normalisers } from "./normalise.ts";

/**
 * Every place where an answer (a phrase somebody says is in the text) stands. `normalised` lists what had to be folded
 * to find it there: empty when it is literally in the text. No occurrence is preferred here; that is decided later over
 * all answers of a segment.
 */
export type Placement = {
  readonly occurrences: readonly Range[];
  readonly normalised: readonly Normaliser[];
};

/**
 * Finds an answer in a text: literally, else with more and more folded on both sides. Ranges are in code points of the
 * unmodified text and cut no grapheme cluster. Undefined when it is nowhere: such an answer is kept as unplaced, never
 * shortened until something fits.
 */
export function place(text: Text, answer: string): Placement | undefined {
  const wanted = answer.trim();
  if (wanted === "") return undefined;
  for (let count = 0; count <= normalisers.length; count++) {
    const use = new Set(normalisers.slice(0, count));
    const haystack = matchCopy(text.value, use);
    const needle = matchCopy(wanted, use).text;
    const occurrences = needle === "" ? [] : occurrencesOf(text, haystack, needle);
    if (occurrences.length > 0) return { occurrences, normalised: [...use] };
  }
  return undefined;
}

function occurrencesOf(
  text: Text,
  haystack: { text: string; at: readonly number[] },
  needle: string,
): Range[] {
  const found: Range[] = [];
  for (
    let index = haystack.text.indexOf(needle);
    index !== -1;
    index = haystack.text.indexOf(needle, index + needle.length)
  ) {
    const start = haystack.at[index] ?? 0;
    const end = haystack.at[index + needle.length] ?? text.value.length;
    const widened = widenToClusters(text, {
      start: text.toCodePoint(utf16(start)),
      end: text.toCodePoint(utf16(end)),
    });
    if (widened.start < widened.end) found.push(widened);
  }
  return found;
}
