import { createHash } from "node:crypto";
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { SERVER } from "../../src/db/locks.ts";
import { silentLog as log } from "../../src/db/log.ts";
import { migrate } from "../../src/db/migrate.ts";
import { type Migration, readMigrations } from "../../src/db/migrations.ts";
import { createEmptyDatabase, type EmptyDatabase } from "../support/database.ts";

const one = migration("0001_one", "CREATE TABLE one (id int PRIMARY KEY);");
const two = migration(
  "0002_two",
  "ALTER TABLE one ADD COLUMN name text; CREATE INDEX one_name ON one (name);",
);

let database: EmptyDatabase;
beforeEach(async () => {
  database = await createEmptyDatabase();
  return database.drop;
});

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
}

const run = (...migrations: readonly Migration[]): Promise<readonly string[]> =>
  migrate(database.connection, { log, singleServer: true, migrations });

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client(database.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("applies what is pending, once, in order, and keeps Prisma's books", async () => {
  expect(await run(one)).toEqual(["0001_one"]);
  expect(await run(one, two)).toEqual(["0002_two"]);
  expect(await run(one, two)).toEqual([]);
  const books = await query(
    `SELECT migration_name AS name, checksum, finished_at >= started_at AS finished, rolled_back_at, applied_steps_count AS steps
     FROM _prisma_migrations ORDER BY started_at`,
  );
  const entry = { finished: true, rolled_back_at: null, steps: 1 };
  expect(books).toEqual([
    { name: one.name, checksum: one.checksum, ...entry },
    { name: two.name, checksum: two.checksum, ...entry },
  ]);
});

test("our own migrations apply to an empty database", async () => {
  const own = await readMigrations();
  expect(await run(...own)).toEqual(own.map((each) => each.name));
});

test("two at once: one of them does it", async () => {
  const applied = await Promise.all([run(one, two), run(one, two), run(one, two)]);
  expect(applied.flat().sort()).toEqual([one.name, two.name]);
});

test("a migration that fails half way leaves no trace, and the next start does it anew", async () => {
  const bad = migration("0002_two", "ALTER TABLE one ADD COLUMN name text; SELECT 1 / 0;");
  await expect(run(one, bad)).rejects.toMatchObject({
    problem: { kind: "migrationFailed", userMessage: expect.stringContaining("0002_two: division by zero") },
  });
  expect(await query("SELECT migration_name FROM _prisma_migrations")).toEqual([
    { migration_name: one.name },
  ]);
  expect(await run(one, two)).toEqual([two.name]);
});

test("data of a newer version is refused and left alone", async () => {
  await run(one, two);
  await expect(run(one)).rejects.toMatchObject({
    problem: { kind: "newerData", detail: expect.stringContaining("0002_two") },
  });
});

test("data of a migration that was changed afterwards is refused", async () => {
  await run(one);
  await expect(run(migration("0001_one", "CREATE TABLE other (id int);"))).rejects.toMatchObject({
    problem: { kind: "migrationsDiffer" },
  });
});

test("a migration that another tool left half done is reported", async () => {
  await run(one);
  await query("UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(run(one, two)).rejects.toMatchObject({ problem: { kind: "migrationFailed" } });
});

test("the tables are not changed under a running server", async () => {
  await run(one);
  const server = new pg.Client(database.connection);
  await server.connect();
  await server.query(`SELECT pg_advisory_lock(${SERVER})`);
  await expect(run(one, two)).rejects.toMatchObject({ problem: { kind: "olderServerRunning" } });
  expect(await run(one)).toEqual([]);
  await server.end();
  expect(await run(one, two)).toEqual([two.name]);
});

test("a user who may not create tables is told so", async () => {
  await query("REVOKE CREATE ON SCHEMA public FROM pg_database_owner, PUBLIC");
  await expect(run(one)).rejects.toMatchObject({
    problem: { kind: "accessDenied", detail: "permission denied for schema public" },
  });
});
