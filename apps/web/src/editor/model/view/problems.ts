import { type Annotation, type Signal, type SpanId, signalsOf } from "@spanbridge/shared";
import { rowsOf } from "./rows.ts";

const known = new WeakMap<Annotation, ReadonlyMap<SpanId, readonly Signal[]>>();

/** Signals by the span they are about. */
export function signalsBySpan(annotation: Annotation): ReadonlyMap<SpanId, readonly Signal[]> {
  const signals = known.get(annotation) ?? grouped(annotation);
  known.set(annotation, signals);
  return signals;
}

function grouped(annotation: Annotation): ReadonlyMap<SpanId, readonly Signal[]> {
  const bySpan = new Map<SpanId, Signal[]>();
  for (const signal of signalsOf(annotation)) {
    bySpan.set(signal.span, [...(bySpan.get(signal.span) ?? []), signal]);
  }
  return bySpan;
}

/** The spans worth a look, once each, in the order of the entity table. */
export function problemSpans(annotation: Annotation): readonly SpanId[] {
  const flagged = signalsBySpan(annotation);
  const inOrder = rowsOf(annotation).flatMap(({ pivot, source }) => [pivot, source]);
  return [...new Set(inOrder.flatMap((span) => (span && flagged.has(span.id) ? [span.id] : [])))];
}

/** The next or previous span worth a look, seen from the selected one, going round. Undefined when there is none. */
export function nextProblem(
  annotation: Annotation,
  selected: SpanId | undefined,
  direction: "back" | "forward",
): SpanId | undefined {
  const order = rowsOf(annotation).flatMap(({ pivot, source }) => [pivot?.id, source?.id]);
  const problems = problemSpans(annotation);
  const from = selected === undefined ? -1 : order.indexOf(selected);
  const behind = (id: SpanId): boolean => order.indexOf(id) > from;
  const before = (id: SpanId): boolean => from !== -1 && order.indexOf(id) < from;
  return direction === "forward"
    ? (problems.find(behind) ?? problems[0])
    : (problems.findLast(before) ?? problems.at(-1));
}

/**
 * Where Tab goes: what is worth a look first, in reading order, then the other entities, one stop each. Undefined behind
 * the last one and before the first: there Tab leaves for the rest of the page, so that nobody is caught here.
 */
export function nextStop(
  annotation: Annotation,
  selected: SpanId | undefined,
  direction: "back" | "forward",
): SpanId | undefined {
  const stops = stopsOf(annotation);
  if (selected === undefined) return stops.at(direction === "forward" ? 0 : -1);
  const at = stops.indexOf(selected);
  if (at !== -1) return direction === "forward" ? stops[at + 1] : at > 0 ? stops[at - 1] : undefined;
  // The counterpart of a stop is as good as the stop.
  const row = rowsOf(annotation).find(
    ({ pivot, source }) => pivot?.id === selected || source?.id === selected,
  );
  const twin = [row?.source?.id, row?.pivot?.id].find((id) => id !== undefined && stops.includes(id));
  return twin && twin !== selected ? nextStop(annotation, twin, direction) : stops[0];
}

const stopsKnown = new WeakMap<Annotation, readonly SpanId[]>();

function stopsOf(annotation: Annotation): readonly SpanId[] {
  const known = stopsKnown.get(annotation);
  if (known) return known;
  const problems = problemSpans(annotation);
  const seen = new Set(problems);
  const others = rowsOf(annotation).flatMap(({ pivot, source }) => {
    const here = [source, pivot].flatMap((span) => (span ? [span.id] : []));
    return here.some((id) => seen.has(id)) ? [] : here.slice(0, 1);
  });
  const stops = [...new Set([...problems, ...others])];
  stopsKnown.set(annotation, stops);
  return stops;
}
