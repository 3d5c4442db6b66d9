import {
  type Annotation,
  applyAll,
  applyTransaction,
  type EditError,
  type EditPolicy,
  ok,
  type Result,
  rebase,
  type Transaction,
} from "@spanbridge/shared";
import type { CommitResult, SegmentView } from "@spanbridge/shared/contracts";

/**
 * A transaction of ours that was given up: it met a change of somebody else or the server would not have it. It is kept
 * until the person has seen it. `over` is what it was made on, so that "try mine again" knows what was meant.
 */
export type GivenUp = {
  readonly transaction: Transaction;
  readonly kind: "conflict" | "refused";
  /** Why, as a sentence for the annotator. */
  readonly message: string;
  /** Name of the person whose change is there now, where it is known. */
  readonly by: string | null;
  readonly over: Annotation;
};

/**
 * What the server has of one segment and what it does not have yet.
 *
 * `sent` has left, and until an answer is seen nobody knows whether it arrived: it is sent again unchanged, with the same
 * base, and the server tells by the ids. Only then may `waiting` follow. `current` = base + sent + waiting, always.
 */
export type Queue = {
  readonly base: Annotation;
  readonly seq: number;
  /** Which proposals of the machine `base` holds, as the server names them; empty once somebody has edited them. */
  readonly basis: string;
  readonly sent: readonly Transaction[];
  readonly waiting: readonly Transaction[];
  readonly givenUp: readonly GivenUp[];
  readonly current: Annotation;
};

/** As many transactions as one commit may carry. */
const MAX_BATCH = 500;

type Remote = Pick<SegmentView, "seq" | "basis" | "lastEditor"> & { readonly annotation: Annotation };

export const queueOf = (annotation: Annotation, seq: number, basis = ""): Queue => ({
  base: annotation,
  seq,
  basis,
  sent: [],
  waiting: [],
  givenUp: [],
  current: annotation,
});

export const hasUnsaved = ({ sent, waiting }: Queue): boolean => sent.length + waiting.length > 0;

/** Applies a transaction at once and puts it in line. Fails where it does not fit; the queue is then unchanged. */
export function enqueue(
  queue: Queue,
  transaction: Transaction,
  policy: EditPolicy,
): Result<Queue, EditError> {
  const next = applyTransaction(queue.current, transaction, policy);
  return next.ok ? ok({ ...queue, current: next.value, waiting: [...queue.waiting, transaction] }) : next;
}

/** The queue with the next batch marked as sent; the same batch again while its answer is outstanding. */
export function take(queue: Queue): Queue {
  if (queue.sent.length > 0) return queue;
  return {
    ...queue,
    sent: queue.waiting.slice(0, MAX_BATCH),
    waiting: queue.waiting.slice(MAX_BATCH),
  };
}

/**
 * After the answer to the batch in `sent`. Undefined where it says that the batch is in but others have saved besides:
 * then only a fresh view of the segment tells what is there (see `caughtUp`).
 */
export function answered(queue: Queue, answer: CommitResult, policy: EditPolicy): Queue | undefined {
  switch (answer.outcome) {
    case "saved": {
      if (answer.seq !== queue.seq + queue.sent.length) return undefined;
      const edits = queue.sent.flatMap((transaction) => transaction.edits);
      const base = applyAll(queue.base, edits, policy);
      return base.ok ? { ...queue, base: base.value, seq: answer.seq, basis: "", sent: [] } : undefined;
    }
    case "stale": {
      const known = new Set(answer.known);
      const open = [...queue.sent, ...queue.waiting].filter(({ id }) => !known.has(id));
      return rebased(queue, answer.current, open, policy);
    }
    case "refused":
      return refused(queue, answer, policy);
  }
}

function refused(
  queue: Queue,
  { refusal, current, known }: Extract<CommitResult, { outcome: "refused" }>,
  policy: EditPolicy,
): Queue {
  const named = queue.sent.filter(({ id }) => id === refusal.transaction);
  // A refusal that names none of ours would be sent again for ever: the whole batch is given up then.
  const lost = new Set(named.length > 0 ? named : queue.sent.filter(({ id }) => !known.includes(id)));
  const over = statesBefore(queue, policy);
  const givenUp = [...lost].map(
    (transaction): GivenUp => ({
      transaction,
      kind: "refused",
      message: refusal.message,
      by: null,
      over: over.get(transaction) ?? queue.base,
    }),
  );
  const open = [...queue.sent, ...queue.waiting].filter(
    (transaction) => !lost.has(transaction) && !known.includes(transaction.id),
  );
  const next = rebased(queue, current, open, policy);
  return { ...next, givenUp: next.givenUp.toSpliced(queue.givenUp.length, 0, ...givenUp) };
}

/** After the batch in `sent` is known to be in and the segment was read anew. */
export const caughtUp = (queue: Queue, view: Remote, policy: EditPolicy): Queue =>
  rebased(queue, view, queue.waiting, policy);

/**
 * A view that was read while nothing was on its way: a newer one replaces the base, an older one changes nothing. Before
 * the first edit the newer one is what another run proposes.
 */
export function refreshed(queue: Queue, view: Remote, policy: EditPolicy): Queue {
  const newer = view.seq > queue.seq || (view.seq === queue.seq && view.basis !== queue.basis);
  return queue.sent.length > 0 || !newer ? queue : caughtUp(queue, view, policy);
}

export const withoutGivenUp = (queue: Queue, transaction: string): Queue => ({
  ...queue,
  givenUp: queue.givenUp.filter((entry) => entry.transaction.id !== transaction),
});

function rebased(queue: Queue, view: Remote, pending: readonly Transaction[], policy: EditPolicy): Queue {
  // Other proposals than the person has seen: nobody has accepted these.
  const unseen = view.seq === 0 && view.basis !== queue.basis ? pending.filter(accepts) : [];
  const { annotation, kept, conflicts } = rebase(
    view.annotation,
    pending.filter((transaction) => !unseen.includes(transaction)),
    policy,
  );
  const lost = new Map(conflicts.map(({ transaction, error }) => [transaction, error.message]));
  for (const transaction of unseen) {
    lost.set(transaction, "The machine's proposals here have changed since you looked.");
  }
  const over = lost.size > 0 ? statesBefore(queue, policy) : new Map<Transaction, Annotation>();
  const givenUp = pending.flatMap((transaction): GivenUp[] => {
    const message = lost.get(transaction);
    if (message === undefined) return [];
    const made = over.get(transaction) ?? queue.base;
    return [{ transaction, kind: "conflict", message, by: view.lastEditor, over: made }];
  });
  return {
    base: view.annotation,
    seq: view.seq,
    basis: view.basis,
    sent: [],
    waiting: kept,
    current: annotation,
    givenUp: [...queue.givenUp, ...givenUp],
  };
}

const accepts = ({ edits }: Transaction): boolean =>
  edits.some((edit) => edit.kind === "set_review" && edit.after.state === "accepted");

/** What each unsaved transaction was made on. */
function statesBefore(queue: Queue, policy: EditPolicy): Map<Transaction, Annotation> {
  const states = new Map<Transaction, Annotation>();
  let annotation = queue.base;
  for (const transaction of [...queue.sent, ...queue.waiting]) {
    states.set(transaction, annotation);
    const next = applyTransaction(annotation, transaction, policy);
    if (next.ok) annotation = next.value;
  }
  return states;
}
