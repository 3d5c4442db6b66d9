import { randomInt } from "node:crypto";
import pg from "pg";
import { workerLock } from "./locks.ts";
import type { Database } from "./open.ts";

/** A worker's number, valid as long as its session with the database lives. */
export type WorkerPlace = {
  readonly number: number;
  /** Aborted when the session broke: others may take over what this worker had. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
};

/**
 * Takes a number that no other worker has, by a lock of a session of its own. However the process ends, the lock ends with
 * it, and others see at once that nobody works on what it had taken.
 */
export async function takeWorkerPlace({ connection }: Pick<Database, "connection">): Promise<WorkerPlace> {
  const client = new pg.Client({ ...connection, application_name: "spanbridge worker" });
  const lost = new AbortController();
  client.on("error", () => lost.abort());
  client.on("end", () => lost.abort());
  await client.connect();
  for (;;) {
    const number = randomInt(1, 2 ** 31 - 1);
    const { rows } = await client.query<{ held: boolean }>(
      `SELECT pg_try_advisory_lock(${workerLock}, ${number}) AS held`,
    );
    if (rows[0]?.held) return { number, lost: lost.signal, release: () => client.end() };
  }
}
