import { existsSync, statSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { describe, expect, onTestFinished, test } from "vitest";
import { chooseAccount } from "../../src/db/cluster/account.ts";
import { findBinaries } from "../../src/db/cluster/binaries.ts";
import { ensureCluster } from "../../src/db/cluster/create.ts";
import { chooseEndpoint } from "../../src/db/cluster/endpoint.ts";
import { type Cluster, openCluster } from "../../src/db/cluster/index.ts";
import { prepareLayout } from "../../src/db/cluster/layout.ts";
import { launch } from "../../src/db/cluster/postmaster.ts";
import { silentLog as log } from "../../src/db/log.ts";
import {
  endPostgres,
  postmasterPid,
  startProcess,
  temporaryDataDir,
  until,
  untilGone,
  useDataDir,
} from "../support/processes.ts";

const shared = useDataDir();

async function query(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new pg.Client(cluster.connection);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a second start finds what the first one wrote, and closing stops PostgreSQL", async () => {
  const dataDir = shared();
  const first = await openCluster({ dataDir, log });
  await query(first, "CREATE TABLE kept AS SELECT '臺北🌉' AS name");
  await first.close();
  expect(await postmasterPid(dataDir)).toBeUndefined();

  const second = await openCluster({ dataDir, log });
  expect(await query(second, "SELECT name FROM kept")).toEqual([{ name: "臺北🌉" }]);
  expect(await query(second, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: "on" }]);
  expect(await query(second, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).toEqual([
    { rolsuper: false },
  ]);
  await second.close();
});

test("listens on a socket that others cannot reach and on no port", async () => {
  const dataDir = shared();
  const cluster = await openCluster({ dataDir, log });
  const settings = await query(
    cluster,
    "SELECT current_setting('listen_addresses') AS tcp, current_setting('unix_socket_permissions') AS mode",
  );
  expect(settings).toEqual([{ tcp: "", mode: "0700" }]);
  expect(cluster.connection.host).toBe(path.join(dataDir, "run"));
  await cluster.close();
});

