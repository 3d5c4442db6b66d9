import { now } from "./now.ts";
import type { Querier } from "./transaction.ts";

/** Tables whose rows are work that a job of the queue looks at: they hold its state, the job only says "look". */
export type WorkTable = "run" | "wikipedia_build";

/** Ids of what somebody should be working on, oldest first. */
export async function unfinished(querier: Querier, table: WorkTable): Promise<string[]> {
  const { rows } = await querier.query<{ id: string }>(
    `SELECT id FROM ${table} WHERE state IN ('queued', 'running') ORDER BY created_at`,
  );
  return rows.map(({ id }) => id);
}

/** Changes the state of a piece of work if it is in one of `from`; says whether it was. */
export async function moveTo<State extends string>(
  querier: Querier,
  table: WorkTable,
  id: string,
  from: readonly State[],
  to: State,
  error: string,
): Promise<boolean> {
  const { rowCount } = await querier.query(
    `UPDATE ${table} SET state = $3, error = $4,
       started_at = CASE WHEN $3 = 'running' THEN coalesce(started_at, ${now}) ELSE started_at END,
       ended_at = CASE WHEN $3 IN ('done', 'cancelled', 'failed') THEN ${now} ELSE NULL END
     WHERE id = $1 AND state = ANY($2::text[])`,
    [id, from, to, error],
  );
  return (rowCount ?? 0) > 0;
}
