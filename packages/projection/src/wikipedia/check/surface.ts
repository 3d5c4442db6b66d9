import { matchCopy, type Normaliser, normalisers } from "../../place/normalise.ts";

/** Accents and vowel points that a text may have and a title not; other marks tell one letter from another. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed]/gu;

const ALL_BUT_MARKS: ReadonlySet<Normaliser> = new Set(normalisers.filter((name) => name !== "marks"));

const withoutAccents = (value: string): string =>
  matchCopy(value.normalize("NFD").replace(ACCENTS, "").normalize("NFC"), ALL_BUT_MARKS).text;

/**
 * Whether two strings differ in nothing but accents, vowel points and what is folded besides. Signs of other scripts (the
 * vowels of Devanagari and Thai, the voiced mark of kana) are part of what is written.
 */
export const isSameButForAccents = (one: string, other: string): boolean =>
  withoutAccents(one) === withoutAccents(other);

/** Whether a stretch of text has no brackets, quotes or other signs between its words that the name does not have. */
export function isSamePunctuation(surface: string, name: string): boolean {
  const signs = (value: string): string =>
    matchCopy(value, ALL_BUT_MARKS).text.replace(/[\p{L}\p{M}\p{N}\s]+/gu, "");
  return signs(surface) === signs(name);
}
