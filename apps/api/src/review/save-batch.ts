import type { Annotation, Transaction } from "@spanbridge/shared";
import type { BatchResult } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { saveTransactions } from "../db/edit-events.ts";
import { sharedLock } from "../db/project-lock.ts";
import { lockSegments, readSegmentStates, type SegmentState } from "../db/segment-state.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import type { Access } from "../projects/access.ts";
import { chunked } from "./identical.ts";

/** What becomes of one segment of a batch; undefined where it does not fit any more. */
export type Step = { readonly transaction: Transaction; readonly annotation: Annotation };

/**
 * Saves one transaction to each of many segments, all in one database transaction: either all of them are in, each with
 * an event of its own, or nothing is. The segments are locked first, so that `stepFor` sees what stays. The translation's
 * text must stay as it is.
 */
export async function saveBatch(
  app: App,
  actor: Actor,
  project: Access,
  numbers: readonly number[],
  stepFor: (tx: Tx, state: SegmentState) => Promise<Step | undefined>,
): Promise<BatchResult> {
  const wanted = [...new Set(numbers)].sort((a, b) => a - b);
  // Those taken back later or done again are batches of their own.
  const batchId = v7();
  const begin = `BEGIN; ${sharedLock(project.id, "labels")}`;
  return inTransaction(
    app.db,
    async (tx) => {
      await lockSegments(tx, project.id, wanted);
      const changes: BatchResult["changes"] = [];
      for (const chunk of chunked(wanted)) {
        for (const state of await readSegmentStates(tx, project.id, chunk)) {
          const step = await stepFor(tx, state);
          if (!step) continue;
          await saveTransactions(tx, {
            segmentId: state.id,
            layerId: state.reviewLayerId,
            userId: actor.userId,
            seq: state.seq,
            transactions: [step.transaction],
            annotation: step.annotation,
            extras: state.extras,
            evidence: state.evidence,
            pivotRevision: state.pivotRevision,
            batchId,
          });
          changes.push({ number: state.number, transaction: step.transaction.id });
        }
      }
      const done = new Set(changes.map(({ number }) => number));
      return { changes, skipped: wanted.filter((number) => !done.has(number)) };
    },
    begin,
  );
}
