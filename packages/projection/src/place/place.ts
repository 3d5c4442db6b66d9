import { type Range, sameRange, type Text, type Word, words } from "@spanbridge/shared";
import { inflectedForms } from "./inflected.ts";
import { longestRun } from "./longest-run.ts";
import { type MatchCopy, matchCopy, type Normaliser, normalisers } from "./normalise.ts";
import { cutsNoWord, rangeIn } from "./ranges.ts";

/**
 * Every place where an answer (a phrase somebody says is in the text) stands. No occurrence is preferred here but by
 * word boundaries: where it stands as a word somewhere, places inside other words are left out. Which occurrence is
 * meant is decided later over all answers of a segment.
 */
export type Placement = {
  readonly occurrences: readonly Range[];
  /** What had to be folded to find it there: empty when it is literally in the text. */
  readonly normalised: readonly Normaliser[];
  /** `inflection`: with another ending or particle. `longest_run`: most of it, on word boundaries. */
  readonly by: "literal" | "normalised" | "inflection" | "longest_run";
  /** Whether an edge lies inside a word at every occurrence. */
  readonly insideWord: boolean;
};

/**
 * `language` (BCP 47) of the text: says where words end and how they change. Without it only folding is tried. With
 * `wholeWords`, what stands only inside of other words is not found by folding.
 */
export type PlaceOptions = { readonly language?: string | undefined; readonly wholeWords?: boolean };

/**
 * Finds an answer in a text: literally, else with more and more folded on both sides, else inflected, else by the longest
 * common run where that is at least four fifths of the answer and stands on word boundaries. Ranges are in code points of
 * the unmodified text and cut no grapheme cluster. Undefined when it is nowhere: such an answer is kept as unplaced, never
 * shortened until something fits.
 */
export function place(
  text: Text,
  answer: string,
  { language, wholeWords = false }: PlaceOptions = {},
): Placement | undefined {
  const wanted = answer.trim();
  if (wanted === "") return undefined;
  let known: readonly Word[] | undefined;
  const boundaries = (tag: string): readonly Word[] => {
    known ??= words(text, tag);
    return known;
  };
  for (let count = 0; count <= normalisers.length; count++) {
    const use = new Set(normalisers.slice(0, count));
    const needle = matchCopy(wanted, use).text;
    const found = needle === "" ? [] : occurrencesOf(text, matchCopy(text.value, use), needle);
    if (found.length > 0) {
      const by = count === 0 ? "literal" : "normalised";
      const placed = onWords(found, language === undefined ? undefined : boundaries(language), {
        normalised: [...use],
        by,
      });
      if (!placed.insideWord || !wholeWords) return placed;
    }
  }
  if (language === undefined) return undefined;
  const inflected = inflectedForms(text, boundaries(language), wanted, language);
  if (inflected.length > 0) {
    return { occurrences: inflected, normalised: [], by: "inflection", insideWord: false };
  }
  const runs = longestRun(text, boundaries(language), wanted);
  return runs.length > 0
    ? { occurrences: runs, normalised: [...normalisers], by: "longest_run", insideWord: false }
    : undefined;
}

function onWords(
  found: readonly Range[],
  boundaries: readonly Word[] | undefined,
  how: Pick<Placement, "normalised" | "by">,
): Placement {
  if (!boundaries) return { occurrences: found, ...how, insideWord: false };
  const whole = found.filter(cutsNoWord(boundaries));
  return { occurrences: whole.length > 0 ? whole : found, ...how, insideWord: whole.length === 0 };
}

function occurrencesOf(text: Text, haystack: MatchCopy, needle: string): Range[] {
  const found: Range[] = [];
  for (
    let index = haystack.text.indexOf(needle);
    index !== -1;
    index = haystack.text.indexOf(needle, index + needle.length)
  ) {
    const widened = rangeIn(text, haystack, index, index + needle.length);
    if (widened.start < widened.end && !found.some((one) => sameRange(one, widened))) found.push(widened);
  }
  return found;
}
