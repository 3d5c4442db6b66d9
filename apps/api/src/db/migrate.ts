import { randomUUID } from "node:crypto";
import pg from "pg";
import { SERVER } from "./locks.ts";
import type { Log } from "./log.ts";
import { type Migration, readMigrations } from "./migrations.ts";
import { codeOf, DatabaseFailure, describeCause } from "./problem.ts";

export type MigrateOptions = {
  readonly log: Log;
  /** Refuse to change the tables under a running server; for the embedded database, which has one at most. */
  readonly singleServer: boolean;
  readonly migrations?: readonly Migration[];
};

type AppliedRow = { migration_name: string; checksum: string; finished: boolean };

/** The lock that Prisma's own command line takes for the same purpose. */
const PRISMA_MIGRATE = 72_707_369;

/**
 * Applies what is pending in `prisma/migrations`, each migration in one transaction together with its entry in Prisma's
 * table of migrations: a crash leaves it either done or not begun. (Prisma's engine writes the entry in a transaction
 * of its own and asks for help after a crash between the two.) Returns the names of the migrations applied.
 *
 * @throws DatabaseFailure when the data is newer than this program, or a migration fails.
 */
export async function migrate(config: pg.ClientConfig, options: MigrateOptions): Promise<readonly string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  const client = new pg.Client({ ...config, application_name: "spanbridge migrate" });
  // Without a listener, losing the connection would end the process; the query under way reports it.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await applyPending(client, migrations, options);
  } catch (error) {
    throw error instanceof DatabaseFailure ? error : updateFailure(error);
  } finally {
    // Ends the session and with it the locks.
    await client.end().catch(() => undefined);
  }
}

async function applyPending(
  client: pg.Client,
  migrations: readonly Migration[],
  { log, singleServer }: MigrateOptions,
): Promise<readonly string[]> {
  if (findPending(migrations, await readApplied(client)).length === 0) return [];
  await client.query("SELECT pg_advisory_lock($1)", [PRISMA_MIGRATE]);
  // Another process may have migrated while we waited.
  const pending = findPending(migrations, await readApplied(client));
  if (pending.length === 0) return [];
  if (singleServer) await refuseUnderServer(client);
  await client.query(createTable);
  for (const migration of pending) {
    log.info({ migration: migration.name }, "updating the database");
    await apply(client, migration);
  }
  return pending.map((migration) => migration.name);
}

async function readApplied(client: pg.Client): Promise<readonly AppliedRow[]> {
  const table = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  if (table.rows[0]?.exists !== true) return [];
  const { rows } = await client.query<AppliedRow>(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return rows;
}

/** What is still to be applied, once the history in the database is known to be the beginning of ours. */
export function findPending(
  migrations: readonly Migration[],
  applied: readonly AppliedRow[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = applied.filter((row) => !known.has(row.migration_name)).map((row) => row.migration_name);
  if (unknown.length > 0) {
    throw new DatabaseFailure(
      "newerData",
      "This data was written by a newer Spanbridge. Start it with that version, or set SPANBRIDGE_DATA to another directory.",
      `migrations unknown to this version: ${unknown.join(", ")}`,
    );
  }
  const halfDone = applied.filter((row) => !row.finished).map((row) => row.migration_name);
  if (halfDone.length > 0) {
    throw new DatabaseFailure(
      "migrationFailed",
      `Another tool began to update the database and did not finish (${halfDone.join(", ")}). Restore a backup, or resolve it with "npx prisma migrate resolve".`,
    );
  }
  const edited = applied.filter((row) => known.get(row.migration_name)?.checksum !== row.checksum);
  if (edited.length > 0) {
    const names = edited.map((row) => row.migration_name).join(", ");
    throw new DatabaseFailure(
      "migrationsDiffer",
      `This data was written by a development version of Spanbridge whose tables differ (${names}). Start it with that version, or set SPANBRIDGE_DATA to another directory.`,
    );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

/** The tables are about to change: not under a server that knows only the old ones. Holds the place until we are done. */
async function refuseUnderServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(`SELECT pg_try_advisory_lock(${SERVER}) AS free`);
  if (rows[0]?.free === true) return;
  throw new DatabaseFailure(
    "olderServerRunning",
    "A Spanbridge of an older version is running on this data. Stop it first: the database has to be updated.",
  );
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw updateFailure(error, name);
  }
}

const insufficientPrivilege = "42501";

function updateFailure(error: unknown, step?: string): DatabaseFailure {
  const why = [step, describeCause(error)].filter((part) => part !== undefined).join(": ");
  if (codeOf(error) === insufficientPrivilege) {
    return new DatabaseFailure(
      "accessDenied",
      `The database user may not create our tables (${why}). Make it the owner of the database, for example with ALTER DATABASE … OWNER TO ….`,
      error,
    );
  }
  return new DatabaseFailure(
    "migrationFailed",
    `The database could not be updated (${why}). Nothing was changed by this step.`,
    error,
  );
}

// As Prisma's engine creates it, so that its command line works on our databases.
const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
