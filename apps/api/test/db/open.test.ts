import pg from "pg";
import { expect, test } from "vitest";
import { openCluster } from "../../src/db/cluster/index.ts";
import { silentLog as log } from "../../src/db/log.ts";
import { openDatabase } from "../../src/db/open.ts";
import { requireVersion } from "../../src/db/server-check.ts";
import { createEmptyDatabase, useTestDatabase } from "../support/database.ts";
import { temporaryDataDir, until } from "../support/processes.ts";

const database = useTestDatabase();
const open = (databaseUrl: string) => openDatabase({ dataDir: "unused", databaseUrl }, log);

test("opens and migrates the database that DATABASE_URL names", async () => {
  const empty = await createEmptyDatabase();
  const opened = await open(empty.url);
  if (!opened.ok) expect.fail(opened.error.detail);
  expect(opened.value.kind).toBe("server");
  expect(await opened.value.prisma.project.count()).toBe(0);
  await opened.value.close();
  await opened.value.close();
  await empty.drop();
});

test("a server that does not answer", async () => {
  expect(await open("postgresql://someone:secret@127.0.0.1:1/spanbridge")).toMatchObject({
    ok: false,
    error: { kind: "unreachable", userMessage: expect.stringContaining("127.0.0.1:1 ") },
  });
});

test("a database that does not exist", async () => {
  const url = new URL(database().url);
  url.pathname = "/nowhere";
  expect(await open(url.href)).toMatchObject({ ok: false, error: { kind: "noSuchDatabase" } });
});

test("a wrong password is said and not shown", async () => {
  const dataDir = await temporaryDataDir();
  const cluster = await openCluster({ dataDir, log, transport: "tcp", settings: { fsync: "off" } });
  const { user, port, database: name } = cluster.connection;
  const opened = await open(`postgresql://${user}:geheim@127.0.0.1:${port}/${name}`);
  expect(opened).toMatchObject({ ok: false, error: { kind: "accessDenied" } });
  expect(JSON.stringify(opened)).not.toContain("geheim");
  await cluster.close();
});

test("a database in another encoding", async () => {
  const latin = await createEmptyDatabase(
    "ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0",
  );
  expect(await open(latin.url)).toMatchObject({ ok: false, error: { kind: "wrongEncoding" } });
  await latin.drop();
});

test("another schema than public", async () => {
  expect(await open("postgresql://someone@localhost/spanbridge?schema=tenant")).toMatchObject({
    ok: false,
    error: { kind: "badUrl" },
  });
});

test("data of a newer version, in words for the user", async () => {
  const { pool, url } = database();
  await pool.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_future', now())",
  );
  expect(await open(url)).toMatchObject({
    ok: false,
    error: { kind: "newerData", userMessage: expect.stringMatching(/newer Spanbridge/) },
  });
});

test("servers from PostgreSQL 15 on will do", () => {
  expect(() => requireVersion(150_000)).not.toThrow();
  expect(() => requireVersion(180_004)).not.toThrow();
  expect(() => requireVersion(140_012)).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        kind: "serverTooOld",
        userMessage: expect.stringContaining("PostgreSQL 14"),
      }),
    }),
  );
});

test("a broken idle connection does not end the process and is replaced", async () => {
  const { pool, connection } = database();
  await pool.query("SELECT 1");
  const admin = new pg.Client(connection);
  await admin.connect();
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await admin.end();
  // A query sent before the news arrives meets the broken connection.
  await until(() =>
    pool.query("SELECT 1").then(
      () => true,
      () => false,
    ),
  );
});

test("a connection that breaks is said, unless it is being closed: the database may stop before it has gone", async () => {
  const said: string[] = [];
  const listening = { ...log, warn: (_: object | string, message = "") => said.push(message) };
  const empty = await createEmptyDatabase();
  const opened = await openDatabase({ dataDir: "unused", databaseUrl: empty.url }, listening);
  if (!opened.ok) expect.fail(opened.error.detail);
  const { pool, close } = opened.value;
  const broken = new Error("terminating connection due to administrator command");
  const client = await pool.connect();
  pool.emit("error", broken, client);
  client.release();
  expect(said).toEqual(["a database connection was lost"]);
  const closed = close();
  pool.emit("error", broken, client);
  await closed;
  expect(said).toHaveLength(1);
  await empty.drop();
});
