import {
  type Annotation,
  counterparts,
  occurrences,
  type Range,
  type Span,
  type SpanId,
  sameRange,
  type Transaction,
} from "@spanbridge/shared";
import type { Alternatives } from "@spanbridge/shared/contracts";
import { sourceOf, surfaceOf } from "./describe.ts";

/** Another place for a span of the source, with who says so. `label` where they would label it otherwise. */
export type Alternative = {
  readonly range: Range;
  readonly label: string;
  readonly why:
    | { readonly kind: "memory"; readonly count: number }
    | { readonly kind: "layer"; readonly layer: string }
    | { readonly kind: "occurrence" }
    | { readonly kind: "before" };
};

/** What alternatives are about: a span of the source, or an entity of the translation that has none yet. */
export type Subject = { readonly span: Span; readonly entity: Span | undefined };

export function subjectOf(annotation: Annotation, selected: Span | undefined): Subject | undefined {
  if (!selected) return undefined;
  const others = counterparts(annotation, selected.id);
  if (selected.side === "source") return { span: selected, entity: others[0] };
  // With several counterparts nobody knows which one is to move.
  return others.length > 1 ? undefined : { span: others[0] ?? selected, entity: selected };
}

/**
 * The places a span could be at instead, best first: what the project's accepted segments use for this name, what other
 * layers say, the same words elsewhere in the text, and where it stood before this person moved it. The place it has now
 * is among them where somebody says so, so that going on from one to the next comes round.
 */
export function alternativesFor(
  annotation: Annotation,
  { span, entity }: Subject,
  known: Alternatives | undefined,
  before: Range | undefined,
): readonly Alternative[] {
  const text = sourceOf(annotation);
  const name = entity && surfaceOf(annotation, entity);
  const words = span.side === "source" ? surfaceOf(annotation, span) : undefined;
  const found: Alternative[] = [];
  const seen = new Set<string>();
  // Another entity's place is no alternative: it would end up there twice.
  const taken = new Set(
    annotation.spans.flatMap((other) =>
      other.side === "source" && other.id !== span.id ? [placeOf(other)] : [],
    ),
  );
  const offer = (range: Range, label: string, why: Alternative["why"]): void => {
    const place = placeOf(range);
    if (seen.has(place) || !text.holds(range)) return;
    seen.add(place);
    if (sameRange(range, span) || !taken.has(place)) found.push({ range, label, why });
  };
  const label = span.side === "source" ? span.label : (entity?.label ?? span.label);
  for (const { pivot, source, label: remembered, count } of known?.memory ?? []) {
    if (pivot !== name) continue;
    // Memory need not know a label.
    for (const range of occurrences(text, source))
      offer(range, remembered || label, { kind: "memory", count });
  }
  for (const { pivot, start, end, label, layer } of known?.layers ?? []) {
    if (pivot === name) offer({ start, end }, label, { kind: "layer", layer });
  }
  for (const range of words ? occurrences(text, words) : []) offer(range, label, { kind: "occurrence" });
  if (before && span.side === "source") {
    offer(before, label, { kind: "before" });
    const old = text.holds(before) ? text.slice(before) : "";
    for (const range of occurrences(text, old)) offer(range, label, { kind: "occurrence" });
  }
  return found;
}

const placeOf = ({ start, end }: Range): string => `${start} ${end}`;

/** The alternative after the place the span has now, or before it; undefined where there is no other place. */
export function nextAlternative(
  alternatives: readonly Alternative[],
  { span }: Subject,
  direction: "forward" | "back",
): Alternative | undefined {
  const at = span.side === "source" ? alternatives.findIndex(({ range }) => sameRange(range, span)) : -1;
  const others = alternatives.length - (at === -1 ? 0 : 1);
  if (others === 0) return undefined;
  if (at === -1) return alternatives.at(direction === "forward" ? 0 : -1);
  const step = direction === "forward" ? 1 : -1;
  return alternatives[(at + step + alternatives.length) % alternatives.length];
}

/** Who says so, for people. */
export function whyOf({ why }: Alternative): string {
  switch (why.kind) {
    case "memory":
      if (why.count === 0) return "from memory";
      return why.count === 1 ? "used in 1 accepted segment" : `used in ${why.count} accepted segments`;
    case "layer":
      return `says ${why.layer}`;
    case "occurrence":
      return "same words elsewhere";
    case "before":
      return "where it was";
  }
}

/** Where the span stood before anything that was done to it here, by the transactions of the history, oldest first. */
export function placeBefore(done: readonly Transaction[], id: SpanId): Range | undefined {
  for (const edit of done.flatMap(({ edits }) => edits)) {
    if (edit.kind === "change_span" && edit.id === id) {
      return { start: edit.before.start, end: edit.before.end };
    }
  }
  return undefined;
}
