import type { Annotation } from "../annotation/annotation.ts";
import { err } from "../result.ts";
import { type EditError, editError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";
import { touches } from "./touches.ts";
import { applyTransaction, type Transaction } from "./transaction.ts";

/** A transaction of ours that no longer fits what others did, with the reason. It is shown, never forced through. */
export type Conflict = { readonly transaction: Transaction; readonly error: EditError };

export type Rebased = {
  /** The others' annotation with every transaction of ours that still fits on top. */
  readonly annotation: Annotation;
  readonly kept: readonly Transaction[];
  readonly conflicts: readonly Conflict[];
};

/**
 * Puts our unsaved transactions on top of what others have saved meanwhile.
 *
 * Edits name records by id and carry what they replace, so applying them anew is the rule: what touches other records
 * or other fields goes through, what meets a change of the same field is a conflict. A transaction that sets a field
 * which one that fell out has set before it falls out too: taken by itself it could undo what the others did.
 */
export function rebase(remote: Annotation, pending: readonly Transaction[], policy: EditPolicy): Rebased {
  const kept: Transaction[] = [];
  const conflicts: Conflict[] = [];
  const lost = new Set<string>();
  let annotation = remote;
  for (const transaction of pending) {
    const builtOn = transaction.edits.find((edit) => touches(edit).some((key) => lost.has(key)));
    const next = builtOn
      ? err(editError("builds_on_conflict", builtOn.kind))
      : applyTransaction(annotation, transaction, policy);
    if (next.ok) {
      annotation = next.value;
      kept.push(transaction);
    } else {
      conflicts.push({ transaction, error: next.error });
      for (const key of transaction.edits.flatMap(touches)) lost.add(key);
    }
  }
  return { annotation, kept, conflicts };
}
