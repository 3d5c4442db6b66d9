import {
  type CodePoint,
  codePoint,
  nextBoundary,
  previousBoundary,
  type Range,
  type Text,
} from "@spanbridge/shared";
import type { Prepared } from "./prepared.ts";
import { type Granularity, snapped } from "./snap.ts";

export type Edge = "start" | "end";

/**
 * Logical direction: `forward` is towards the end of the text, in the order it is read and stored. The right arrow is
 * `forward` and the left arrow `back` in every language, also in right-to-left text, where forward runs to the left on
 * the screen. One rule for all: a line that mixes directions has no visual order of its own.
 */
export type Direction = "back" | "forward";

/**
 * The range with one edge moved by one step: an end to the next end of a word, a start to the next start of one, or by
 * one character as people see it. White space is stepped over, so that no edge comes to lie beside it. Undefined where
 * the edge cannot go on: at the end of the text, or because nothing of the span would be left.
 */
export function movedEdge(
  subject: Prepared,
  span: Range,
  edge: Edge,
  direction: Direction,
  by: Granularity,
): Range | undefined {
  const from = edge === "start" ? span.start : span.end;
  const to =
    by === "word"
      ? wordStop(subject, from, edge, direction)
      : characterStop(subject.text, from, edge, direction);
  if (to === undefined) return undefined;
  const moved = edge === "start" ? { start: to, end: span.end } : { start: span.start, end: to };
  return moved.start < moved.end ? moved : undefined;
}

function wordStop(
  subject: Prepared,
  from: CodePoint,
  edge: Edge,
  direction: Direction,
): CodePoint | undefined {
  const stops = subject.words().flatMap((word) => (word.isWordLike ? [word[edge]] : []));
  return direction === "forward" ? stops.find((stop) => stop > from) : stops.findLast((stop) => stop < from);
}

function characterStop(text: Text, from: CodePoint, edge: Edge, direction: Direction): CodePoint | undefined {
  const step = direction === "forward" ? nextBoundary : previousBoundary;
  const limit = direction === "forward" ? text.length : 0;
  let at = from;
  while (at !== limit) {
    at = step(text, at);
    const inside =
      edge === "start"
        ? { start: at, end: nextBoundary(text, at) }
        : { start: previousBoundary(text, at), end: at };
    if (text.holds(inside) && text.slice(inside).trim() !== "") return at;
  }
  return undefined;
}

/**
 * The range with one edge dragged to the place nearest to `offset`. It stops one character before the other edge: a drag
 * never turns a span inside out and never empties it.
 */
export function draggedEdge(
  subject: Prepared,
  span: Range,
  edge: Edge,
  offset: CodePoint,
  by: Granularity,
): Range {
  const { text } = subject;
  const reach =
    edge === "start"
      ? { start: codePoint(Math.min(offset, previousBoundary(text, span.end))), end: span.end }
      : { start: span.start, end: codePoint(Math.max(offset, nextBoundary(text, span.start))) };
  const stop = by === "word" ? nearestWordEdge(subject, reach[edge], edge) : undefined;
  const aimed = stop === undefined ? reach : { ...reach, [edge]: stop };
  return snapped(subject, aimed.start < aimed.end ? aimed : reach, "character") ?? span;
}

function nearestWordEdge(subject: Prepared, offset: CodePoint, edge: Edge): CodePoint | undefined {
  let nearest: CodePoint | undefined;
  for (const word of subject.words()) {
    if (!word.isWordLike) continue;
    const stop = word[edge];
    if (nearest === undefined || Math.abs(stop - offset) < Math.abs(nearest - offset)) nearest = stop;
  }
  return nearest;
}
