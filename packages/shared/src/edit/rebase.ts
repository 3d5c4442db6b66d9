import type { Annotation } from "../annotation/annotation.ts";
import type { EditError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";
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
 * Edits name records by id and carry what they replace, so applying them anew is the whole rule: what touches other
 * records or other fields goes through, what meets a change of the same field is a conflict. A transaction that builds
 * on one that fell out falls out with it, by the same check.
 */
export function rebase(remote: Annotation, pending: readonly Transaction[], policy: EditPolicy): Rebased {
  const kept: Transaction[] = [];
  const conflicts: Conflict[] = [];
  let annotation = remote;
  for (const transaction of pending) {
    const next = applyTransaction(annotation, transaction, policy);
    if (next.ok) {
      annotation = next.value;
      kept.push(transaction);
    } else {
      conflicts.push({ transaction, error: next.error });
    }
  }
  return { annotation, kept, conflicts };
}
