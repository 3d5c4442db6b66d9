import { type CodePoint, codePoint, type Range, Text, type Word, words } from "@spanbridge/shared";
import { type Morphology, morphologyOf, sameLexeme, stems } from "../offline/inflect/stem.ts";
import { fold } from "../offline/text/fold.ts";

/**
 * Where an answer stands with other endings: word by word the same but for what the language's tables of endings,
 * particles and clitics allow. Whole words in inflecting languages; in Korean without the particle that follows.
 */
export function inflectedForms(
  text: Text,
  boundaries: readonly Word[],
  answer: string,
  language: string,
): Range[] {
  const morphology = morphologyOf(language);
  const wanted = wordsOf(new Text(answer), words(new Text(answer), language));
  const there = wordsOf(text, boundaries);
  if (wanted.length === 0) return [];
  const found: Range[] = [];
  for (let at = 0; at + wanted.length <= there.length; at++) {
    const window = there.slice(at, at + wanted.length);
    const first = window[0];
    const last = window.at(-1);
    if (!first || !last) continue;
    if (window.every((word, index) => isForm(word.folded, wanted[index]?.folded ?? "", morphology))) {
      found.push({ start: first.start, end: withoutParticle(text, last, morphology) });
    }
  }
  return found;
}

type FoldedWord = Range & { readonly folded: string };

const wordsOf = (text: Text, boundaries: readonly Word[]): FoldedWord[] =>
  boundaries
    .filter(({ isWordLike }) => isWordLike)
    .map(({ start, end }) => ({ start, end, folded: fold(text.slice({ start, end })) }));

function isForm(word: string, dictionary: string, morphology: Morphology): boolean {
  if (word === dictionary || sameLexeme(word, dictionary, morphology)) return true;
  if (morphology.josa.size > 0 || morphology.script === "Arab" || morphology.script === "Hebr") {
    const [one, other] = [morphology.key(word), morphology.key(dictionary)];
    return one.length >= 2 && one === other;
  }
  const forms = new Set(stems(dictionary, morphology).filter((stem) => stem.length >= 3));
  return stems(word, morphology).some((stem) => forms.has(stem));
}

function withoutParticle(text: Text, word: FoldedWord, morphology: Morphology): CodePoint {
  const surface = text.slice(word);
  for (let length = Math.min(3, surface.length - 2); length > 0; length--) {
    // Particles are written in characters of one unit: units and code points count the same here.
    if (morphology.josa.has(surface.slice(-length))) return codePoint(word.end - length);
  }
  return word.end;
}
