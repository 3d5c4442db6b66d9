import type { Tx } from "./transaction.ts";

/** The next free segment number of a project: 1 means that it never had any. */
export async function readNextNumber(tx: Tx, projectId: string): Promise<number> {
  const { rows } = await tx.query<{ number: number }>(
    "SELECT next_number AS number FROM project WHERE id = $1",
    [projectId],
  );
  const number = rows[0]?.number;
  if (number === undefined) throw new Error("The project of an import is not there.");
  return number;
}

/** At the end of an import, so that the project's row is locked for a moment only. */
export async function writeNextNumber(tx: Tx, projectId: string, number: number): Promise<void> {
  await tx.query("UPDATE project SET next_number = $2 WHERE id = $1", [projectId, number]);
}
