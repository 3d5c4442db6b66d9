import type { Text } from "./text.ts";
import { type Range, utf16 } from "./units.ts";

export type Word = Range & { readonly isWordLike: boolean };

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(Intl.getCanonicalLocales(language)[0], { granularity: "word" });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/**
 * The words of a text by UAX #29 with the dictionaries of ICU for Chinese, Japanese, Thai, Khmer, Lao and Burmese.
 * Offsets in code points; the pieces cover the text without gaps, `isWordLike` tells words from spaces and punctuation.
 */
export function words(text: Text, language: string): readonly Word[] {
  const found: Word[] = [];
  for (const { index, segment, isWordLike } of segmenterFor(language).segment(text.value)) {
    found.push({
      start: text.toCodePoint(utf16(index)),
      end: text.toCodePoint(utf16(index + segment.length)),
      isWordLike: isWordLike ?? false,
    });
  }
  return found;
}
