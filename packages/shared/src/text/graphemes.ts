import type { Text } from "./text.ts";
import { type CodePoint, codePoint, type Range, type Utf16, utf16 } from "./units.ts";

/** User-perceived characters (UAX #29, extended grapheme clusters); the rules do not depend on the language. */
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Only text with such characters can have a cluster of more than one code point; CR LF counts as one cluster too. What is
 * left out never joins with anything left out: letters without the marks, Hangul syllables without the single jamo.
 */
export const MAY_CLUSTER =
  /[^\u0020-\u007e\u00a0-\u02ff\u0400-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0671-\u06d3\u0904-\u0939\u0e01-\u0e30\u0e40-\u0e46\u2010-\u2027\u2030-\u203a\u3000-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9d]/u;

/** All cluster boundaries of a text, ascending, in code points, with 0 and the text's length. */
export function graphemeBoundaries(text: Text): readonly CodePoint[] {
  if (!MAY_CLUSTER.test(text.value)) {
    return Array.from({ length: text.length + 1 }, (_, offset) => codePoint(offset));
  }
  const boundaries: CodePoint[] = [];
  for (const { index } of segmenter.segment(text.value)) boundaries.push(text.toCodePoint(utf16(index)));
  boundaries.push(text.length);
  return boundaries;
}

/**
 * The segments of the last text that was asked about. Making them costs a pass over the text, asking them does not, and
 * a text with many spans is asked about again and again.
 */
let last: { readonly text: Text; readonly segments: Intl.Segments } | undefined;

function clusterAt(text: Text, unit: Utf16): Intl.SegmentData | undefined {
  if (last?.text !== text) last = { text, segments: segmenter.segment(text.value) };
  return last.segments.containing(unit);
}

/** Whether neither edge of the range lies inside a grapheme cluster. */
export function cutsNoCluster(text: Text, { start, end }: Range): boolean {
  return isBoundary(text, start) && isBoundary(text, end);
}

function isBoundary(text: Text, offset: CodePoint): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const unit = text.toUtf16(offset);
  // Two characters that never join are apart whatever is around them; this spares most texts the segmenter.
  if (!MAY_CLUSTER.test(text.value.slice(unit - 1, unit + 1))) return true;
  return clusterAt(text, unit)?.index === unit;
}

/** The smallest range of whole clusters that covers the given one. Both edges are first clamped to the text. */
export function widenToClusters(text: Text, { start, end }: Range): Range {
  const clamp = (offset: number): CodePoint => codePoint(Math.max(0, Math.min(text.length, offset)));
  const from = clamp(start);
  const to = clamp(end);
  return { start: clusterStart(text, from), end: isBoundary(text, to) ? to : nextBoundary(text, to) };
}

function clusterStart(text: Text, offset: CodePoint): CodePoint {
  if (isBoundary(text, offset)) return offset;
  const cluster = clusterAt(text, text.toUtf16(offset));
  return cluster ? text.toCodePoint(utf16(cluster.index)) : offset;
}

/** The next cluster boundary after `offset`; the text's end at most. */
export function nextBoundary(text: Text, offset: CodePoint): CodePoint {
  if (offset >= text.length) return text.length;
  const cluster = clusterAt(text, text.toUtf16(offset));
  return cluster ? text.toCodePoint(utf16(cluster.index + cluster.segment.length)) : text.length;
}

/** The last cluster boundary before `offset`; 0 at least. */
export function previousBoundary(text: Text, offset: CodePoint): CodePoint {
  return offset <= 0 ? codePoint(0) : clusterStart(text, codePoint(offset - 1));
}
