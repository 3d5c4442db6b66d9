import { type Normaliser, normalisers } from "@spanbridge/shared/contracts";
import { foldCharacter } from "../offline/text/fold.ts";

/** A copy of a text for matching only. `at[i]` is the UTF-16 offset in the original of the i-th unit of `text`; one more for the end. */
export type MatchCopy = { readonly text: string; readonly at: readonly number[] };

export { type Normaliser, normalisers };

const TATWEEL_AND_JOINERS = /[\u0640\u200b-\u200f\u2060\ufeff]/u;
const APOSTROPHES = /[\u2018\u2019\u02bc\uff07]/u;
const QUOTES = /[\u201c\u201d\u300c\u300d\u300e\u300f\uff02]/u;
const DOTS = /[\u00b7\u2022\u2027\u30fb\uff65]/u;
const DASHES = /[\u2010-\u2015\u2212\uff0d]/u;
const HAN = /\p{Script=Han}/u;
const HIRAGANA = /[\u3041-\u3096]/u;

/**
 * A normalised copy with an offset map: each character is folded by itself (NFKC and lower case, combining marks, tatweel
 * and joiners, variants of quotes, dots and dashes, traditional and simplified Han, letters with several forms, kana),
 * so that every unit of the copy knows where it came from. The original is never changed. Folding by character cannot see
 * what only composes across characters; it need not.
 */
export function matchCopy(original: string, use: ReadonlySet<Normaliser>): MatchCopy {
  let text = "";
  const at: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = fold(character, use);
    for (let unit = 0; unit < folded.length; unit++) at.push(offset);
    text += folded;
    offset += character.length;
  }
  at.push(original.length);
  return { text, at };
}

function fold(character: string, use: ReadonlySet<Normaliser>): string {
  let folded = character;
  if (use.has("tatweel_and_joiners") && TATWEEL_AND_JOINERS.test(folded)) return "";
  if (use.has("spaces") && /\s/u.test(folded)) return "";
  if (use.has("punctuation")) {
    if (APOSTROPHES.test(folded)) return "'";
    if (QUOTES.test(folded)) return '"';
    if (DOTS.test(folded)) return "·";
    if (DASHES.test(folded)) return "-";
  }
  if (use.has("width_and_case")) folded = folded.normalize("NFKC").toLowerCase();
  if (use.has("marks"))
    folded = folded
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .normalize("NFC");
  if (use.has("han_variants") && HAN.test(folded)) folded = foldCharacter(folded);
  if (use.has("letter_variants")) folded = [...folded].map(foldCharacter).join("");
  if (use.has("kana")) folded = folded.replace(HIRAGANA, toKatakana);
  return folded;
}

const toKatakana = (hiragana: string): string => String.fromCharCode((hiragana.codePointAt(0) ?? 0) + 0x60);
