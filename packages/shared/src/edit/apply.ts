import { compareAbsences } from "../annotation/absence.ts";
import { type Annotation, linksOf } from "../annotation/annotation.ts";
import { compareLinks, sameLink } from "../annotation/link.ts";
import { sameValue } from "../equal.ts";
import { err, ok, type Result } from "../result.ts";
import { compareNotes, isReviewWhole } from "../review/review.ts";
import { applyPivotRevision } from "./apply-pivot.ts";
import { addSpan, changeSpan, removeSpan } from "./apply-span.ts";
import type { Edit } from "./edit.ts";
import { type EditError, type EditErrorCode, editError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";

/**
 * The annotation after an edit. Total: an edit that does not fit is an error value, and the annotation is never changed
 * in place. What an edit says it replaces must be what is there, provenance included, so that its inverse restores it.
 */
export function apply(annotation: Annotation, edit: Edit, policy: EditPolicy): Result<Annotation, EditError> {
  const fail = (code: EditErrorCode) => err(editError(code, edit.kind));
  switch (edit.kind) {
    case "add_span":
      return addSpan(annotation, edit, policy);
    case "remove_span":
      return removeSpan(annotation, edit);
    case "change_span":
      return changeSpan(annotation, edit, policy);
    case "revise_pivot":
      return applyPivotRevision(annotation, edit, policy);
    case "add_link": {
      const { link } = edit;
      const sideOf = (id: string) => annotation.spans.find((span) => span.id === id)?.side;
      if (!sideOf(link.pivot) || !sideOf(link.source)) return fail("span_missing");
      if (sideOf(link.pivot) !== "pivot" || sideOf(link.source) !== "source") return fail("link_sides");
      if (annotation.links.some((other) => sameLink(other, link))) return fail("link_exists");
      if (annotation.absences.some(({ span }) => span === link.pivot || span === link.source)) {
        return fail("absence_beside_link");
      }
      return ok({ ...annotation, links: [...annotation.links, link].sort(compareLinks) });
    }
    case "remove_link": {
      const links = annotation.links.filter((other) => !sameValue(other, edit.link));
      return links.length === annotation.links.length ? fail("link_missing") : ok({ ...annotation, links });
    }
    case "add_absence": {
      const { absence } = edit;
      if (!annotation.spans.some(({ id }) => id === absence.span)) return fail("span_missing");
      if (annotation.absences.some(({ span }) => span === absence.span)) return fail("absence_exists");
      if (linksOf(annotation, absence.span).length > 0) return fail("absence_beside_link");
      return ok({ ...annotation, absences: [...annotation.absences, absence].sort(compareAbsences) });
    }
    case "remove_absence": {
      const absences = annotation.absences.filter((other) => !sameValue(other, edit.absence));
      return absences.length === annotation.absences.length
        ? fail("absence_missing")
        : ok({ ...annotation, absences });
    }
    case "set_review": {
      const { state, reason } = annotation.review;
      if (state !== edit.before.state || reason !== edit.before.reason) return fail("review_changed");
      if (!isReviewWhole(edit.after)) return fail("review_reason");
      return ok({ ...annotation, review: edit.after });
    }
    case "set_flag":
      return annotation.flagged === edit.before
        ? ok({ ...annotation, flagged: edit.after })
        : fail("flag_changed");
    case "add_note":
      return annotation.notes.some(({ id }) => id === edit.note.id)
        ? fail("note_exists")
        : ok({ ...annotation, notes: [...annotation.notes, edit.note].sort(compareNotes) });
    case "remove_note": {
      const notes = annotation.notes.filter((other) => !sameValue(other, edit.note));
      return notes.length === annotation.notes.length ? fail("note_missing") : ok({ ...annotation, notes });
    }
  }
}

/** All edits in order, or the first error and nothing changed. */
export function applyAll(
  annotation: Annotation,
  edits: readonly Edit[],
  policy: EditPolicy,
): Result<Annotation, EditError> {
  let current = annotation;
  for (const edit of edits) {
    const next = apply(current, edit, policy);
    if (!next.ok) return next;
    current = next.value;
  }
  return ok(current);
}
