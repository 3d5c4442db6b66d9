import { codePoint, type Range, type Text, utf16, type Word, widenToClusters } from "@spanbridge/shared";
import type { MatchCopy } from "./normalise.ts";

/** Whether a range begins and ends where words do. */
export function cutsNoWord(boundaries: readonly Word[]): (range: Range) => boolean {
  const edges = new Set(boundaries.flatMap(({ start, end }) => [Number(start), Number(end)]));
  return ({ start, end }) => edges.has(start) && edges.has(end);
}

/** The range of the text that units [from, to) of its copy came from, without what was folded away behind them. */
export function rangeIn(text: Text, copy: MatchCopy, from: number, to: number): Range {
  const last = copy.at[to - 1] ?? 0;
  return widenToClusters(text, {
    start: text.toCodePoint(utf16(copy.at[from] ?? 0)),
    end: codePoint(text.toCodePoint(utf16(last)) + 1),
  });
}
