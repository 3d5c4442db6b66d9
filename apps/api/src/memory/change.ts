import type {
  MemoryEntry,
  mergeMemorySchema,
  putMemorySchema,
  removeMemorySchema,
} from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { mergeEntries, putEntry, readEntry, removeEntries } from "../db/memory-browse.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessToChange } from "../projects/access.ts";

const gone = (): AppError => new AppError("not_found", "This entry is not in memory any more.");

/** Writes an entry, or changes one; where it then says the same as another, the two become one. */
export async function putMemory(
  app: App,
  actor: Actor,
  { project, id: entry, ...pair }: z.output<typeof putMemorySchema>,
): Promise<MemoryEntry> {
  const { id } = await accessToChange(app, actor, project, "review");
  return inTransaction(app.db, async (tx) => {
    const written = await putEntry(tx, id, entry, pair);
    const found = written && (await readEntry(tx, id, written));
    if (!found) throw gone();
    return found;
  });
}

/** Memory is everybody's, and what leaves it does not come back: managers only. */
export async function removeMemory(
  app: App,
  actor: Actor,
  { project, ids }: z.output<typeof removeMemorySchema>,
): Promise<{ removed: number }> {
  const { id } = await accessToChange(app, actor, project, "manage");
  return { removed: await removeEntries(app.db.pool, id, ids) };
}

/** All become one; like removing, it cannot be taken back. */
export async function mergeMemory(
  app: App,
  actor: Actor,
  { project, into, ids }: z.output<typeof mergeMemorySchema>,
): Promise<MemoryEntry> {
  const { id } = await accessToChange(app, actor, project, "manage");
  return inTransaction(app.db, async (tx) => {
    await mergeEntries(
      tx,
      id,
      into,
      ids.filter((one) => one !== into),
    );
    const found = await readEntry(tx, id, into);
    if (!found) throw gone();
    return found;
  });
}
