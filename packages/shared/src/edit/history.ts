import type { Annotation } from "../annotation/annotation.ts";
import type { TransactionId } from "../ids.ts";
import { err, ok, type Result } from "../result.ts";
import type { EditError } from "./error.ts";
import type { EditPolicy } from "./policy.ts";
import { applyTransaction, inverseOf, type Transaction } from "./transaction.ts";

/**
 * What a person can take back and bring back on one segment: transactions as data, no timers, no mute flag.
 * Both lists are in the order they were done; the last one is next. Unlimited. An entry carries the id of the
 * transaction that last did, took back or brought back its edits, so that a conflict of any of those finds it.
 */
export type History = { readonly done: readonly Transaction[]; readonly undone: readonly Transaction[] };

export const emptyHistory: History = { done: [], undone: [] };

/** After a new transaction of this person; what was undone before it can no longer be redone. */
export const recorded = (history: History, transaction: Transaction): History => ({
  done: [...history.done, transaction],
  undone: [],
});

/**
 * `transaction` is what to apply and send; `annotation` and `history` are the state after it. An entry that no longer
 * fits, because others have changed what it touched, is an error: `history` is then without it, nothing else changed.
 */
export type Step = {
  readonly annotation: Annotation;
  readonly history: History;
  readonly transaction: Transaction;
};
export type StepError = { readonly history: History; readonly entry: Transaction; readonly error: EditError };

/** Takes back the last transaction. Undefined when there is none. `id` names the new transaction. */
export function undo(
  annotation: Annotation,
  history: History,
  id: TransactionId,
  policy: EditPolicy,
): Result<Step, StepError> | undefined {
  const entry = history.done.at(-1);
  if (!entry) return undefined;
  const rest = { done: history.done.slice(0, -1), undone: history.undone };
  const transaction = inverseOf(entry, id, "undo");
  const next = applyTransaction(annotation, transaction, policy);
  if (!next.ok) return err({ history: rest, entry, error: next.error });
  return ok({
    annotation: next.value,
    history: { ...rest, undone: [...rest.undone, { ...entry, id }] },
    transaction,
  });
}

/** Brings back what was undone last. Undefined when there is nothing. */
export function redo(
  annotation: Annotation,
  history: History,
  id: TransactionId,
  policy: EditPolicy,
): Result<Step, StepError> | undefined {
  const entry = history.undone.at(-1);
  if (!entry) return undefined;
  const rest = { done: history.done, undone: history.undone.slice(0, -1) };
  const transaction: Transaction = { ...entry, id, origin: "redo" };
  const next = applyTransaction(annotation, transaction, policy);
  if (!next.ok) return err({ history: rest, entry, error: next.error });
  return ok({
    annotation: next.value,
    history: { ...rest, done: [...rest.done, { ...entry, id }] },
    transaction,
  });
}

/** The history after transactions of ours were given up as conflicts: they can be neither undone nor redone. */
export function without(history: History, ids: ReadonlySet<TransactionId>): History {
  const stays = ({ id }: Transaction): boolean => !ids.has(id);
  return { done: history.done.filter(stays), undone: history.undone.filter(stays) };
}
