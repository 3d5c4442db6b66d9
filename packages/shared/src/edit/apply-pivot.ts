import type { Annotation } from "../annotation/annotation.ts";
import { compareSpans, type Span } from "../annotation/span.ts";
import { err, ok, type Result } from "../result.ts";
import { cutsNoCluster } from "../text/graphemes.ts";
import { isStorable } from "../text/storable.ts";
import { Text } from "../text/text.ts";
import { rangesOverlap, sameRange } from "../text/units.ts";
import type { Edit } from "./edit.ts";
import { type EditError, type EditErrorCode, editError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";

type RevisePivot = Extract<Edit, { kind: "revise_pivot" }>;

/** Replaces the translation and moves its spans: the edit says of every one of them where it goes. */
export function applyPivotRevision(
  annotation: Annotation,
  edit: RevisePivot,
  policy: EditPolicy,
): Result<Annotation, EditError> {
  const fail = (code: EditErrorCode) => err(editError(code, "revise_pivot"));
  if (annotation.pivotText !== edit.before) return fail("text_changed");
  if (!isStorable(edit.after)) return fail("text_not_well_formed");
  const text = new Text(edit.after);
  const moves = new Map(edit.moves.map((move) => [move.id, move]));
  const spans: Span[] = [];
  for (const span of annotation.spans) {
    if (span.side === "source") {
      spans.push(span);
      continue;
    }
    const move = moves.get(span.id);
    // A span that the edit does not know was added by somebody else meanwhile: it would end up on the wrong words.
    if (!move || !sameRange(span, move.before)) return fail("moves_disagree");
    const moved = { ...span, start: move.after.start, end: move.after.end };
    if (!(text.holds(moved) && cutsNoCluster(text, moved))) return fail("moves_disagree");
    moves.delete(span.id);
    spans.push(moved);
  }
  if (moves.size > 0) return fail("span_missing");
  if (crowded(annotation.spans, spans, policy)) return fail("moves_disagree");
  return ok({ ...annotation, pivotText: edit.after, spans: spans.sort(compareSpans) });
}

/** Whether the moves put two spans of the pivot side on each other that were apart, where that is not allowed. */
function crowded(before: readonly Span[], after: readonly Span[], policy: EditPolicy): boolean {
  const earlier = new Map(before.map((span) => [span.id, span]));
  const pivot = after.filter((span) => span.side === "pivot").sort(compareSpans);
  return pivot.some((span, index) => {
    for (let next = index + 1; next < pivot.length; next++) {
      const other = pivot[next];
      // In reading order nothing after the first span that starts behind this one can meet it.
      if (!other || other.start >= span.end) return false;
      const [a, b] = [earlier.get(span.id), earlier.get(other.id)];
      const same = sameRange(span, other) && span.label === other.label;
      if (same && !(a && b && sameRange(a, b))) return true;
      if (!policy.allowOverlap && !(a && b && rangesOverlap(a, b))) return true;
    }
    return false;
  });
}
