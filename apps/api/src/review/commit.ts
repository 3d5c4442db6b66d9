import { type Annotation, applyTransaction, type EditPolicy, type Transaction } from "@spanbridge/shared";
import type { Commit, CommitResult } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { findKnown, findPivotRevision, type KnownTransaction, saveTransactions } from "../db/edit-events.ts";
import { learnFrom } from "../db/memory.ts";
import { sharedLock } from "../db/project-lock.ts";
import { lockSegment, readSegmentState, type SegmentState } from "../db/segment-state.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessToChange } from "../projects/access.ts";
import { basisOf } from "./basis.ts";
import { forgedIn } from "./forged.ts";
import { noSuchSegment } from "./open.ts";
import { viewOf } from "./view.ts";

/**
 * Saves what a person did to a segment, all of it or nothing.
 *
 * The segment is locked first, so that of two people who save on the same base (the first edit of a segment included)
 * the second meets a stale base. So does one who has seen the proposals of another run than are there now. What is in the log already counts as saved: a client that never got its answer sends
 * the same again.
 */
export async function commitTransactions(app: App, actor: Actor, commit: Commit): Promise<CommitResult> {
  const project = await accessToChange(app, actor, commit.project, "review");
  const begin = ["BEGIN", sharedLock(project.id, "labels"), lockSegment(project.id, commit.number)].join(";");
  return inTransaction(
    app.db,
    async (tx) => {
      const current = await readSegmentState(tx, project.id, commit.number);
      if (!current) throw noSuchSegment(project.name, commit.number);
      const policy: EditPolicy = { labels: new Set(current.labels), allowOverlap: project.allowOverlap };
      return save(tx, actor, commit, { projectId: project.id, current, policy });
    },
    begin,
  );
}

async function save(
  tx: Tx,
  actor: Actor,
  { baseSeq, basis, transactions }: Commit,
  { projectId, current, policy }: { projectId: string; current: SegmentState; policy: EditPolicy },
): Promise<CommitResult> {
  const sent = transactions.map(({ id }) => id);
  if (new Set(sent).size < sent.length) {
    throw new AppError("invalid_input", "The same change was sent twice in one request.");
  }
  const found = await findKnown(tx, sent, current.id, current.reviewLayerId);
  if (found.some(({ elsewhere }) => elsewhere)) {
    throw new AppError("invalid_input", "A change with this id was saved on another segment.");
  }
  const fresh = transactions.filter(({ id }) => !found.some((known) => known.id === id));
  if (fresh.length === 0) return { outcome: "saved", seq: Math.max(...found.map(({ seq }) => seq)) };
  const known = found.map(({ id }) => id);
  // A run that ended meanwhile has put other spans there: nobody accepts what was never shown.
  const otherProposals = current.seq === 0 && basis !== undefined && basis !== basisOf(current);
  if (otherProposals || !isCurrent(baseSeq, found, current.seq)) {
    return { outcome: "stale", current: await viewOf(tx, current), known };
  }
  const next = applyAll(current.annotation, fresh, actor, policy);
  if ("refusal" in next) {
    return { outcome: "refused", refusal: next.refusal, current: await viewOf(tx, current), known };
  }
  await saveTransactions(tx, {
    segmentId: current.id,
    layerId: current.reviewLayerId,
    userId: actor.userId,
    seq: current.seq,
    transactions: fresh,
    annotation: next.annotation,
    extras: current.extras,
    evidence: current.evidence,
    pivotRevision: await revisionOf(tx, current, next.annotation.pivotText),
  });
  if ([current.annotation, next.annotation].some(({ review }) => review.state === "accepted")) {
    await learnFrom(tx, projectId, [{ id: current.id, annotation: next.annotation }]);
  }
  return { outcome: "saved", seq: current.seq + fresh.length };
}

/**
 * Whether the client has seen everything that is saved: its base, and on top of it nothing but its own transactions
 * whose answer was lost.
 */
const isCurrent = (baseSeq: number, found: readonly KnownTransaction[], seq: number): boolean =>
  baseSeq + found.filter((known) => known.seq > baseSeq).length === seq;

type Applied =
  | { readonly annotation: Annotation }
  | { readonly refusal: { transaction: string; code: string; message: string } };

function applyAll(
  start: Annotation,
  transactions: readonly Transaction[],
  actor: Actor,
  policy: EditPolicy,
): Applied {
  let annotation = start;
  for (const transaction of transactions) {
    const forged = forgedIn(transaction, actor.userId);
    if (forged) return { refusal: { transaction: transaction.id, code: "not_yours", message: forged } };
    const next = applyTransaction(annotation, transaction, policy);
    if (!next.ok) {
      const { code, message } = next.error;
      return { refusal: { transaction: transaction.id, code, message } };
    }
    annotation = next.value;
  }
  return { annotation };
}

async function revisionOf(tx: Tx, current: SegmentState, text: string): Promise<number | undefined> {
  if (text === current.annotation.pivotText) return current.pivotRevision;
  return text === current.importedPivotText ? 0 : findPivotRevision(tx, current.id, text);
}