test("a data directory with a long path gets its socket elsewhere", async () => {
  const dataDir = path.join(await temporaryDataDir(), "长".repeat(30), "x".repeat(60));
  const cluster = await openCluster({ dataDir, log });
  expect(await query(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  expect(Buffer.byteLength(`${cluster.connection.host}/.s.PGSQL.5432`)).toBeLessThanOrEqual(103);
  const again = await openCluster({ dataDir, log });
  expect(again.connection.host).toBe(cluster.connection.host);
  await cluster.close();
  await again.close();
  expect(existsSync(String(cluster.connection.host))).toBe(false);
});

test("a local port with a password serves where there are no sockets", async () => {
  const dataDir = await temporaryDataDir();
  const cluster = await openCluster({ dataDir, log, transport: "tcp" });
  expect(await query(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  const stranger = new pg.Client({ ...cluster.connection, password: "guess" });
  await expect(stranger.connect()).rejects.toMatchObject({ code: "28P01" });
  await cluster.close();
});

describe("several holders", () => {
  test("the last one out stops PostgreSQL", async () => {
    const dataDir = shared();
    const first = startProcess("cluster", dataDir);
    expect(await first.said).toMatchObject({ kind: "open" });
    const second = await openCluster({ dataDir, log });
    const pid = await postmasterPid(dataDir);
    await first.close();
    expect(await postmasterPid(dataDir)).toBe(pid);
    expect(await query(second, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await second.close();
    expect(await postmasterPid(dataDir)).toBeUndefined();
  });

  test("processes that start at the same time on nothing share one cluster", async () => {
    const dataDir = path.join(await temporaryDataDir(), `it's "data", 数据`);
    onTestFinished(() => endPostgres(dataDir));
    const processes = [1, 2, 3].map(() => startProcess("database", dataDir));
    for (const each of processes) expect(await each.said).toMatchObject({ kind: "open" });
    await Promise.all(processes.map((each) => each.close()));
    expect(await postmasterPid(dataDir)).toBeUndefined();
    expect((await readdir(dataDir)).filter((name) => name.startsWith("postgres.new-"))).toEqual([]);
  });

  test("a killed holder neither keeps PostgreSQL alive nor takes it from the others", async () => {
    const dataDir = shared();
    const victim = startProcess("cluster", dataDir);
    await victim.said;
    const other = startProcess("cluster", dataDir);
    await other.said;
    const pid = await postmasterPid(dataDir);
    await victim.kill();
    const third = await openCluster({ dataDir, log });
    expect(await postmasterPid(dataDir)).toBe(pid);
    await third.close();
    expect(await postmasterPid(dataDir)).toBe(pid);
    await other.kill();
    await untilGone(pid ?? 0);
  });
});

describe("after a kill", () => {
  test("a PostgreSQL whose starter was killed before it could claim it is adopted", async () => {
    const dataDir = shared();
    const layout = await prepareLayout(dataDir);
    const account = await chooseAccount(await findBinaries(), layout);
    await ensureCluster(layout, account, "socket", log);
    await launch(layout, account, await chooseEndpoint("socket", layout, account, undefined), {});
    await until(async () => (await postmasterPid(dataDir)) !== undefined);
    const pid = await postmasterPid(dataDir);
    const cluster = await openCluster({ dataDir, log });
    expect(await postmasterPid(dataDir)).toBe(pid);
    await cluster.close();
    expect(await postmasterPid(dataDir)).toBeUndefined();
  });

  test("a start right after the kill of the only holder goes well", async () => {
    const dataDir = shared();
    const victim = startProcess("cluster", dataDir);
    await victim.said;
    await victim.kill();
    const cluster = await openCluster({ dataDir, log });
    expect(await query(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await cluster.close();
  });

  test.each([
    ["another process", () => process.pid],
    ["no process", () => 2 ** 22 + 1],
  ])("a left-over postmaster.pid with the number of %s is cleared", async (_, pid) => {
    const dataDir = shared();
    await (await openCluster({ dataDir, log })).close();
    const file = path.join(dataDir, "postgres", "postmaster.pid");
    await writeFile(
      file,
      `${pid()}\n${path.join(dataDir, "postgres")}\n1700000000\n5432\n${dataDir}/run\n\n`,
    );
    const cluster = await openCluster({ dataDir, log });
    expect(await query(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await cluster.close();
  });

  test("when PostgreSQL itself is killed under a holder it comes back by itself", async () => {
    const dataDir = shared();
    const cluster = await openCluster({ dataDir, log });
    const pid = (await postmasterPid(dataDir)) ?? 0;
    process.kill(pid, "SIGKILL");
    await until(() =>
      query(cluster, "SELECT 1").then(
        () => true,
        () => false,
      ),
    );
    expect(await postmasterPid(dataDir)).not.toBe(pid);
    await cluster.close();
    expect(await postmasterPid(dataDir)).toBeUndefined();
  });
});

describe("what does not fit is said", () => {
  test("a data directory of another PostgreSQL", async () => {
    const dataDir = await temporaryDataDir();
    await mkdir(path.join(dataDir, "postgres"));
    await writeFile(path.join(dataDir, "postgres", "PG_VERSION"), "17\n");
    await expect(openCluster({ dataDir, log })).rejects.toMatchObject({
      problem: { kind: "otherPostgresVersion", userMessage: expect.stringContaining("PostgreSQL 17") },
    });
  });

  test("a file where the data directory should be", async () => {
    const dataDir = path.join(await temporaryDataDir(), "file");
    await writeFile(dataDir, "");
    await expect(openCluster({ dataDir, log })).rejects.toMatchObject({ problem: { kind: "notWritable" } });
  });

  test("a PostgreSQL that does not start: its own words and where the log is", async () => {
    const dataDir = shared();
    const settings = { shared_buffers: "1 parsec" };
    await expect(openCluster({ dataDir, log, settings })).rejects.toMatchObject({
      problem: { kind: "startFailed", userMessage: expect.stringMatching(/shared_buffers.*postgres\.log/) },
    });
    expect(await readFile(path.join(dataDir, "postgres.log"), "utf8")).toContain("parsec");
    await (await openCluster({ dataDir, log })).close();
  });
});

/** Whether users other than the owner get to a path: a clone below a closed home is out of their reach. */
const othersMayPass = (place: string): boolean =>
  (statSync(place).mode & 0o001) !== 0 &&
  (place === path.dirname(place) || othersMayPass(path.dirname(place)));

describe.skipIf(process.getuid?.() !== 0)("as root where user namespaces are refused", () => {
  const nobody = 65_534;

  test.skipIf(!othersMayPass(import.meta.dirname))("PostgreSQL runs as nobody", async () => {
    const dataDir = await temporaryDataDir();
    const only = startProcess("cluster", dataDir, { PATH: "/nowhere" });
    expect(await only.said).toMatchObject({ kind: "open" });
    expect((await stat(path.join(dataDir, "postgres"))).uid).toBe(nobody);
    await only.close();
    // Such data stays with its owner where there are user namespaces.
    const cluster = await openCluster({ dataDir, log });
    expect(await query(cluster, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await cluster.close();
  });

  test("below a directory that is closed to others too", async () => {
    const closed = await temporaryDataDir();
    await chmod(closed, 0o700);
    const bin = path.join(closed, "bin");
    await mkdir(bin);
    await symlink("/usr/bin/setpriv", path.join(bin, "setpriv"));
    const dataDir = path.join(closed, "data");
    onTestFinished(() => endPostgres(dataDir));
    const only = startProcess("cluster", dataDir, { PATH: bin });
    expect(await only.said).toMatchObject({ kind: "open" });
    expect((await stat(path.join(dataDir, "postgres"))).uid).toBe(nobody);
    await only.close();
  });

  test("without a way it says what to do", async () => {
    const closed = await temporaryDataDir();
    await chmod(closed, 0o700);
    const only = startProcess("cluster", path.join(closed, "data"), { PATH: "/nowhere" });
    expect(await only.said).toMatchObject({
      kind: "failed",
      problem: "rootRefused",
      userMessage: expect.stringMatching(/ordinary user.*SPANBRIDGE_DATA.*DATABASE_URL/),
    });
    await only.close();
  });
});
