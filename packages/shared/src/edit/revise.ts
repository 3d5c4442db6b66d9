import { type Annotation, linksOf, textOf } from "../annotation/annotation.ts";
import type { Side, Span } from "../annotation/span.ts";
import { graphemeBoundaries } from "../text/graphemes.ts";
import { Text } from "../text/text.ts";
import { codePoint, type Range, rangesOverlap, sameRange, utf16 } from "../text/units.ts";
import type { Edit } from "./edit.ts";
import { type Change, changesBetween } from "./text-diff.ts";

/** `dropped`: spans whose text is gone from the new translation; their removal, with links and marks, is among the edits. */
export type PivotRevision = { readonly edits: readonly Edit[]; readonly dropped: readonly Span[] };

/**
 * The edits that replace the translation by a new text and let its spans follow. None where the text is the same.
 *
 * Text inserted at a span's edge stays outside, text inserted within stays inside, a corrected word stays the word it
 * was. A span that loses all of its words cannot follow and is dropped, by explicit edits that undo brings back; so is
 * one that would end up on another span that it did not meet before.
 */
export function revisePivot(annotation: Annotation, after: string): PivotRevision {
  if (after === annotation.pivotText) return { edits: [], dropped: [] };
  const oldText = new Text(annotation.pivotText);
  const newText = new Text(after);
  const changes = changesBetween(annotation.pivotText, after);
  const boundaries = new Set<number>(graphemeBoundaries(newText));
  const dropped: Span[] = [];
  const followed: { span: Span; after: Range }[] = [];
  for (const span of annotation.spans) {
    if (span.side !== "pivot") continue;
    const start = mapEdge(oldText.toUtf16(span.start), changes, "start");
    const end = mapEdge(oldText.toUtf16(span.end), changes, "end");
    const moved = toWholeClusters(newText, trimmed(after, start, end), boundaries);
    const clash = moved && followed.some((other) => clashes({ span, after: moved }, other));
    if (moved && !clash) followed.push({ span, after: moved });
    else dropped.push(span);
  }
  const moves = followed.map(({ span: { id, start, end }, after }) => ({
    id,
    before: { start, end },
    after,
  }));
  const removals = dropped.flatMap((span) => removalOf(annotation, span));
  return {
    edits: [...removals, { kind: "revise_pivot", before: annotation.pivotText, after, moves }],
    dropped,
  };
}

type Followed = { readonly span: Span; readonly after: Range };

function clashes(a: Followed, b: Followed): boolean {
  const same = sameRange(a.after, b.after) && a.span.label === b.span.label;
  if (same && !sameRange(a.span, b.span)) return true;
  return rangesOverlap(a.after, b.after) && !rangesOverlap(a.span, b.span);
}

/** The edits that remove a span together with its links and its 'no counterpart' mark. */
export function removalOf(annotation: Annotation, span: Span): readonly Edit[] {
  return [
    ...linksOf(annotation, span.id).map((link): Edit => ({ kind: "remove_link", link })),
    ...annotation.absences
      .filter((absence) => absence.span === span.id)
      .map((absence): Edit => ({ kind: "remove_absence", absence })),
    { kind: "remove_span", span, surface: surfaceOf(annotation, span.side, span) },
  ];
}

/** The characters of a range, or undefined where it does not lie in the text: then there is nothing to check against. */
export function surfaceOf(annotation: Annotation, side: Side, range: Range): string | undefined {
  const text = new Text(textOf(annotation, side));
  return text.holds(range) ? text.slice(range) : undefined;
}

/** `cut`: the edge lay on words that were replaced. */
type Edge = { readonly at: number; readonly cut: boolean };

/** Where an edge of a span goes. A start sticks to what follows it, an end to what precedes it. Offsets in UTF-16. */
function mapEdge(offset: number, changes: readonly Change[], edge: "start" | "end"): Edge {
  let shift = 0;
  for (const change of changes) {
    const { from, to, insert } = change;
    if (offset < from || (offset === from && edge === "end")) break;
    if (offset < to || (offset === to && edge === "end" && to > from)) {
      return { at: from + shift + edgeWithin(offset - from, change, edge), cut: true };
    }
    shift += insert.length - (to - from);
  }
  return { at: offset + shift, cut: false };
}

/** Where an edge inside a replaced stretch goes, both counted from its beginning: out of the span, as far as unsure. */
function edgeWithin(offset: number, { from, to, insert, keeps }: Change, edge: "start" | "end"): number {
  const start = edge === "start";
  if (!keeps) return start ? insert.length : 0;
  const fromEnd = to - from - offset;
  // The ends of a corrected word are its ends still, whichever of its letters changed.
  if (offset === 0 || (offset <= keeps.head && fromEnd > 0)) return offset;
  if (fromEnd <= keeps.tail) return insert.length - fromEnd;
  return start ? insert.length - keeps.tail : keeps.head;
}

/** The range without the white space that is left over where the first or last word of a span went. */
function trimmed(text: string, start: Edge, end: Edge): readonly [number, number] {
  const surface = text.slice(start.at, Math.max(start.at, end.at));
  const lead = start.cut ? surface.length - surface.trimStart().length : 0;
  const trail = end.cut ? surface.length - surface.trimEnd().length : 0;
  return [start.at + lead, end.at - trail];
}

function toWholeClusters(
  text: Text,
  [start, end]: readonly [number, number],
  boundaries: ReadonlySet<number>,
): Range | undefined {
  if (start >= end) return undefined;
  let from: number = text.toCodePoint(utf16(start));
  let to: number = text.toCodePoint(utf16(end));
  while (from > 0 && !boundaries.has(from)) from--;
  while (to < text.length && !boundaries.has(to)) to++;
  return from < to ? { start: codePoint(from), end: codePoint(to) } : undefined;
}
