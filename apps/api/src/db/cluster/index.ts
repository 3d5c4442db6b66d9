import type pg from "pg";
import { escapeLiteral } from "pg";
import { fileFailure } from "../problem.ts";
import { chooseAccount, handOver } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./create.ts";
import { connectionTo, platformTransport } from "./endpoint.ts";
import type { Holder } from "./holder.ts";
import { keep } from "./keep.ts";
import { type Layout, prepareLayout } from "./layout.ts";
import { type ClusterOptions, type Ground, startOrAdopt } from "./run.ts";
import { acquireStartLock } from "./start-lock.ts";

/** An embedded PostgreSQL that runs at least until `close`. */
export type Cluster = {
  readonly dataDir: string;
  /** To the database `spanbridge`, as its owner, who is no superuser. */
  readonly connection: pg.ClientConfig;
  /** Lets go of the cluster and, as the last of all processes that use it, stops it. */
  readonly close: () => Promise<void>;
};

const appRole = "spanbridge";
const appDatabase = "spanbridge";

/**
 * Creates, starts or adopts the cluster of a data directory and holds it. Any number of processes may do so at once.
 * @throws DatabaseFailure
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const { log } = options;
  const layout = await prepareLayout(options.dataDir);
  const binaries = await findBinaries();
  const lock = await acquireStartLock(layout.lockFile, log);
  try {
    const account = await chooseAccount(binaries, layout);
    const ground: Ground = { layout, account, options };
    await ensureCluster(layout, account, options.transport ?? platformTransport, log);
    const first = await startOrAdopt(ground);
    await prepare(first, layout);
    const connection = await connectionTo(first.endpoint, layout, { user: appRole, database: appDatabase });
    return { dataDir: layout.dataDir, connection, close: keep(ground, first) };
  } catch (error) {
    throw fileFailure(error, layout.dataDir);
  } finally {
    lock.release();
  }
}

async function prepare(holder: Holder, layout: Layout): Promise<void> {
  try {
    await handOver(layout);
    await ensureDatabase(holder);
  } catch (error) {
    // Nobody will use it: without its holder the guardian stops it.
    await holder.client.end().catch(() => undefined);
    throw error;
  }
}

async function ensureDatabase({ client, config: { password } }: Holder): Promise<void> {
  const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [appRole]);
  if (role.rowCount === 0) {
    const secret = typeof password === "string" ? ` PASSWORD ${escapeLiteral(password)}` : "";
    await client.query(`CREATE ROLE ${appRole} LOGIN CREATEDB${secret}`);
  }
  const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [appDatabase]);
  if (database.rowCount === 0) await client.query(`CREATE DATABASE ${appDatabase} OWNER ${appRole}`);
}
