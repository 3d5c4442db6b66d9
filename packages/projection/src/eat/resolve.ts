import { type Range, rangesOverlap, sameRange, type Text } from "@spanbridge/shared";
import { assign } from "../offline/score/assign.ts";

/** What an entity may be, in reading order of the translation. */
export type Mention = {
  /** Where in the translation, 0 to 1. */
  readonly at: number;
  /** The same for mentions that have the same answer. */
  readonly answer: string;
  readonly occurrences: readonly Range[];
  /** A few characters that stand before the mention, as the model says; empty where it does not. */
  readonly before: string;
};

/** `shared`: another mention has the same place. `overlaps`: it lies across another one's. */
export type Resolved = {
  readonly range: Range | undefined;
  readonly shared: boolean;
  readonly overlaps: boolean;
};

const WORTH_A_PLACE = 10;

/**
 * Chooses for each mention one of its occurrences, all at once: no two share a character, as many as possible get one, and
 * among those ways the one in which context and order fit best. The k-th mention of a name goes with its k-th occurrence
 * unless the context says otherwise. A mention that is left without, because others have all its places, takes the place
 * of the same name (`shared`), or one across others' (`overlaps`): nothing that was found is dropped.
 */
export function resolveOccurrences(text: Text, mentions: readonly Mention[]): Resolved[] {
  const length = Math.max(1, text.length);
  const options = mentions.map((mention, index) => {
    const rank = mentions.slice(0, index).filter(({ answer }) => answer === mention.answer).length;
    return mention.occurrences.map((range, occurrence) => ({
      from: range.start,
      to: range.end,
      value:
        WORTH_A_PLACE +
        (occurrence === rank ? 2 : 0) +
        contextValue(text, range, mention.before) +
        (1 - Math.abs(mention.at - range.start / length)) +
        // Of two names one of which holds the other, the longer one is served first.
        Math.min(1, (range.end - range.start) / 100),
    }));
  });
  const chosen = assign(options).map((option, index) => mentions[index]?.occurrences[option]);
  return mentions.map((mention, index): Resolved => {
    const own = chosen[index];
    if (own) return { range: own, shared: false, overlaps: false };
    const taken = chosen.filter((range) => range !== undefined);
    const same = mention.occurrences.find((range) => taken.some((other) => sameRange(other, range)));
    const across = mention.occurrences[0];
    if (same) return { range: same, shared: true, overlaps: false };
    return {
      range: across,
      shared: false,
      overlaps: across !== undefined && taken.some((other) => rangesOverlap(other, across)),
    };
  });
}

function contextValue(text: Text, { start }: Range, before: string): number {
  const wanted = [...before.trim()].slice(-5);
  if (wanted.length === 0) return 0;
  const there = [...text.value].slice(0, start).join("").trimEnd();
  let same = 0;
  const characters = [...there];
  while (same < wanted.length && characters.at(-1 - same) === wanted.at(-1 - same)) same++;
  return (4 * same) / wanted.length;
}
