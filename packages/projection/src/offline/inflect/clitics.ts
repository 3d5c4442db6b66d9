import { scriptOf } from "@spanbridge/shared";

/** Letters that are written together with the word they precede: conjunctions, prepositions, articles. */
const ARABIC = new Set(["و", "ف", "ب", "ل", "ك"]);
const HEBREW = new Set(["ו", "ה", "ב", "ל", "מ", "ש", "כ"]);

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
  for (let at = 0; at < 2 && word.length - at > 3 && clitics.has(word[at] ?? ""); at++) cuts.push(at + 1);
  return cuts;
}
