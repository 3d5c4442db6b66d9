import { type Annotation, absenceOf, counterparts, linksOf, textOf } from "../annotation/annotation.ts";
import type { Side, Span } from "../annotation/span.ts";
import { applyAll } from "../edit/apply.ts";
import * as commands from "../edit/commands.ts";
import type { Edit } from "../edit/edit.ts";
import type { EditPolicy } from "../edit/policy.ts";
import { surfaceOf } from "../edit/revise.ts";
import type { SpanId } from "../ids.ts";
import { occurrences } from "../text/occurrences.ts";
import { Text } from "../text/text.ts";
import { codePoint, type Range, rangesOverlap, sameRange } from "../text/units.ts";
import type { Correction } from "./correction.ts";

/** One place where a correction fits: what it would do, and where the words stand that it is about. */
export type Case = { readonly side: Side; readonly range: Range; readonly edits: readonly Edit[] };

/** Whose edits these are, and where ids of new spans come from. */
type Hand = { readonly user: string; readonly newId: () => SpanId };

/**
 * Every place in an annotation where this correction fits, with its edits; applied in order they fit one after the other.
 * A place that the rules would not allow, or where it is not certain what is meant (two entities, three occurrences), is
 * left out: what is done without a person looking at it must be what that person did.
 */
export function identicalCases(
  annotation: Annotation,
  correction: Correction,
  policy: EditPolicy,
  hand: Hand,
): readonly Case[] {
  const fitting: Case[] = [];
  let current = annotation;
  for (const found of candidates(annotation, correction, hand)) {
    const next = found.edits.length > 0 ? applyAll(current, found.edits, policy) : undefined;
    if (!next?.ok) continue;
    current = next.value;
    fitting.push(found);
  }
  return fitting;
}

function candidates(annotation: Annotation, correction: Correction, hand: Hand): readonly Case[] {
  const caseOf = ({ side, start, end }: Span, edits: readonly Edit[]): Case => ({
    side,
    range: { start, end },
    edits,
  });
  switch (correction.kind) {
    case "change":
      return alike(annotation, correction).map((span) =>
        caseOf(span, changed(annotation, span, correction, hand.user)),
      );
    case "remove":
      return alike(annotation, correction).map((span) =>
        caseOf(span, commands.removeSpan(annotation, span.id)),
      );
    case "absent":
      return open(annotation, correction.side, correction.surface, correction.label).map((span) =>
        caseOf(span, commands.markAbsent(annotation, span.id, correction.reason, hand.user)),
      );
    case "unlink":
      return named(annotation, "pivot", correction.pivot).flatMap((span) =>
        counterparts(annotation, span.id)
          .filter((other) => surfaceOf(annotation, "source", other) === correction.source)
          .map((other) => caseOf(other, commands.unlinkSpans(annotation, span.id, other.id))),
      );
    case "add":
      return free(annotation, correction.side, correction.surface).map((range) => ({
        side: correction.side,
        range,
        edits: commands.addSpan(
          annotation,
          correction.side,
          range,
          correction.label,
          hand.newId(),
          hand.user,
        ),
      }));
    case "place":
      return placed(annotation, correction, hand);
  }
}

const named = (annotation: Annotation, side: Side, surface: string): readonly Span[] =>
  annotation.spans.filter((span) => span.side === side && surfaceOf(annotation, side, span) === surface);

function alike(
  annotation: Annotation,
  { side, surface, label, counterpart }: Extract<Correction, { kind: "change" | "remove" }>,
): readonly Span[] {
  return named(annotation, side, surface).filter((span) => {
    const others = counterparts(annotation, span.id);
    return (
      span.label === label &&
      (counterpart === null
        ? others.length === 0
        : others.some((other) => surfaceOf(annotation, other.side, other) === counterpart))
    );
  });
}

function changed(
  annotation: Annotation,
  span: Span,
  { to }: Extract<Correction, { kind: "change" }>,
  user: string,
): readonly Edit[] {
  const [start, end] = [span.start + to.start, span.end + to.end];
  if (start < 0 || start >= end) return [];
  const range = { start: codePoint(start), end: codePoint(end) };
  if (surfaceOf(annotation, span.side, range) !== to.surface) return [];
  const [change] = sameRange(range, span)
    ? commands.relabelSpan(annotation, span.id, to.label, user)
    : commands.moveSpan(annotation, span.id, range, user);
  return change?.kind === "change_span" ? [{ ...change, after: { ...change.after, label: to.label } }] : [];
}

/** Spans that nothing is said of on the other side. */
const open = (annotation: Annotation, side: Side, surface: string, label: string): readonly Span[] =>
  named(annotation, side, surface).filter(
    (span) =>
      span.label === label && linksOf(annotation, span.id).length === 0 && !absenceOf(annotation, span.id),
  );

/** Where the words stand without a span over any of them. */
function free(annotation: Annotation, side: Side, surface: string): readonly Range[] {
  const spans = annotation.spans.filter((span) => span.side === side);
  return occurrences(new Text(textOf(annotation, side)), surface).filter(
    (range) => !spans.some((span) => rangesOverlap(span, range)),
  );
}

function placed(
  annotation: Annotation,
  { pivot, pivotLabel, source, label }: Extract<Correction, { kind: "place" }>,
  { user, newId }: Hand,
): readonly Case[] {
  const entities = open(annotation, "pivot", pivot, pivotLabel);
  const spans = open(annotation, "source", source, label);
  const places: readonly (Range & { readonly id?: SpanId })[] = [
    ...spans,
    ...free(annotation, "source", source),
  ].sort((a, b) => a.start - b.start);
  // As many entities as places: in order. Otherwise it is not known which belongs to which.
  if (entities.length !== places.length) return [];
  return places.flatMap(({ id, start, end }, index): Case[] => {
    const entity = entities[index];
    if (!entity) return [];
    const range = { start, end };
    if (id) return [{ side: "source", range, edits: commands.linkSpans(annotation, entity.id, id, user) }];
    const added = commands.addSpan(annotation, "source", range, label, newId(), user);
    const [first] = added;
    if (first?.kind !== "add_span") return [];
    const link = { pivot: entity.id, source: first.span.id, provenance: first.span.provenance };
    return [{ side: "source", range, edits: [...added, { kind: "add_link", link }] }];
  });
}
