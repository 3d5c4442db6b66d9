import { type Range, type Span, sameRange, Text } from "@spanbridge/shared";
import { ratio } from "../counts.ts";
import type { ProjectionSegment } from "./segment.ts";

/** A projected span whose words stand several times in the source, and whether it is on a right one of them. */
export type OccurrenceOutcome<Segment = string> = {
  readonly segment: Segment;
  readonly right: boolean;
  readonly span: Span;
  readonly occurrences: number;
};

export type OccurrenceReport<Segment = string> = {
  /** Right ÷ ambiguous, 0 to 1. */
  readonly accuracy: number;
  readonly right: number;
  readonly ambiguous: number;
  readonly outcomes: readonly OccurrenceOutcome<Segment>[];
};

/**
 * Of the projected spans with the right words, where those words occur more than once in the source: the share on the
 * right occurrence. Right words are those of a gold counterpart (of any gold span where gold has no links for the
 * entity). Occurrences are counted as substrings, overlapping ones too. About 5 % of the entities of Chinese PUD.
 */
export function occurrenceAccuracy<Segment>(
  segments: Iterable<ProjectionSegment<Segment>>,
): OccurrenceReport<Segment> {
  const outcomes: OccurrenceOutcome<Segment>[] = [];
  for (const { segment, sourceText, entities, gold } of segments) {
    const text = new Text(sourceText);
    for (const { projected, expected } of entities) {
      const targets: readonly Range[] = expected ?? gold;
      for (const span of projected) {
        const words = text.slice(span);
        if (!targets.some((target) => text.slice(target) === words)) continue;
        const occurrences = countOccurrences(sourceText, words);
        if (occurrences < 2) continue;
        const right = targets.some((target) => sameRange(target, span));
        outcomes.push({ segment, right, span, occurrences });
      }
    }
  }
  const right = outcomes.filter((outcome) => outcome.right).length;
  return { accuracy: ratio(right, outcomes.length), right, ambiguous: outcomes.length, outcomes };
}

function countOccurrences(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) count++;
  return count;
}
