import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { heldLock, SERVER } from "./locks.ts";
import type { Log } from "./log.ts";
import type { Database } from "./open.ts";
import { describeCause } from "./problem.ts";
import { readServerFile, removeServerFile, writeServerFile } from "./server-file.ts";

/** What came of the wish to be the one web server of a data directory. */
export type ServerClaim =
  | {
      readonly kind: "claimed";
      /** Tells other processes where we listen. */
      readonly announce: (url: string) => Promise<void>;
      readonly release: () => Promise<void>;
    }
  | {
      readonly kind: "running";
      /** Where the other one listens; undefined when it has not said so. */
      readonly url: string | undefined;
      /** Its process. */
      readonly pid: number | undefined;
    };

export type ClaimOptions = {
  readonly log: Log;
  /** Called when the claim was lost for good: PostgreSQL restarted and another server was faster. Shut down then. */
  readonly onLost: () => void;
  /** How long a server that is starting or stopping may take to say where it listens, or to go. */
  readonly patienceMs?: number;
};

const pollMs = 50;

type Session = { readonly client: pg.Client; readonly id: string };

/**
 * Claims the place of the one web server on an embedded database. The claim is a lock of a session and ends with the
 * process. A server of DATABASE_URL takes any number of web servers.
 */
export async function claimServer(
  database: Pick<Database, "kind" | "connection" | "dataDir">,
  options: ClaimOptions,
): Promise<ServerClaim> {
  if (database.kind === "server") {
    return { kind: "claimed", announce: async () => undefined, release: async () => undefined };
  }
  const giveUpAt = performance.now() + (options.patienceMs ?? 10_000);
  for (;;) {
    const session = await trySession(database.connection);
    if (typeof session === "object") return hold(database, session, options);
    const file = await readServerFile(database.dataDir);
    const isCurrent = session !== undefined && file?.session === session;
    if (isCurrent || performance.now() > giveUpAt) {
      return {
        kind: "running",
        url: isCurrent ? file?.url : undefined,
        pid: isCurrent ? file?.pid : undefined,
      };
    }
    await delay(pollMs);
  }
}

/** A session that holds the lock; or the id of the one that does; or undefined when that has just gone. */
async function trySession(connection: pg.ClientConfig): Promise<Session | string | undefined> {
  const client = new pg.Client({ ...connection, application_name: "spanbridge server" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean; id: string }>(
      `SELECT pg_try_advisory_lock(${SERVER}) AS held, ${sessionId} AS id FROM pg_stat_activity
       WHERE pid = pg_backend_pid()`,
    );
    const own = rows[0];
    if (own?.held === true) return { client, id: own.id };
    const others = await client.query<{ id: string }>(
      `SELECT ${sessionId} AS id FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE ${heldLock(SERVER)}`,
    );
    await client.end();
    return others.rows[0]?.id;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

// Numbers of processes come again; with the time of its start a session is told from every other.
const sessionId = "pid || ' ' || extract(epoch FROM backend_start)";

function hold(
  { dataDir, connection }: Pick<Database, "connection" | "dataDir">,
  first: Session,
  { log, onLost }: ClaimOptions,
): ServerClaim {
  let session = first;
  let url: string | undefined;
  let released = false;

  const announce = async (at: string): Promise<void> => {
    url = at;
    await writeServerFile(dataDir, { url: at, pid: process.pid, session: session.id });
  };

  const watch = (): void => {
    session.client.once("end", () => {
      if (!released) void reclaim();
    });
  };

  /** PostgreSQL restarts all sessions when one of its processes dies. */
  const reclaim = async (): Promise<void> => {
    while (!released) {
      const next = await trySession(connection).catch((error: unknown) => {
        log.warn({ error: describeCause(error) }, "waiting for the database to come back");
        return undefined;
      });
      if (typeof next === "string") return onLost();
      if (next === undefined) {
        await delay(pollMs);
        continue;
      }
      session = next;
      if (released) await session.client.end();
      watch();
      if (url !== undefined) await announce(url);
      return;
    }
  };

  watch();
  return {
    kind: "claimed",
    announce,
    release: async () => {
      released = true;
      await removeServerFile(dataDir, session.id);
      await session.client.end().catch(() => undefined);
    },
  };
}
