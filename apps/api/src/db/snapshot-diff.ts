import { z } from "zod";
import type { Querier } from "./transaction.ts";

export type DifferingRow = {
  readonly number: number;
  readonly kind: "added" | "removed" | "changed";
  readonly externalId: string;
  /** The beginning of the source text. */
  readonly beginning: string;
};

export type DiffTotals = {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly same: number;
};

// Two annotations that say the same have the same stored text.
const differs = `(b.body::text, b.revised_text, b.split, b.document, b.meta::text)
  IS DISTINCT FROM (a.body::text, a.revised_text, a.split, a.document, a.meta::text)`;
const kind = `CASE WHEN b.number IS NULL THEN 'added' WHEN a.number IS NULL THEN 'removed'
  WHEN ${differs} THEN 'changed' ELSE 'same' END`;
const both = `(SELECT * FROM snapshot_record WHERE snapshot_id = $1) b
  FULL JOIN (SELECT * FROM snapshot_record WHERE snapshot_id = $2) a ON a.number = b.number`;

const kindSchema = z.enum(["added", "removed", "changed", "same"]);

export async function countDifferences(querier: Querier, before: string, after: string): Promise<DiffTotals> {
  const { rows } = await querier.query<{ kind: string; count: number }>(
    `SELECT ${kind} AS kind, count(*) AS count FROM ${both} GROUP BY 1`,
    [before, after],
  );
  const totals = { added: 0, removed: 0, changed: 0, same: 0 };
  for (const row of rows) totals[kindSchema.parse(row.kind)] = row.count;
  return totals;
}

/** A stretch of the segments that are not the same in both snapshots, by number. */
export async function readDifferences(
  querier: Querier,
  before: string,
  after: string,
  { offset, limit, characters }: { offset: number; limit: number; characters: number },
): Promise<readonly DifferingRow[]> {
  const { rows } = await querier.query<DifferingRow>(
    `SELECT coalesce(a.number, b.number) AS number, ${kind} AS kind,
       coalesce(a.external_id, b.external_id) AS "externalId",
       left(coalesce(a.source_text, b.source_text), $5) AS beginning
     FROM ${both} WHERE ${kind} <> 'same' ORDER BY 1 OFFSET $3 LIMIT $4`,
    [before, after, offset, limit, characters],
  );
  return rows;
}
