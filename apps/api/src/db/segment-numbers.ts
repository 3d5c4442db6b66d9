import type { Tx } from "./transaction.ts";

/** Where a project's segments go on. */
export type SegmentsEnd = {
  /** The next free number: 1 means that it never had any. */
  readonly number: number;
  /** Of its last segment: what comes behind it gets greater ones. */
  readonly lastId: string | undefined;
};

export async function readSegmentsEnd(tx: Tx, projectId: string): Promise<SegmentsEnd> {
  const { rows } = await tx.query<{ number: number; lastId: string | null }>(
    `SELECT next_number AS number,
       (SELECT s.id FROM segment s WHERE s.project_id = $1 ORDER BY s.number DESC LIMIT 1) AS "lastId"
     FROM project WHERE id = $1`,
    [projectId],
  );
  const [end] = rows;
  if (!end) throw new Error("The project of an import is not there.");
  return { number: end.number, lastId: end.lastId ?? undefined };
}

/** At the end of an import, so that the project's row is locked for a moment only. */
export async function writeNextNumber(tx: Tx, projectId: string, number: number): Promise<void> {
  await tx.query("UPDATE project SET next_number = $2 WHERE id = $1", [projectId, number]);
}
