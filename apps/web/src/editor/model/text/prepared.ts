import { type CodePoint, codePoint, Text, type Word, words } from "@spanbridge/shared";
import { blockStarts } from "./blocks.ts";

/** A text with its words, found once. Offsets in code points. */
export type Prepared = {
  readonly text: Text;
  readonly language: string;
  readonly words: () => readonly Word[];
  /** Where the blocks begin in which it is drawn; one, at 0, unless it is long. */
  readonly blocks: readonly CodePoint[];
};

/** The two texts of a few segments: whoever goes back and forth pays once. */
const KEPT = 16;
const kept = new Map<string, Prepared>();

/** The same object for the same text and language, as long as it is in use. */
export function prepared(value: string, language: string): Prepared {
  const key = `${language}\n${value}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const text = new Text(value);
  let found: readonly Word[] | undefined;
  const made: Prepared = {
    text,
    language,
    blocks: blockStarts(text),
    words: () => {
      found ??= words(text, language).flatMap((word) => withoutPossessive(text, word));
      return found;
    },
  };
  kept.set(key, made);
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return made;
}

const POSSESSIVE = /^.+(['’]s?)$/u;

/** "Obama's" is a name and an ending: taken as one word, every English name in the genitive would come out wrong. */
function withoutPossessive(text: Text, word: Word): readonly Word[] {
  const ending = word.isWordLike ? POSSESSIVE.exec(text.slice(word))?.[1] : undefined;
  if (!ending) return [word];
  const middle = codePoint(word.end - ending.length);
  return [
    { ...word, end: middle },
    { ...word, start: middle, isWordLike: false },
  ];
}
