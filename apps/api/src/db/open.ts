import { err, ok, type Result } from "@spanbridge/shared";
import type pg from "pg";
import type { Env } from "../env.ts";
import { createPool, createPrisma, type PrismaClient } from "./client.ts";
import { openCluster } from "./cluster/index.ts";
import type { Log } from "./log.ts";
import { migrate } from "./migrate.ts";
import { DatabaseFailure, type DatabaseProblem } from "./problem.ts";
import { checkServer, parseDatabaseUrl } from "./server-check.ts";

/** An open, migrated database. */
export type Database = {
  readonly prisma: PrismaClient;
  /** On the same database; `bigint` comes as number. */
  readonly pool: pg.Pool;
  /**
   * The same database, for imports and exports: a connection of theirs is taken for as long as a file is on its way, and
   * slow lines must not take all of those that everybody else works with.
   */
  readonly streams: { readonly pool: pg.Pool };
  readonly kind: "embedded" | "server";
  /** Where the embedded database lies; kept for the server kind too, which has other files there. */
  readonly dataDir: string;
  /** For a session of one's own, such as one that holds a lock. */
  readonly connection: pg.ClientConfig;
  /** Ends all connections; the last of all processes stops the embedded database. May be called twice. */
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  /** Most connections at a time. */
  readonly poolSize?: number;
};

/** Opens the embedded database, or the one that DATABASE_URL names, and brings its tables up to date. */
export async function openDatabase(
  env: Pick<Env, "dataDir" | "databaseUrl">,
  log: Log,
  options: OpenOptions = {},
): Promise<Result<Database, DatabaseProblem>> {
  try {
    const ground =
      env.databaseUrl === undefined ? await embedded(env.dataDir, log) : await server(env, env.databaseUrl);
    try {
      await migrate(ground.connection, { log, singleServer: ground.kind === "embedded" });
    } catch (error) {
      await ground.release();
      throw error;
    }
    return ok(connectDatabase(ground, log, options));
  } catch (error) {
    if (!(error instanceof DatabaseFailure)) throw error;
    log.error({ kind: error.problem.kind, detail: error.problem.detail }, "the database does not open");
    return err(error.problem);
  }
}

/** Imports and exports at a time; more of them wait. */
const MAX_STREAMS = 6;

/** A migrated database and what to do when its last connection here is closed. */
export type Ground = Pick<Database, "kind" | "connection" | "dataDir"> & {
  readonly release: () => Promise<void>;
};

async function embedded(dataDir: string, log: Log): Promise<Ground> {
  const cluster = await openCluster({ dataDir, log });
  return {
    kind: "embedded",
    dataDir: cluster.dataDir,
    connection: cluster.connection,
    release: cluster.close,
  };
}

async function server({ dataDir }: Pick<Env, "dataDir">, url: string): Promise<Ground> {
  const connection = parseDatabaseUrl(url);
  await checkServer(connection);
  return { kind: "server", dataDir, connection, release: async () => undefined };
}

/** The pool and Prisma on a database that is known to be there and up to date. */
export function connectDatabase(ground: Ground, log: Log, options: OpenOptions = {}): Database {
  const { kind, dataDir, connection, release } = ground;
  let closing: Promise<void> | undefined;
  const poolOf = (max: number): pg.Pool => {
    const pool = createPool({ ...connection, max, application_name: "spanbridge" });
    // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
    // One that is being closed may still be told that the database stops: a pool has ended before its connections have.
    pool.on("error", (error) => {
      if (!closing) log.warn({ error: error.message }, "a database connection was lost");
    });
    return pool;
  };
  const pool = poolOf(options.poolSize ?? 10);
  const streams = { pool: poolOf(MAX_STREAMS) };
  const prisma = createPrisma(pool);
  const close = async (): Promise<void> => {
    await prisma.$disconnect();
    await Promise.all([pool.end(), streams.pool.end()]);
    await release();
  };
  return {
    prisma,
    pool,
    streams,
    kind,
    dataDir,
    connection,
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
