import type { Annotation, SpanId } from "@spanbridge/shared";
import { sameMembers, steady } from "./last.ts";

const known = new WeakMap<Annotation, ReadonlySet<SpanId>>();
const kept = steady<ReadonlySet<SpanId>>(sameMembers);

/**
 * Spans of which nothing is said on the other side: neither a link nor that there is no counterpart. None where there is
 * no translation: then there is nothing to link to. The same set as before while nothing of it has changed.
 */
export function looseSpans(annotation: Annotation): ReadonlySet<SpanId> {
  const loose = known.get(annotation) ?? kept(found(annotation));
  known.set(annotation, loose);
  return loose;
}

function found({ pivotText, spans, links, absences }: Annotation): ReadonlySet<SpanId> {
  if (pivotText === "") return new Set();
  const said = new Set([
    ...links.flatMap(({ pivot, source }) => [pivot, source]),
    ...absences.map(({ span }) => span),
  ]);
  return new Set(spans.flatMap(({ id }) => (said.has(id) ? [] : [id])));
}
