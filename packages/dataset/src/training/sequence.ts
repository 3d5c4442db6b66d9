import type { Said } from "./said.ts";

/**
 * The sequence form of the published T5 recogniser (arXiv 2509.01147): `(TYPE, words) (TYPE, words)` in reading order,
 * empty where there are no entities. The form has no place for commas and brackets inside a name: they become spaces.
 */
export const sequenceTarget = ({ entities }: Pick<Said, "entities">): string =>
  entities.map(({ label, text }) => `(${label}, ${words(text)})`).join(" ");

const words = (text: string): string => text.replace(/[(),\s]+/gu, " ").trim();

/** One line of a sequence file, without its line break. The labels are told, so that one model can serve several sets. */
export const sequenceLine = (said: Said, labels: readonly string[]): string =>
  JSON.stringify({
    input: `Recognise the named entities [${labels.join(", ")}]: ${said.translation}`,
    target: sequenceTarget(said),
  });
