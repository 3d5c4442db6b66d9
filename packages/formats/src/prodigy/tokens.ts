import { codePoint, type Side, Text, words } from "@spanbridge/shared";
import type { SegmentRecord, TokenRange } from "../record.ts";

const INVISIBLE = /^[\s\p{Cf}\p{Cc}]*$/u;

/** Tokens of one side: the imported ones (parts of a contraction as one), else its words. White space is none. */
export function tokensOf(record: SegmentRecord, side: Side, language: string): TokenRange[] {
  const { annotation, meta, originalPivotText } = record;
  const text = new Text(side === "source" ? annotation.sourceText : annotation.pivotText);
  const given = side === "source" ? meta?.tokens?.source : meta?.tokens?.pivot;
  if (given && (side === "source" || originalPivotText === null)) return withoutTwins(given.ranges);
  const ranges: TokenRange[] = [];
  for (const { start, end } of words(text, language)) {
    if (!INVISIBLE.test(text.slice({ start: codePoint(start), end: codePoint(end) })))
      ranges.push([start, end]);
  }
  return ranges;
}

const withoutTwins = (ranges: readonly TokenRange[]): TokenRange[] =>
  ranges.filter(([start, end], index) => {
    const before = ranges[index - 1];
    return !before || before[0] !== start || before[1] !== end;
  });
