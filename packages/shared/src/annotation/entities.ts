import type { SpanId } from "../ids.ts";
import { Text } from "../text/text.ts";
import type { Annotation } from "./annotation.ts";
import type { Span } from "./span.ts";

type Sided = Pick<Annotation, "pivotText" | "spans">;

/**
 * Which entity of one annotation's translation is which of another's, one to one: by place where both have the same
 * translation, else by their words, the first with the first. Entities that only one of them has are left out.
 */
export function matchEntities(a: Sided, b: Sided): ReadonlyMap<SpanId, Span> {
  const keyOf = a.pivotText === b.pivotText ? byPlace : byWords;
  const free = new Map<string, Span[]>();
  const keyInB = keyOf(b);
  for (const span of b.spans) {
    if (span.side === "pivot") free.set(keyInB(span), [...(free.get(keyInB(span)) ?? []), span]);
  }
  const found = new Map<SpanId, Span>();
  const keyInA = keyOf(a);
  for (const span of a.spans) {
    if (span.side !== "pivot") continue;
    const others = free.get(keyInA(span)) ?? [];
    const alike = others.findIndex(({ label }) => label === span.label);
    const [other] = others.splice(Math.max(0, alike), 1);
    if (other) found.set(span.id, other);
  }
  return found;
}

const byPlace =
  (_: Sided) =>
  ({ start, end }: Span): string =>
    `${start} ${end}`;

const byWords = ({ pivotText }: Sided): ((span: Span) => string) => {
  const text = new Text(pivotText);
  return (span) => text.slice(span);
};
