import type { listMemorySchema, MemoryEntry, MemoryUse } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { z } from "zod";
import { now } from "./now.ts";
import type { Querier, Tx } from "./transaction.ts";

export type MemoryPair = { readonly pivot: string; readonly source: string; readonly label: string };

type Row = Omit<MemoryEntry, "updatedAt"> & { readonly updatedAt: Date };

const columns = `e.id, e.pivot, e.source, e.label, e.origin, e.reference, e.updated_at AS "updatedAt",
  (SELECT count(*) FROM memory_use u WHERE u.entry_id = e.id) AS uses`;
const toEntry = ({ updatedAt, ...row }: Row): MemoryEntry => ({ ...row, updatedAt: updatedAt.toISOString() });

const orders = {
  uses: "uses DESC, e.pivot, e.source, e.label",
  pivot: "lower(e.pivot), e.source, e.label",
  source: "e.source, e.pivot, e.label",
  newest: "e.updated_at DESC, e.id DESC",
} as const;

type Wanted = Omit<z.output<typeof listMemorySchema>, "project">;

export async function readEntries(
  querier: Querier,
  projectId: string,
  { text, label, ambiguous, order, offset, limit }: Wanted,
): Promise<{ readonly total: number; readonly entries: MemoryEntry[] }> {
  const values: unknown[] = [projectId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const all = ["e.project_id = $1"];
  if (text.trim() !== "") {
    const pattern = bind(`%${text.trim().replace(/[\\%_]/g, "\\$&")}%`);
    all.push(`(e.pivot ILIKE ${pattern} OR e.source ILIKE ${pattern})`);
  }
  if (label !== undefined) all.push(`e.label = ${bind(label)}`);
  if (ambiguous) {
    all.push(`EXISTS (SELECT 1 FROM memory_entry o WHERE o.project_id = $1 AND lower(o.pivot) = lower(e.pivot)
      AND (o.source <> e.source OR o.label <> e.label))`);
  }
  const where = all.join(" AND ");
  const { rows: counted } = await querier.query<{ total: number }>(
    `SELECT count(*) AS total FROM memory_entry e WHERE ${where}`,
    values,
  );
  const { rows } = await querier.query<Row>(
    `SELECT ${columns} FROM memory_entry e WHERE ${where} ORDER BY ${orders[order]} OFFSET ${bind(offset)} LIMIT ${bind(limit)}`,
    values,
  );
  return { total: counted[0]?.total ?? 0, entries: rows.map(toEntry) };
}

export async function readEntry(
  querier: Querier,
  projectId: string,
  id: string,
): Promise<MemoryEntry | undefined> {
  const { rows } = await querier.query<Row>(
    `SELECT ${columns} FROM memory_entry e WHERE e.project_id = $1 AND e.id = $2`,
    [projectId, id],
  );
  return rows[0] && toEntry(rows[0]);
}

export async function readUses(querier: Querier, projectId: string, id: string): Promise<MemoryUse[]> {
  const { rows } = await querier.query<MemoryUse>(
    `SELECT s.number, s.external_id AS "externalId", left(s.source_text, 80) AS preview
     FROM memory_use u JOIN memory_entry e ON e.id = u.entry_id JOIN segment s ON s.id = u.segment_id
     WHERE e.project_id = $1 AND e.id = $2 ORDER BY s.number LIMIT 200`,
    [projectId, id],
  );
  return rows;
}

/** Writes a pair by hand; answers the id under which it now stands. Undefined where the entry to change is gone. */
export async function putEntry(
  tx: Tx,
  projectId: string,
  id: string | undefined,
  { pivot, source, label }: MemoryPair,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    `INSERT INTO memory_entry (id, project_id, pivot, source, label, origin, updated_at)
     VALUES ($1, $2, $3, $4, $5, 'person', ${now})
     ON CONFLICT (project_id, pivot, source, label) DO UPDATE SET origin = 'person', updated_at = excluded.updated_at
     RETURNING id`,
    [v7(), projectId, pivot, source, label],
  );
  const written = rows[0]?.id;
  if (written === undefined || id === undefined || id === written) return written;
  if (!(await readEntry(tx, projectId, id))) return undefined;
  await mergeEntries(tx, projectId, written, [id]);
  return written;
}

/** The uses of all go to `into`; the others are gone. */
export async function mergeEntries(
  tx: Tx,
  projectId: string,
  into: string,
  ids: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO memory_use (entry_id, segment_id)
     SELECT DISTINCT t.id, u.segment_id FROM memory_use u
     JOIN memory_entry e ON e.id = u.entry_id AND e.project_id = $1
     JOIN memory_entry t ON t.id = $2 AND t.project_id = $1
     WHERE u.entry_id = ANY($3::uuid[]) ON CONFLICT DO NOTHING`,
    [projectId, into, ids],
  );
  await tx.query(
    `DELETE FROM memory_entry WHERE project_id = $1 AND id = ANY($2::uuid[])
       AND EXISTS (SELECT 1 FROM memory_entry t WHERE t.id = $3 AND t.project_id = $1)`,
    [projectId, ids, into],
  );
  await tx.query(
    `UPDATE memory_entry SET origin = 'person', updated_at = ${now} WHERE project_id = $1 AND id = $2`,
    [projectId, into],
  );
}

export async function removeEntries(
  querier: Querier,
  projectId: string,
  ids: readonly string[],
): Promise<number> {
  const { rowCount } = await querier.query(
    "DELETE FROM memory_entry WHERE project_id = $1 AND id = ANY($2::uuid[])",
    [projectId, ids],
  );
  return rowCount ?? 0;
}

/** Adds pairs from elsewhere; answers how many were new. */
export async function putPairs(
  querier: Querier,
  projectId: string,
  pairs: readonly MemoryPair[],
): Promise<number> {
  const { rowCount } = await querier.query(
    `INSERT INTO memory_entry (id, project_id, pivot, source, label, origin, updated_at)
     SELECT DISTINCT ON (n.pivot, n.source, n.label) n.id, $1, n.pivot, n.source, n.label, 'import', ${now}
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS n (id, pivot, source, label)
     ON CONFLICT (project_id, pivot, source, label) DO NOTHING`,
    [
      projectId,
      pairs.map(() => v7()),
      pairs.map(({ pivot }) => pivot),
      pairs.map(({ source }) => source),
      pairs.map(({ label }) => label),
    ],
  );
  return rowCount ?? 0;
}

export async function allEntries(querier: Querier, projectId: string): Promise<MemoryPair[]> {
  const { rows } = await querier.query<MemoryPair>(
    "SELECT pivot, source, label FROM memory_entry WHERE project_id = $1 ORDER BY lower(pivot), pivot, source, label",
    [projectId],
  );
  return rows;
}
