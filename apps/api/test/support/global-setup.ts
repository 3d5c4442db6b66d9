import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { type Cluster, openCluster } from "../../src/db/cluster/index.ts";
import { isAlive } from "../../src/db/cluster/process.ts";
import { silentLog } from "../../src/db/log.ts";
import { migrate } from "../../src/db/migrate.ts";
import { TEMPLATE, type TestCluster } from "./database.ts";

const prefix = "spanbridge-test-";
const ownerFile = "owner.pid";

/** One embedded cluster for the whole run, with one migrated database that every test database is a copy of. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearDeadRuns();
  const root = await mkdtemp(path.join(tmpdir(), prefix));
  await writeFile(path.join(root, ownerFile), String(process.pid));
  const dataDir = path.join(root, "data");
  // What the tests write need not survive a power cut. The tests of the cluster itself use their own, with fsync.
  // A worker of autovacuum in a database would keep us from dropping it: it is a superuser's, and we are not.
  const settings = { fsync: "off", max_connections: "200", autovacuum: "off" };
  let cluster: Cluster | undefined;
  const teardown = async (): Promise<void> => {
    await cluster?.close();
    await rm(root, { recursive: true, force: true });
  };
  try {
    cluster = await openCluster({ dataDir, log: silentLog, settings });
    const { host = "", user = "" } = cluster.connection;
    const admin = new pg.Client(cluster.connection);
    await admin.connect();
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    await admin.end();
    await migrate({ ...cluster.connection, database: TEMPLATE }, { log: silentLog, singleServer: true });
    const provided: TestCluster = {
      root,
      dataDir,
      host,
      user,
      database: String(cluster.connection.database),
    };
    project.provide("cluster", provided);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** A run that was killed could not clean up. Its PostgreSQL stops by itself; its directory is still there. */
async function clearDeadRuns(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const dir = path.join(tmpdir(), name);
    const pids = await Promise.all([
      readPid(path.join(dir, ownerFile)),
      readPid(path.join(dir, "data/postgres/postmaster.pid")),
    ]);
    const alive = await Promise.all(pids.map((pid) => (pid === undefined ? false : isAlive(pid))));
    if (pids[0] !== undefined && !alive.includes(true)) await rm(dir, { recursive: true, force: true });
  }
}

async function readPid(file: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  return pid > 0 ? pid : undefined;
}
