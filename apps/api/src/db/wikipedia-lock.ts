import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { WIKIPEDIA } from "./locks.ts";
import type { Database } from "./open.ts";

const TRY_MS = 500;

/** The right to ask Wikipedia, valid as long as its session with the database lives. */
export type WikipediaTurn = { readonly lost: AbortSignal; readonly release: () => Promise<void> };

/** Waits until nobody else of the installation asks Wikipedia. Rejects when `signal` is aborted before. */
export async function takeWikipediaTurn(
  { connection }: Pick<Database, "connection">,
  signal: AbortSignal,
): Promise<WikipediaTurn> {
  const client = new pg.Client({ ...connection, application_name: "spanbridge wikipedia" });
  const lost = new AbortController();
  client.on("error", () => lost.abort());
  client.on("end", () => lost.abort());
  await client.connect();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { rows } = await client.query<{ held: boolean }>(
        `SELECT pg_try_advisory_lock(${WIKIPEDIA}) AS held`,
      );
      if (rows[0]?.held) return { lost: lost.signal, release: () => client.end() };
      await delay(TRY_MS, undefined, { signal });
    }
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}
