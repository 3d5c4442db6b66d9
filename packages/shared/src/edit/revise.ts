import { type Annotation, linksOf } from "../annotation/annotation.ts";
import type { Span } from "../annotation/span.ts";
import { graphemeBoundaries } from "../text/graphemes.ts";
import { Text } from "../text/text.ts";
import { codePoint, type Range, utf16 } from "../text/units.ts";
import type { Edit } from "./edit.ts";
import { type Change, changesBetween } from "./text-diff.ts";

/** `dropped`: spans whose text is gone from the new translation; their removal, with links and marks, is among the edits. */
export type PivotRevision = { readonly edits: readonly Edit[]; readonly dropped: readonly Span[] };

/**
 * The edits that replace the translation by a new text and let its spans follow.
 *
 * Text inserted at a span's edge stays outside, text inserted within stays inside; a span that loses all of its
 * characters cannot follow and is dropped, by explicit edits that undo brings back.
 */
export function revisePivot(annotation: Annotation, after: string): PivotRevision {
  const oldText = new Text(annotation.pivotText);
  const newText = new Text(after);
  const changes = changesBetween(annotation.pivotText, after);
  const boundaries = new Set<number>(graphemeBoundaries(newText));
  const dropped: Span[] = [];
  const moves: { id: Span["id"]; before: Range; after: Range }[] = [];
  for (const span of annotation.spans) {
    if (span.side !== "pivot") continue;
    const start = mapEdge(oldText.toUtf16(span.start), changes, "start");
    const end = mapEdge(oldText.toUtf16(span.end), changes, "end");
    const moved = start < end ? toWholeClusters(newText, start, end, boundaries) : undefined;
    if (!moved) dropped.push(span);
    else moves.push({ id: span.id, before: { start: span.start, end: span.end }, after: moved });
  }
  const removals = dropped.flatMap((span) => removalOf(annotation, span));
  return {
    edits: [...removals, { kind: "revise_pivot", before: annotation.pivotText, after, moves }],
    dropped,
  };
}

/** The edits that remove a span together with its links and its 'no counterpart' mark. */
export function removalOf(annotation: Annotation, span: Span): readonly Edit[] {
  return [
    ...linksOf(annotation, span.id).map((link): Edit => ({ kind: "remove_link", link })),
    ...annotation.absences
      .filter((absence) => absence.span === span.id)
      .map((absence): Edit => ({ kind: "remove_absence", absence })),
    { kind: "remove_span", span },
  ];
}

/** Where an edge of a span goes. A start sticks to what follows it, an end to what precedes it. Offsets in UTF-16. */
function mapEdge(offset: number, changes: readonly Change[], edge: "start" | "end"): number {
  let shift = 0;
  for (const { from, to, insert } of changes) {
    if (offset < from || (offset === from && edge === "end")) break;
    if (offset < to || (offset === to && edge === "end" && to > from)) {
      // Inside a replaced stretch: the edge goes to the side of the replacement that keeps it out of the span.
      return edge === "start" ? from + shift + insert.length : from + shift;
    }
    shift += insert.length - (to - from);
  }
  return offset + shift;
}

function toWholeClusters(text: Text, start: number, end: number, boundaries: Set<number>): Range | undefined {
  let from: number = text.toCodePoint(utf16(start));
  let to: number = text.toCodePoint(utf16(end));
  while (from > 0 && !boundaries.has(from)) from--;
  while (to < text.length && !boundaries.has(to)) to++;
  return from < to ? { start: codePoint(from), end: codePoint(to) } : undefined;
}
