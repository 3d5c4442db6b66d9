import type { Annotation } from "../annotation/annotation.ts";
import { compareSpans, type Span } from "../annotation/span.ts";
import { err, ok, type Result } from "../result.ts";
import { cutsNoCluster } from "../text/graphemes.ts";
import { loneSurrogateAt, Text } from "../text/text.ts";
import { sameRange } from "../text/units.ts";
import type { Edit } from "./edit.ts";
import { type EditError, type EditErrorCode, editError } from "./error.ts";

type RevisePivot = Extract<Edit, { kind: "revise_pivot" }>;

/** Replaces the translation and moves its spans: the edit says of every one of them where it goes. */
export function applyPivotRevision(annotation: Annotation, edit: RevisePivot): Result<Annotation, EditError> {
  const fail = (code: EditErrorCode) => err(editError(code, "revise_pivot"));
  if (annotation.pivotText !== edit.before) return fail("text_changed");
  if (loneSurrogateAt(edit.after) !== -1) return fail("text_not_well_formed");
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
  return ok({ ...annotation, pivotText: edit.after, spans: spans.sort(compareSpans) });
}
