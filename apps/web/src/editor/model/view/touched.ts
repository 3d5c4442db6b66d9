import { type Annotation, type Edit, type SpanId, spanById, type Transaction } from "@spanbridge/shared";

/** The first span a transaction is about that exists now: what to look at after an undo. */
export const touchedSpan = ({ edits }: Transaction, now: Annotation): SpanId | undefined =>
  edits.flatMap(spansOf).find((id) => spanById(now, id));

function spansOf(edit: Edit): readonly SpanId[] {
  switch (edit.kind) {
    case "add_span":
    case "remove_span":
      return [edit.span.id];
    case "change_span":
      return [edit.id];
    case "add_link":
    case "remove_link":
      return [edit.link.source, edit.link.pivot];
    case "add_absence":
    case "remove_absence":
      return [edit.absence.span];
    case "revise_pivot":
    case "set_review":
    case "set_flag":
    case "add_note":
    case "remove_note":
      return [];
  }
}
