import { SIMPLIFIED } from "../data/simplified.ts";

const simplified = new Map<string, string>();
for (let at = 0; at + 1 < SIMPLIFIED.length; at += 2) {
  simplified.set(SIMPLIFIED.charAt(at), SIMPLIFIED.charAt(at + 1));
}

const VARIANTS: ReadonlyMap<string, string> = new Map(
  [
    ["·", "‧・•･⋅∙"],
    ["'", "‘’ʼ＇`´"],
    ['"', "“”„«»「」『』《》〈〉〝〞＂"],
    ["-", "‐‑‒–—−－"],
    ["、", "丶"],
    // Letters that are written in more than one way in one language.
    ["ا", "أإآٱ"],
    ["ی", "يىئ"],
    ["ک", "ك"],
    ["ه", "ة"],
    ["و", "ؤ"],
    ["е", "ё"],
  ].flatMap(([to = "", from = ""]) => [...from].map((character) => [character, to] as const)),
);

const cache = new Map<string, string>();
const MARKS_THAT_CARRY_NO_SOUND_HERE = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640\u200b-\u200f]/gu;

/**
 * One character for matching: width, case, accents, vowel points, traditional Han, variants of letters and punctuation.
 * May be empty (a joiner) or longer than one character (ß); callers keep the offset of the character it came from.
 */
export function foldCharacter(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const folded = foldUncached(character);
  cache.set(character, folded);
  return folded;
}

function foldUncached(character: string): string {
  const variant = VARIANTS.get(character);
  if (variant !== undefined) return variant;
  const han = simplified.get(character);
  if (han !== undefined) return han;
  const wide = character.normalize("NFKC").toLowerCase();
  if (LETTERS_WITH_MARKS.has(wide)) return wide;
  const bare = wide.normalize("NFD").replace(MARKS_THAT_CARRY_NO_SOUND_HERE, "").normalize("NFC");
  return [...bare].map((part) => VARIANTS.get(part) ?? LATIN_LETTERS.get(part) ?? part).join("");
}

/** Letters of their own, though Unicode takes them apart: without й no Russian ending is recognised. */
const LETTERS_WITH_MARKS: ReadonlySet<string> = new Set("йїўќѓ");

const LATIN_LETTERS: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["ı", "i"],
]);

export function fold(value: string): string {
  let folded = "";
  for (const character of value) folded += foldCharacter(character);
  return folded;
}
