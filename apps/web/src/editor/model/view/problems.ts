import {
  type Annotation,
  counterpartsBySpan,
  type Evidence,
  type EvidenceKind,
  type SignalKind,
  type SpanId,
  signalsOf,
  spanId,
  standing,
} from "@spanbridge/shared";
import { rowsOf } from "./rows.ts";

/** A reason to look at a span: one that can be seen in the annotation, or one that an engine has recorded. */
export type Reason = {
  readonly kind: SignalKind | EvidenceKind;
  readonly span: SpanId;
  readonly message: string;
};
type BySpan = ReadonlyMap<SpanId, readonly Reason[]>;

const none: readonly Evidence[] = [];
const known = new WeakMap<Annotation, WeakMap<readonly Evidence[], BySpan>>();

/** Reasons to look by the span they are about. */
export function signalsBySpan(annotation: Annotation, evidence: readonly Evidence[] = none): BySpan {
  const byEvidence = known.get(annotation) ?? new WeakMap<readonly Evidence[], BySpan>();
  known.set(annotation, byEvidence);
  const reasons = byEvidence.get(evidence) ?? grouped(annotation, evidence);
  byEvidence.set(evidence, reasons);
  return reasons;
}

function grouped(annotation: Annotation, evidence: readonly Evidence[]): BySpan {
  const bySpan = new Map<SpanId, Reason[]>();
  const places = counterpartsBySpan(annotation);
  // It is about an entity; what there is to look at is the place it was given.
  const recorded = standing(annotation, evidence).map((one) => ({
    ...one,
    span: places.get(spanId(one.span))?.[0]?.id ?? spanId(one.span),
  }));
  const seen = signalsOf(annotation);
  const unsure = new Set(seen.flatMap(({ kind, span }) => (kind === "low_confidence" ? [span] : [])));
  // That the machine was unsure need not be said twice.
  const more = recorded.filter(({ kind, span }) => kind !== "low_margin" || !unsure.has(span));
  for (const reason of [...seen, ...more]) {
    bySpan.set(reason.span, [...(bySpan.get(reason.span) ?? []), reason]);
  }
  return bySpan;
}

/** The spans worth a look, once each, in the order of the entity table. */
export function problemSpans(
  annotation: Annotation,
  evidence: readonly Evidence[] = none,
): readonly SpanId[] {
  const flagged = signalsBySpan(annotation, evidence);
  const inOrder = rowsOf(annotation).flatMap(({ pivot, source }) => [pivot, source]);
  return [...new Set(inOrder.flatMap((span) => (span && flagged.has(span.id) ? [span.id] : [])))];
}

/** The next or previous span worth a look, seen from the selected one, going round. Undefined when there is none. */
export function nextProblem(
  annotation: Annotation,
  selected: SpanId | undefined,
  direction: "back" | "forward",
  evidence: readonly Evidence[] = none,
): SpanId | undefined {
  const order = rowsOf(annotation).flatMap(({ pivot, source }) => [pivot?.id, source?.id]);
  const problems = problemSpans(annotation, evidence);
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
  evidence: readonly Evidence[] = none,
): SpanId | undefined {
  const stops = stopsOf(annotation, evidence);
  if (selected === undefined) return stops.at(direction === "forward" ? 0 : -1);
  const at = stops.indexOf(selected);
  if (at !== -1) return direction === "forward" ? stops[at + 1] : at > 0 ? stops[at - 1] : undefined;
  // The counterpart of a stop is as good as the stop.
  const row = rowsOf(annotation).find(
    ({ pivot, source }) => pivot?.id === selected || source?.id === selected,
  );
  const twin = [row?.source?.id, row?.pivot?.id].find((id) => id !== undefined && stops.includes(id));
  return twin && twin !== selected ? nextStop(annotation, twin, direction, evidence) : stops[0];
}

const stopsKnown = new WeakMap<BySpan, readonly SpanId[]>();

function stopsOf(annotation: Annotation, evidence: readonly Evidence[]): readonly SpanId[] {
  const reasons = signalsBySpan(annotation, evidence);
  const known = stopsKnown.get(reasons);
  if (known) return known;
  const problems = problemSpans(annotation, evidence);
  const seen = new Set(problems);
  const others = rowsOf(annotation).flatMap(({ pivot, source }) => {
    const here = [source, pivot].flatMap((span) => (span ? [span.id] : []));
    return here.some((id) => seen.has(id)) ? [] : here.slice(0, 1);
  });
  const stops = [...new Set([...problems, ...others])];
  stopsKnown.set(reasons, stops);
  return stops;
}
