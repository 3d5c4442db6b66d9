import type { WikipediaPair } from "@spanbridge/shared/contracts";
import type { Tx } from "../db/transaction.ts";
import { insertReferenced } from "../db/wikipedia-memory.ts";

/** Memory is a list of names: what they are called, not how the introduction writes them. */
export async function addToMemory(
  tx: Tx,
  projectId: string,
  buildId: string | null,
  pairs: readonly WikipediaPair[],
): Promise<{ added: number; known: number }> {
  const rows = pairs.map(({ english, name, label, url }) => ({
    pivot: english,
    source: name,
    label,
    reference: url,
  }));
  const different = new Set(rows.map(({ pivot, source, label }) => JSON.stringify([pivot, source, label])))
    .size;
  const added = await insertReferenced(tx, projectId, buildId, rows);
  return { added, known: different - added };
}
