import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { HOLDERS, heldLock } from "../locks.ts";
import { codeOf, DatabaseFailure, describeCause } from "../problem.ts";
import { connectionTo, type Endpoint, SUPERUSER } from "./endpoint.ts";
import type { Layout } from "./layout.ts";

/**
 * Our claim on a running cluster: a session with a shared lock that ends with this process however it ends. While one
 * is held, nobody stops the cluster.
 */
export type Holder = {
  readonly client: pg.Client;
  readonly config: pg.ClientConfig;
  readonly endpoint: Endpoint;
  /** Resolves when the session ended, whoever ended it. */
  readonly ended: Promise<void>;
};

/** How long a living PostgreSQL may leave us without any answer. Recovery after a crash is an answer. */
const silencePatienceMs = 60_000;
const pollMs = 10;

const startingOrStopping = "57P03";
const stopped = ["57P01", "57P02"];

/** Waits until the cluster takes connections and claims it; undefined when it is gone or about to stop. */
export async function hold(
  endpoint: () => Promise<Endpoint | undefined>,
  layout: Layout,
  isRunning: () => Promise<boolean>,
): Promise<Holder | undefined> {
  let giveUpAt = performance.now() + silencePatienceMs;
  let lastError: unknown = "no answer";
  while (await isRunning()) {
    const at = await endpoint();
    if (at !== undefined) {
      try {
        return await claim(at, layout);
      } catch (error) {
        if (!mayPass(error)) throw error;
        lastError = error;
        if (codeOf(error) === startingOrStopping) giveUpAt = performance.now() + silencePatienceMs;
      }
    }
    if (performance.now() > giveUpAt) {
      throw new DatabaseFailure(
        "startFailed",
        `A PostgreSQL process runs on ${layout.cluster} but does not answer. End it, then start again. Its log is ${layout.log}.`,
        lastError,
      );
    }
    await delay(pollMs);
  }
  return undefined;
}

async function claim(endpoint: Endpoint, layout: Layout): Promise<Holder | undefined> {
  const config = await connectionTo(endpoint, layout, { user: SUPERUSER, database: "postgres" });
  const client = new pg.Client({ ...config, application_name: "spanbridge holder" });
  const ended = new Promise<void>((resolve) => {
    client.once("end", () => resolve());
    client.on("error", () => resolve());
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ dir: string; held: boolean }>(
      `SELECT current_setting('data_directory') AS dir, pg_try_advisory_lock_shared(${HOLDERS}) AS held`,
    );
    if (rows[0]?.dir === layout.cluster && rows[0].held) return { client, config, endpoint, ended };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return undefined;
}

/**
 * Gives the claim back. Afterwards the cluster is ours alone to stop ("last"), or the guardian was faster and stops it
 * ("stopping"), or others hold it still.
 */
export async function letGo({ client }: Holder): Promise<"last" | "stopping" | "others"> {
  try {
    const { rows } = await client.query<{ last: boolean }>(
      `SELECT pg_advisory_unlock_shared(${HOLDERS}), pg_try_advisory_lock(${HOLDERS}) AS last`,
    );
    if (rows[0]?.last === true) return "last";
    const exclusive = await client.query(
      `SELECT FROM pg_locks WHERE ${heldLock(HOLDERS)} AND mode = 'ExclusiveLock'`,
    );
    return exclusive.rowCount === 0 ? "others" : "stopping";
  } catch (error) {
    if (mayPass(error)) return "stopping";
    throw error;
  }
}

/** Errors of a server that is starting, stopping, or not yet (no longer) there. */
function mayPass(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return /terminated|timeout/i.test(describeCause(error));
  return (
    code === startingOrStopping ||
    stopped.includes(code) ||
    ["ENOENT", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code)
  );
}
