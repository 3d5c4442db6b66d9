import type { AbsenceReason } from "../annotation/absence.ts";
import { type Annotation, absenceOf, linksOf, spanById } from "../annotation/annotation.ts";
import { byHuman, touchedBy } from "../annotation/provenance.ts";
import type { Side, Span } from "../annotation/span.ts";
import type { NoteId, SpanId } from "../ids.ts";
import type { Note, ReviewState } from "../review/review.ts";
import { type Range, sameRange } from "../text/units.ts";
import type { Edit } from "./edit.ts";
import { removalOf, surfaceOf } from "./revise.ts";

/**
 * What a person does, as lists of edits. Each answers an empty list when there is nothing to do, so that a key pressed
 * twice makes no empty transaction. `user` is the person's id and becomes the provenance.
 */
export const addSpan = (
  annotation: Annotation,
  side: Side,
  range: Range,
  label: string,
  id: SpanId,
  user: string,
): Edit[] => [
  {
    kind: "add_span",
    span: { id, side, start: range.start, end: range.end, label, provenance: byHuman(user) },
    surface: surfaceOf(annotation, side, range),
  },
];

export function removeSpan(annotation: Annotation, id: SpanId): Edit[] {
  const span = spanById(annotation, id);
  return span ? [...removalOf(annotation, span)] : [];
}

export function moveSpan(annotation: Annotation, id: SpanId, range: Range, user: string): Edit[] {
  const span = spanById(annotation, id);
  return span && !sameRange(span, range)
    ? [changeOf(annotation, span, { ...range, label: span.label }, user)]
    : [];
}

export function relabelSpan(annotation: Annotation, id: SpanId, label: string, user: string): Edit[] {
  const span = spanById(annotation, id);
  return span && span.label !== label
    ? [changeOf(annotation, span, { start: span.start, end: span.end, label }, user)]
    : [];
}

function changeOf(annotation: Annotation, span: Span, after: Range & { label: string }, user: string): Edit {
  const { side, start, end, label, provenance } = span;
  return {
    kind: "change_span",
    id: span.id,
    before: { start, end, label, provenance, surface: surfaceOf(annotation, side, span) },
    after: {
      start: after.start,
      end: after.end,
      label: after.label,
      provenance: touchedBy(user, provenance),
      surface: surfaceOf(annotation, side, after),
    },
  };
}

/** Links two spans of different sides, given in either order; a 'no counterpart' mark on either goes. */
export function linkSpans(annotation: Annotation, a: SpanId, b: SpanId, user: string): Edit[] {
  const [first, second] = [spanById(annotation, a), spanById(annotation, b)];
  if (!first || !second || first.side === second.side) return [];
  const [pivot, source] = first.side === "pivot" ? [first.id, second.id] : [second.id, first.id];
  if (linksOf(annotation, pivot).some((link) => link.source === source)) return [];
  return [
    ...[pivot, source].flatMap((id) => removeAbsence(annotation, id)),
    { kind: "add_link", link: { pivot, source, provenance: byHuman(user) } },
  ];
}

export function unlinkSpans(annotation: Annotation, a: SpanId, b: SpanId): Edit[] {
  return linksOf(annotation, a)
    .filter((link) => link.pivot === b || link.source === b)
    .map((link) => ({ kind: "remove_link", link }));
}

/** States that a span has no counterpart; its links go. */
export function markAbsent(annotation: Annotation, id: SpanId, reason: AbsenceReason, user: string): Edit[] {
  if (!spanById(annotation, id) || absenceOf(annotation, id)?.reason === reason) return [];
  return [
    ...linksOf(annotation, id).map((link): Edit => ({ kind: "remove_link", link })),
    ...removeAbsence(annotation, id),
    { kind: "add_absence", absence: { span: id, reason, provenance: byHuman(user) } },
  ];
}

export function removeAbsence(annotation: Annotation, id: SpanId): Edit[] {
  const absence = absenceOf(annotation, id);
  return absence ? [{ kind: "remove_absence", absence }] : [];
}

/** `reason` counts for a rejection only, which does not apply without one. */
export function setReview(annotation: Annotation, state: ReviewState, reason = ""): Edit[] {
  const after = { state, reason: state === "rejected" ? reason : "" };
  const { review: before } = annotation;
  return before.state === after.state && before.reason === after.reason
    ? []
    : [{ kind: "set_review", before, after }];
}

export const setFlag = (annotation: Annotation, flagged: boolean): Edit[] =>
  annotation.flagged === flagged ? [] : [{ kind: "set_flag", before: annotation.flagged, after: flagged }];

export const addNote = (note: Note): Edit[] => [{ kind: "add_note", note }];

export function removeNote(annotation: Annotation, id: NoteId): Edit[] {
  const note = annotation.notes.find((other) => other.id === id);
  return note ? [{ kind: "remove_note", note }] : [];
}
