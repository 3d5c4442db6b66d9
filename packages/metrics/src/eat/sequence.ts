import type { EatEntity } from "./sentence.ts";

/** Words that the published evaluation strikes out of predicted entities (redirect notes and quotes of WikiANN). */
const stopWords = new Set(["REDIRECCIÓN", "WEITERLEITUNG", "'", "''", "``", "`", '"', '""']);

export const withoutStopWords = ({ words, label }: EatEntity): EatEntity => ({
  label,
  words: words
    .split(" ")
    .filter((word) => !stopWords.has(word.toUpperCase()))
    .join(" "),
});

/**
 * The label of each token, as the published `label_to_seq` gives them: each entity in turn takes the first occurrence of
 * its words whose first token has no label yet, and overwrites the rest. In the character mode the text's spaces become
 * "#" but the entity's do not, so that a name with a space is never found.
 */
export function labelSequence(
  text: string,
  entities: readonly EatEntity[],
  characters: boolean,
): readonly (string | undefined)[] {
  const tokens = characters ? [...text.replaceAll(" ", "#")] : text.split(" ");
  const sequence: (string | undefined)[] = tokens.map(() => undefined);
  for (const { words, label } of entities) {
    const wanted = characters
      ? [...words]
      : words
          .replace(/\( \p{Nd}+ \)/gu, "")
          .trim()
          .split(" ");
    if (wanted.length === 0) continue;
    const step = characters ? wanted.length : 1;
    for (let at = occurrence(tokens, wanted, 0); at !== -1; at = occurrence(tokens, wanted, at + step)) {
      if (sequence[at] !== undefined) continue;
      sequence.fill(label, at, at + wanted.length);
      break;
    }
  }
  return sequence;
}

function occurrence(tokens: readonly string[], wanted: readonly string[], from: number): number {
  for (let at = from; at + wanted.length <= tokens.length; at++) {
    if (wanted.every((token, index) => tokens[at + index] === token)) return at;
  }
  return -1;
}
