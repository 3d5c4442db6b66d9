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
 * Takes back what one act did to many segments, in those in which nothing was done since: the others stay as they are. The
 * batch it answers can be taken back in turn.
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
  const byNumber = new Map(events.map((event) => [event.number, event]));
  const undo = v7();
  const changed = await changeMany(
    app,
    actor.userId,
    project,
    undo,
    [...byNumber.keys()],
    ({ number, seq }) => {
      const done = byNumber.get(number);
      return done?.seq === seq ? inverseOf(done.transaction, transactionId(v7()), "undo") : undefined;
    },
  );
  return { batch: changed > 0 ? undo : null, changed, left: events.length - changed };
}
