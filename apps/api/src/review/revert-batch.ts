import { applyTransaction, inverseOf, transactionId } from "@spanbridge/shared";
import type { BatchResult, revertBatchSchema } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readOwnTransaction } from "../db/edit-events.ts";
import { accessToChange } from "../projects/access.ts";
import { policyFor } from "./identical.ts";
import { saveBatch } from "./save-batch.ts";

/**
 * Takes back what one did to many segments, or does it again: an undo of an undo. Where somebody has gone on from there
 * so that it no longer fits, the segment stays as it is and is named. Only one's own transactions can be taken back.
 */
export async function revertBatch(
  app: App,
  actor: Actor,
  { project: slug, changes, origin }: z.output<typeof revertBatchSchema>,
): Promise<BatchResult> {
  const project = await accessToChange(app, actor, slug, "review");
  const wanted = new Map(changes.map(({ number, transaction }) => [number, transaction]));
  return saveBatch(app, actor, project, [...wanted.keys()], async (tx, state) => {
    const id = wanted.get(state.number);
    const done = id && (await readOwnTransaction(tx, { id, segmentId: state.id, userId: actor.userId }));
    if (!done) return undefined;
    const transaction = inverseOf(done, transactionId(v7()), origin);
    const next = applyTransaction(state.annotation, transaction, policyFor(project, state));
    return next.ok && next.value.pivotText === state.annotation.pivotText
      ? { transaction, annotation: next.value }
      : undefined;
  });
}
