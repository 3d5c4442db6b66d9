import { unreachable } from "../result.ts";
import type { Edit } from "./edit.ts";

/**
 * The fields of the annotation that an edit sets, as keys. Two edits with a common key depend on each other's order;
 * whether the later one can stand without the earlier one cannot be told from the values alone: "flag off" also fits a
 * flag that somebody else has put up.
 */
export function touches(edit: Edit): readonly string[] {
  switch (edit.kind) {
    case "add_span":
    case "remove_span":
      return [`range ${edit.span.id}`, `label ${edit.span.id}`];
    case "change_span": {
      const { id, before, after } = edit;
      const moved = before.start !== after.start || before.end !== after.end;
      return [...(moved ? [`range ${id}`] : []), ...(before.label !== after.label ? [`label ${id}`] : [])];
    }
    case "add_link":
    case "remove_link":
      return [`link ${JSON.stringify([edit.link.pivot, edit.link.source])}`];
    case "add_absence":
    case "remove_absence":
      return [`absence ${edit.absence.span}`];
    case "revise_pivot":
      return ["pivot", ...edit.moves.map(({ id }) => `range ${id}`)];
    case "set_review":
      return ["review"];
    case "set_flag":
      return ["flag"];
    case "add_note":
    case "remove_note":
      return [`note ${edit.note.id}`];
    default:
      return unreachable(edit);
  }
}
