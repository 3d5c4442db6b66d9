import { v7 } from "uuid";
import { now } from "./now.ts";
import type { Tx } from "./transaction.ts";

export type ReferencedPair = {
  readonly pivot: string;
  readonly source: string;
  readonly label: string;
  /** Address of the article. */
  readonly reference: string;
};

/** Adds names from Wikipedia to memory; those that it has stay as they are. Answers how many were new. */
export async function insertReferenced(
  tx: Tx,
  projectId: string,
  buildId: string | null,
  pairs: readonly ReferencedPair[],
): Promise<number> {
  const { rowCount } = await tx.query(
    `INSERT INTO memory_entry (id, project_id, pivot, source, label, origin, reference, build_id, updated_at)
     SELECT DISTINCT ON (n.pivot, n.source, n.label) n.id, $1, n.pivot, n.source, n.label, 'wikipedia', n.reference, $7, ${now}
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) AS n (id, pivot, source, label, reference)
     ON CONFLICT (project_id, pivot, source, label) DO NOTHING`,
    [
      projectId,
      pairs.map(() => v7()),
      pairs.map(({ pivot }) => pivot),
      pairs.map(({ source }) => source),
      pairs.map(({ label }) => label),
      pairs.map(({ reference }) => reference),
      buildId,
    ],
  );
  return rowCount ?? 0;
}

/**
 * Takes back what a build has added. What accepted segments have confirmed since is learnt from them and stays; what a
 * person has changed is theirs. Answers how many are gone, and how many stay.
 */
export async function removeReferenced(
  tx: Tx,
  projectId: string,
  buildId: string,
): Promise<{ removed: number; kept: number }> {
  const { rowCount: kept } = await tx.query(
    `UPDATE memory_entry e SET origin = 'review', build_id = NULL, reference = '', updated_at = ${now}
     WHERE e.project_id = $1 AND e.build_id = $2 AND e.origin = 'wikipedia'
       AND EXISTS (SELECT 1 FROM memory_use u WHERE u.entry_id = e.id)`,
    [projectId, buildId],
  );
  const { rowCount: removed } = await tx.query(
    "DELETE FROM memory_entry WHERE project_id = $1 AND build_id = $2 AND origin = 'wikipedia'",
    [projectId, buildId],
  );
  return { removed: removed ?? 0, kept: kept ?? 0 };
}
