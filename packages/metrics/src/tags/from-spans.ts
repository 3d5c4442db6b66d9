import type { Range } from "@spanbridge/shared";
import { distinctSpans, type LabelledRange } from "../spans/span.ts";

/** The tags of one sentence and what they do not show. */
export type SpanTags = {
  readonly tags: readonly string[];
  /** Spans that overlap a longer one, or touch no token: tags hold one entity a token. */
  readonly left: number;
  /** Spans that begin or end inside a token and were widened to it. */
  readonly widened: number;
};

/**
 * Spans as IOB2 tags over tokens (in reading order, not overlapping), so that a scorer of tags can be held against a
 * scorer of spans. Of spans that overlap the longest stays, of equally long ones the first. Both layers of a comparison
 * must be put on the same tokens.
 */
export function iob2Tags(spans: readonly LabelledRange[], tokens: readonly Range[]): SpanTags {
  const tags = tokens.map(() => "O");
  let left = 0;
  let widened = 0;
  const longestFirst = [...distinctSpans(spans)].sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const { start, end, label } of longestFirst) {
    const first = tokens.findIndex((token) => token.end > start);
    const last = tokens.findLastIndex((token) => token.start < end);
    if (first === -1 || last < first || tags.slice(first, last + 1).some((tag) => tag !== "O")) {
      left++;
      continue;
    }
    if ((tokens[first]?.start ?? start) < start || (tokens[last]?.end ?? end) > end) widened++;
    for (let at = first; at <= last; at++) tags[at] = `${at === first ? "B" : "I"}-${label}`;
  }
  return { tags, left, widened };
}
