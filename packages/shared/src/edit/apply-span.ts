import { type Annotation, linksOf, textOf } from "../annotation/annotation.ts";
import { mergeProvenance } from "../annotation/provenance.ts";
import { compareSpans, type Span } from "../annotation/span.ts";
import { sameValue } from "../equal.ts";
import { err, ok, type Result } from "../result.ts";
import { cutsNoCluster } from "../text/graphemes.ts";
import { Text } from "../text/text.ts";
import { rangesOverlap, sameRange } from "../text/units.ts";
import type { Edit } from "./edit.ts";
import { type EditError, type EditErrorCode, editError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";

type AddSpan = Extract<Edit, { kind: "add_span" }>;
type RemoveSpan = Extract<Edit, { kind: "remove_span" }>;
type ChangeSpan = Extract<Edit, { kind: "change_span" }>;

export function addSpan(
  annotation: Annotation,
  { span, surface }: AddSpan,
  policy: EditPolicy,
): Result<Annotation, EditError> {
  const problem = annotation.spans.some(({ id }) => id === span.id)
    ? "span_exists"
    : (surfaceProblem(annotation, span, surface) ??
      placementProblem(annotation, span, annotation.spans, policy));
  return problem
    ? err(editError(problem, "add_span"))
    : ok(withSpans(annotation, [...annotation.spans, span]));
}

export function removeSpan(
  annotation: Annotation,
  { span, surface }: RemoveSpan,
): Result<Annotation, EditError> {
  const fail = (code: EditErrorCode) => err(editError(code, "remove_span"));
  const current = annotation.spans.find(({ id }) => id === span.id);
  if (!current) return fail("span_missing");
  if (!sameValue(current, span)) return fail("span_changed");
  const problem = surfaceProblem(annotation, span, surface);
  if (problem) return fail(problem);
  const used =
    linksOf(annotation, span.id).length > 0 ||
    annotation.absences.some((absence) => absence.span === span.id);
  if (used) return fail("span_in_use");
  return ok({ ...annotation, spans: annotation.spans.filter(({ id }) => id !== span.id) });
}

/**
 * Only the fields that the edit changes must still be as it found them: one person's new label and another's new edge
 * do not collide, and the provenance then names both.
 */
export function changeSpan(
  annotation: Annotation,
  edit: ChangeSpan,
  policy: EditPolicy,
): Result<Annotation, EditError> {
  const fail = (code: EditErrorCode) => err(editError(code, "change_span"));
  const current = annotation.spans.find(({ id }) => id === edit.id);
  if (!current) return fail("span_missing");
  const { before, after } = edit;
  const relabelled = before.label !== after.label;
  const moved = !sameRange(before, after);
  if ((relabelled && current.label !== before.label) || (moved && !sameRange(current, before))) {
    return fail("span_changed");
  }
  const provenance = mergeProvenance(current.provenance, before.provenance, after.provenance);
  if (!provenance) return fail("span_changed");
  const changed: Span = {
    ...current,
    ...(moved && { start: after.start, end: after.end }),
    ...(relabelled && { label: after.label }),
    provenance,
  };
  const others = annotation.spans.filter(({ id }) => id !== edit.id);
  const problem =
    (moved ? surfaceProblem(annotation, changed, after.surface) : undefined) ??
    (relabelled || moved ? placementProblem(annotation, changed, others, policy) : undefined);
  return problem ? fail(problem) : ok(withSpans(annotation, [...others, changed]));
}

function surfaceProblem(
  annotation: Annotation,
  span: Span,
  surface: string | undefined,
): EditErrorCode | undefined {
  if (surface === undefined) return undefined;
  const text = new Text(textOf(annotation, span.side));
  return text.holds(span) && text.slice(span) === surface ? undefined : "text_changed";
}

/** What is wrong with a span at this place beside the others, if anything. */
export function placementProblem(
  annotation: Annotation,
  span: Span,
  others: readonly Span[],
  policy: EditPolicy,
): EditErrorCode | undefined {
  if (!policy.labels.has(span.label)) return "unknown_label";
  const text = new Text(textOf(annotation, span.side));
  if (!text.holds(span)) return "outside_text";
  if (!cutsNoCluster(text, span)) return "cuts_cluster";
  const neighbours = others.filter((other) => other.side === span.side && rangesOverlap(other, span));
  if (neighbours.some((other) => sameRange(other, span) && other.label === span.label))
    return "span_duplicate";
  return neighbours.length > 0 && !policy.allowOverlap ? "span_overlaps" : undefined;
}

const withSpans = (annotation: Annotation, spans: Span[]): Annotation => ({
  ...annotation,
  spans: spans.sort(compareSpans),
});
