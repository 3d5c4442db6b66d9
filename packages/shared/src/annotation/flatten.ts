import type { SpanId } from "../ids.ts";
import type { Text } from "../text/text.ts";
import { type CodePoint, codePoint, type Range } from "../text/units.ts";
import { compareSpans, type Span } from "./span.ts";

/** A stretch of text between two neighbouring span edges, with the spans that cover it, outermost first. */
export type Leaf = Range & { readonly spans: readonly SpanId[] };

/**
 * Cuts a text at every span edge, and at `at`: the leaves cover it exactly once, in order, and no leaf is partly covered
 * by a span. A sweep over the sorted edges, O(n log n + total cover). All spans must be of one side and inside the text.
 */
export function flatten(text: Text, spans: readonly Span[], at: readonly CodePoint[] = []): readonly Leaf[] {
  const edges = new Set<number>([0, text.length, ...at]);
  for (const span of spans) edges.add(span.start).add(span.end);
  const cuts = [...edges].sort((a, b) => a - b);
  const waiting = [...spans].sort(compareSpans);
  const leaves: Leaf[] = [];
  let active: Span[] = [];
  let next = 0;
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] ?? 0;
    active = active.filter((span) => span.end > start);
    for (let span = waiting[next]; span && span.start <= start; span = waiting[++next]) active.push(span);
    leaves.push({
      start: codePoint(start),
      end: codePoint(cuts[index + 1] ?? start),
      spans: active.map(({ id }) => id),
    });
  }
  return leaves;
}

/**
 * A lane for each span such that spans which share text never share a lane (greedy interval colouring): 0 is nearest to
 * the text. Inner spans get the lower lanes, so that a nested underline runs above the one around it.
 */
export function lanes(spans: readonly Span[]): ReadonlyMap<SpanId, number> {
  const lanesOf = new Map<SpanId, number>();
  const laneEnds: { start: CodePoint; end: CodePoint }[][] = [];
  const innerFirst = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || compareSpans(a, b));
  for (const span of innerFirst) {
    const free = laneEnds.findIndex((taken) =>
      taken.every((t) => t.end <= span.start || span.end <= t.start),
    );
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = [...(laneEnds[lane] ?? []), span];
    lanesOf.set(span.id, lane);
  }
  return lanesOf;
}
