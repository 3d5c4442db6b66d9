import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../log.ts";
import { DatabaseFailure, describeCause, fileFailure } from "../problem.ts";
import { type Account, chooseAccount } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { ensureCluster } from "./create.ts";
import { chooseEndpoint, connectionTo, type Endpoint, endpointOf, platformTransport } from "./endpoint.ts";
import { postGuardian } from "./guardian.ts";
import { type Holder, hold, letGo } from "./holder.ts";
import { type Layout, prepareLayout } from "./layout.ts";
import { hasEnded, launch, stop } from "./postmaster.ts";
import { isOurPostmaster, readPostmasterFile } from "./postmaster-file.ts";
import { acquireStartLock } from "./start-lock.ts";

export type ClusterOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** How PostgreSQL listens; the platform's own way unless a test wants the other. */
  readonly transport?: Endpoint["kind"];
  /** Further settings of PostgreSQL, used when this call is the one that starts it. */
  readonly settings?: Readonly<Record<string, string>>;
};

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
const orphanPatienceMs = 30_000;

type Ground = {
  readonly layout: Layout;
  readonly account: Account;
  readonly options: ClusterOptions;
};

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
    await ensureDatabase(first);
    const connection = await connectionTo(first.endpoint, layout, { user: appRole, database: appDatabase });
    return { dataDir: layout.dataDir, connection, close: keep(ground, first) };
  } catch (error) {
    throw fileFailure(error, layout.dataDir);
  } finally {
    lock.release();
  }
}

/** Call under the start lock. */
async function startOrAdopt(ground: Ground): Promise<Holder> {
  const { layout, options } = ground;
  for (;;) {
    const holder = (await adopt(ground)) ?? (await start(ground));
    if (holder === undefined) continue;
    await postGuardian(holder.config, layout, ground.account.binaries).catch((error) =>
      options.log.warn(
        { error: describeCause(error) },
        "nobody guards the database against killed processes",
      ),
    );
    return holder;
  }
}

/** Takes a share in the PostgreSQL that runs on the data directory; undefined when none does any more. */
async function adopt({ layout, options }: Ground): Promise<Holder | undefined> {
  const file = await readPostmasterFile(layout);
  if (file === undefined) return undefined;
  const isRunning = (): Promise<boolean> => isOurPostmaster(file.pid, layout);
  const endpoint = async (): Promise<Endpoint | undefined> => {
    const now = await readPostmasterFile(layout);
    return now === undefined ? undefined : endpointOf(now);
  };
  const holder = await hold(endpoint, layout, isRunning);
  if (holder !== undefined) return holder;
  if (!(await hasEnded(file.pid, layout, orphanPatienceMs))) {
    throw new DatabaseFailure(
      "startFailed",
      `PostgreSQL (process ${file.pid}) is stopping but does not come to an end. End it, then start again.`,
    );
  }
  // Its number may belong to another process by now; PostgreSQL would take that for a running server.
  const left = await readPostmasterFile(layout);
  if (left?.pid === file.pid) {
    options.log.info({ pid: file.pid }, "clearing the mark of a database that was killed");
    await rm(layout.postmasterFile, { force: true });
  }
  return undefined;
}

async function start({ layout, account, options }: Ground): Promise<Holder | undefined> {
  const giveUpAt = performance.now() + orphanPatienceMs;
  const endpoint = await chooseEndpoint(options.transport ?? platformTransport, layout, account);
  for (;;) {
    const launched = await launch(layout, account, endpoint, options.settings ?? {});
    const holder = await hold(async () => endpoint, layout, launched.isRunning);
    if (holder !== undefined) return holder;
    if (await launched.isRunning()) return undefined;
    const { again, failure } = await launched.whyEnded();
    if (!again || performance.now() > giveUpAt) throw failure;
    await delay(50);
  }
}

async function ensureDatabase({ client }: Holder): Promise<void> {
  const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [appRole]);
  const password = client.password;
  if (role.rowCount === 0) {
    const secret = typeof password === "string" ? ` PASSWORD ${pg.escapeLiteral(password)}` : "";
    await client.query(`CREATE ROLE ${appRole} LOGIN CREATEDB${secret}`);
  }
  const database = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [appDatabase]);
  if (database.rowCount === 0) await client.query(`CREATE DATABASE ${appDatabase} OWNER ${appRole}`);
}

/** Holds on until told otherwise: when PostgreSQL dies under us it is started again. Returns the way to let go. */
function keep(ground: Ground, first: Holder): () => Promise<void> {
  const { layout, account, options } = ground;
  let holder = first;
  let closing: Promise<void> | undefined;

  const watch = (): void => {
    void holder.ended.then(async () => {
      if (closing !== undefined) return;
      options.log.warn("the embedded database went away; starting it again");
      const lock = await acquireStartLock(layout.lockFile, options.log);
      try {
        holder = await startOrAdopt(ground);
        watch();
      } catch (error) {
        options.log.error({ error: describeCause(error) }, "the embedded database does not start again");
      } finally {
        lock.release();
      }
    });
  };
  watch();

  const letGoAndStop = async (): Promise<void> => {
    const lock = await acquireStartLock(layout.lockFile, options.log);
    try {
      const last = await letGo(holder).catch(() => false);
      if (last) await stop(layout, account, options.log);
      await holder.client.end().catch(() => undefined);
    } finally {
      lock.release();
    }
  };
  return () => {
    closing ??= letGoAndStop();
    return closing;
  };
}
