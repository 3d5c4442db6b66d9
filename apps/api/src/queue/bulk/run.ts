import { applyTransaction, type EditPolicy, type Transaction } from "@spanbridge/shared";
import type { App } from "../../app.ts";
import { type BulkSave, saveBulk } from "../../db/bulk.ts";
import { learnFrom } from "../../db/memory.ts";
import { sharedLock } from "../../db/project-lock.ts";
import { lockSegments, readSegmentStates, type SegmentState } from "../../db/segment-state.ts";
import { inTransaction } from "../../db/transaction.ts";
import type { Access } from "../../projects/access.ts";

/** Segments to a database transaction: nobody who works on one of them waits long. */
const STEP = 200;

/**
 * Does one thing to many segments, as one entry in the history of each. `change` decides by what is there now, under the
 * lock: undefined leaves the segment as it is. Answers how many have changed.
 */
export async function changeMany(
  app: App,
  userId: string,
  project: Access,
  batchId: string,
  numbers: readonly number[],
  change: (state: SegmentState) => Transaction | undefined,
): Promise<number> {
  let changed = 0;
  for (let start = 0; start < numbers.length; start += STEP) {
    const some = numbers.slice(start, start + STEP);
    changed += await inTransaction(
      app.db,
      async (tx) => {
        await lockSegments(tx, project.id, some);
        const states = await readSegmentStates(tx, project.id, some);
        const saves = states.flatMap((before): BulkSave[] => {
          const transaction = change(before);
          const policy: EditPolicy = { labels: new Set(before.labels), allowOverlap: project.allowOverlap };
          const after = transaction && applyTransaction(before.annotation, transaction, policy);
          return transaction && after?.ok ? [{ before, transaction, annotation: after.value }] : [];
        });
        await saveBulk(tx, userId, batchId, saves);
        const decided = saves.filter(({ before, annotation }) =>
          [before.annotation, annotation].some(({ review }) => review.state === "accepted"),
        );
        await learnFrom(
          tx,
          project.id,
          decided.map(({ before, annotation }) => ({ id: before.id, annotation })),
        );
        return saves.length;
      },
      ["BEGIN", sharedLock(project.id, "labels")].join(";"),
    );
  }
  return changed;
}
