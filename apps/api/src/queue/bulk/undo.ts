import { inverseOf, transactionId } from "@spanbridge/shared";
import type { BulkResult, undoBulkSchema } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { z } from "zod";
import type { Actor } from "../../actor.ts";
import type { App } from "../../app.ts";
import { readBatch } from "../../db/bulk.ts";
import { AppError } from "../../error.ts";
import { accessToChange } from "../../projects/access.ts";
import { changeMany } from "./run.ts";

/**
 * Takes back what one act did to many segments, where it still stands: what somebody has decided otherwise since is
 * left to them. The batch it answers can be taken back in turn.
 */
export async function undoBulk(
  app: App,
  actor: Actor,
  { project: slug, batch }: z.output<typeof undoBulkSchema>,
): Promise<BulkResult> {
  const project = await accessToChange(app, actor, slug, "review");
  const events = await readBatch(app.db.pool, project.id, batch);
  if (events.length === 0) throw new AppError("not_found", "There is nothing to take back.");
  if (!project.mayManage && events.some(({ userId }) => userId !== actor.userId)) {
    throw new AppError("forbidden", "Only the person who did this, or a manager, may take it back.");
  }
  const byNumber = new Map(events.map(({ number, transaction }) => [number, transaction]));
  const undo = v7();
  const changed = await changeMany(app, actor.userId, project, undo, [...byNumber.keys()], ({ number }) => {
    const done = byNumber.get(number);
    return done && inverseOf(done, transactionId(v7()), "undo");
  });
  return { batch: changed > 0 ? undo : null, changed, left: events.length - changed };
}
