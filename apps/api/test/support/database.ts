import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { silentLog } from "../../src/db/log.ts";
import { connectDatabase, type Database } from "../../src/db/open.ts";

export const TEMPLATE = "spanbridge_template";

export type TestCluster = {
  /** Everything the run writes lies below it and goes with it. */
  readonly root: string;
  readonly dataDir: string;
  /** Directory of the socket. */
  readonly host: string;
  readonly user: string;
  /** A database to connect to for making others. */
  readonly database: string;
};

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

export type TestDatabase = Database & {
  /** The value of DATABASE_URL for a process that is to use this database. */
  readonly url: string;
};

export type EmptyDatabase = {
  readonly connection: pg.ClientConfig;
  /** The value of DATABASE_URL for it. */
  readonly url: string;
  readonly drop: () => Promise<void>;
};

/** A database without tables. @param options of CREATE DATABASE */
export async function createEmptyDatabase(options = "TEMPLATE template0"): Promise<EmptyDatabase> {
  const { host, user, database: home } = inject("cluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const at = { host, user, port: 5432, ssl: false };
  const run = async (statement: string): Promise<void> => {
    const admin = new pg.Client({ ...at, database: home });
    await admin.connect();
    try {
      await admin.query(statement);
    } finally {
      await admin.end();
    }
  };
  await run(`CREATE DATABASE ${name} ${options}`);
  return {
    connection: { ...at, database: name },
    url: `postgresql://${user}@localhost/${name}?host=${encodeURIComponent(host)}`,
    drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A migrated database of one's own, without rows. Closing it drops it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { connection, url, drop } = await createEmptyDatabase(`TEMPLATE ${TEMPLATE}`);
  const { dataDir } = inject("cluster");
  return { ...connectDatabase({ kind: "embedded", dataDir, connection, release: drop }, silentLog), url };
}

/**
 * A fresh database for the tests of a file (or of a `describe`): call it at their top and call what it returns inside a
 * test or hook.
 */
export function useTestDatabase(): () => TestDatabase {
  let current: TestDatabase | undefined;
  beforeAll(async () => {
    current = await createTestDatabase();
  });
  afterAll(async () => {
    await current?.close();
  });
  return () => {
    if (current === undefined) throw new Error("the test database exists only inside tests and hooks");
    return current;
  };
}
