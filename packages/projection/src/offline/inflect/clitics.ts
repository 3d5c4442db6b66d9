import { scriptOf } from "@spanbridge/shared";

/** Letters that are written together with the word they precede: conjunctions, prepositions, articles. */
const ARABIC = new Set(["و", "ف", "ب", "ل", "ك"]);
const HEBREW = new Set(["ו", "ה", "ב", "ל", "מ", "ש", "כ"]);

/** What is of one cluster with the character before it. */
const JOINED = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]$/u;

const scripts = new Map<string, string>();

/**
 * Places inside a word where a name may begin, in code points from the word's start. In Arabic after up to two of the
 * one-letter words, in Hebrew likewise; what remains keeps at least three letters. The article is left on the name.
 */
export function cliticCuts(word: readonly string[], language: string): number[] {
  let script = scripts.get(language);
  if (script === undefined) {
    script = scriptOf(language);
    scripts.set(language, script);
  }
  const clitics =
    script === "Arab" && !language.startsWith("fa") && !language.startsWith("ur")
      ? ARABIC
      : script === "Hebr"
        ? HEBREW
        : undefined;
  if (!clitics) return [];
  const cuts: number[] = [];
  for (let at = 0; cuts.length < 2 && clitics.has(word[at] ?? ""); at = cuts.at(-1) ?? 0) {
    let end = at + 1;
    // Vowels and other marks belong to the letter they stand on.
    while (JOINED.test(word[end] ?? "")) end++;
    if (word.slice(end).filter((character) => !JOINED.test(character)).length < 3) break;
    cuts.push(end);
  }
  return cuts;
}
