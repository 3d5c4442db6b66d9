import { setTimeout as delay } from "node:timers/promises";
import { sharedLock, tryExclusiveLock } from "../db/project-lock.ts";
import type { Tx } from "../db/transaction.ts";
import { cancelled } from "./import-file.ts";

const POLL_MS = 100;

/** Waits until no other import into the project runs, and keeps the label set as it is until the end of the transaction. */
export async function lockForImport(tx: Tx, projectId: string, signal: AbortSignal): Promise<void> {
  // It may have been cancelled while it waited for a connection.
  if (signal.aborted) throw cancelled();
  while (!(await tryExclusiveLock(tx, projectId, "import"))) {
    if (signal.aborted) throw cancelled();
    await delay(POLL_MS);
  }
  await tx.query(sharedLock(projectId, "labels"));
}
