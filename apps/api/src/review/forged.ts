import type { Edit, Provenance, Transaction } from "@spanbridge/shared";

/**
 * What in a transaction claims to be somebody else's doing, as a sentence; undefined when nothing does. Only what a
 * person does anew can be checked: undoing brings back what others made, with their names.
 */
export function forgedIn(transaction: Transaction, userId: string): string | undefined {
  if (transaction.origin !== "human") return undefined;
  return transaction.edits.some((edit) => isForged(edit, userId))
    ? "This change carries somebody else's name."
    : undefined;
}

function isForged(edit: Edit, userId: string): boolean {
  const others = ({ origin, ref }: Provenance): boolean => origin === "human" && ref !== userId;
  switch (edit.kind) {
    case "add_span":
      return others(edit.span.provenance);
    case "change_span":
      return others(edit.after.provenance);
    case "add_link":
      return others(edit.link.provenance);
    case "add_absence":
      return others(edit.absence.provenance);
    case "add_note":
      return edit.note.author !== userId;
    case "remove_span":
    case "remove_link":
    case "remove_absence":
    case "remove_note":
    case "revise_pivot":
    case "set_review":
    case "set_flag":
      return false;
  }
}
