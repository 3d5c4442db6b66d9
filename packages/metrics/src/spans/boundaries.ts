import type { SpanOutcome } from "./outcomes.ts";
import type { LabelledRange } from "./span.ts";

/** Outcomes by how far an edge is off, in code points: negative is too early, 0 right, positive too late. Ascending. */
export type EdgeHistogram<S extends LabelledRange, Segment> = readonly {
  readonly offset: number;
  readonly outcomes: readonly SpanOutcome<S, Segment>[];
}[];

export type BoundaryReport<S extends LabelledRange, Segment> = {
  readonly start: EdgeHistogram<S, Segment>;
  readonly end: EdgeHistogram<S, Segment>;
};

/** How far predicted edges are from gold ones, over all matched pairs, the right ones too. Missed and spurious spans have no edge to compare. */
export function boundaryReport<S extends LabelledRange, Segment>(
  outcomes: Iterable<SpanOutcome<S, Segment>>,
): BoundaryReport<S, Segment> {
  const start = new Map<number, SpanOutcome<S, Segment>[]>();
  const end = new Map<number, SpanOutcome<S, Segment>[]>();
  for (const outcome of outcomes) {
    const { gold, predicted } = outcome;
    if (!gold || !predicted) continue;
    put(start, predicted.start - gold.start, outcome);
    put(end, predicted.end - gold.end, outcome);
  }
  return { start: histogram(start), end: histogram(end) };
}

function put<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const histogram = <T>(map: ReadonlyMap<number, T[]>): readonly { offset: number; outcomes: T[] }[] =>
  [...map].sort(([a], [b]) => a - b).map(([offset, outcomes]) => ({ offset, outcomes }));
