import pg from "pg";
import { fineTuningLock } from "./locks.ts";
import type { Database } from "./open.ts";

/**
 * Does something that only one process may do with a fine-tuning at a time; undefined where another one does. The lock is
 * of a session of its own and dies with it: `lost` is aborted then.
 */
export async function withFineTuningLock<T>(
  { connection }: Pick<Database, "connection">,
  id: string,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const client = new pg.Client({ ...connection, application_name: "spanbridge fine-tuning" });
  const lost = new AbortController();
  client.on("error", () => lost.abort());
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(
      `SELECT pg_try_advisory_lock(${fineTuningLock}, hashtext($1)) AS held`,
      [id],
    );
    return rows[0]?.held ? await work(lost.signal) : undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
