const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}ー々〆]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;
const CASED = /[\p{Lu}\p{Lt}]/u;
const LATIN = /\p{Script=Latin}/u;
const DIGIT = /\p{Nd}/u;

/** What the engine needs to know of a character; bits. */
export const CHARACTER = { word: 1, dense: 2, capital: 4, latin: 8, digit: 16, space: 32 } as const;

const known = new Map<string, number>();

/**
 * Bits of `CHARACTER`. Dense: scripts in which a name may begin or end inside what is written together (Han, kana, Thai, …,
 * and Hangul, whose particles and compounds follow without a space).
 */
export function characterBits(character: string): number {
  let bits = known.get(character);
  if (bits === undefined) {
    bits =
      (WORD.test(character) || character === "ー" ? CHARACTER.word : 0) |
      (DENSE.test(character) ? CHARACTER.dense : 0) |
      (CASED.test(character) ? CHARACTER.capital : 0) |
      (LATIN.test(character) ? CHARACTER.latin : 0) |
      (DIGIT.test(character) ? CHARACTER.digit : 0) |
      (/\s/u.test(character) ? CHARACTER.space : 0);
    known.set(character, bits);
  }
  return bits;
}
