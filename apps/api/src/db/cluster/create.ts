import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { Log } from "../log.ts";
import { DatabaseFailure, describeCause, fileFailure, shown } from "../problem.ts";
import type { Account } from "./account.ts";
import { POSTGRES_MAJOR } from "./binaries.ts";
import { type Endpoint, SUPERUSER } from "./endpoint.ts";
import { explain, otherVersion } from "./failure.ts";
import type { Layout } from "./layout.ts";
import { cleanEnvironment } from "./process.ts";

const run = promisify(execFile);

/**
 * Makes the cluster unless it exists. It is made under another name and renamed when it is complete and on disk, so a
 * kill at any moment leaves either no cluster or a whole one. Call it under the start lock.
 */
export async function ensureCluster(
  layout: Layout,
  account: Account,
  transport: Endpoint["kind"],
  log: Log,
): Promise<void> {
  await clearUnfinished(layout, log);
  if (existsSync(layout.cluster)) return checkVersion(layout);
  log.info({ dir: layout.cluster }, "creating the database");
  const unfinished = path.join(layout.dataDir, layout.unfinished + randomUUID());
  try {
    await mkdir(unfinished, { mode: 0o700 });
    if (account.owner !== undefined) await chown(unfinished, account.owner.uid, account.owner.gid);
    await initialise(unfinished, layout, account, transport);
    await rename(unfinished, layout.cluster);
    await syncDirectory(layout.dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw fileFailure(error, layout.dataDir);
  }
}

/** Whoever made these is dead, for we hold the lock. An orphaned initdb may still write into one: the next start tries again. */
async function clearUnfinished(layout: Layout, log: Log): Promise<void> {
  const names = await readdir(layout.dataDir);
  for (const name of names.filter((each) => each.startsWith(layout.unfinished))) {
    await rm(path.join(layout.dataDir, name), { recursive: true, force: true, maxRetries: 3 }).catch(
      (error) => log.warn({ name, error: describeCause(error) }, "could not clear an unfinished database"),
    );
  }
}

async function checkVersion(layout: Layout): Promise<void> {
  let version: string;
  try {
    version = (await readFile(path.join(layout.cluster, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    const failure = fileFailure(error, layout.cluster);
    if (failure instanceof DatabaseFailure) throw failure;
    throw otherVersion(layout, "is not a PostgreSQL data directory", error);
  }
  if (version === POSTGRES_MAJOR) return;
  throw otherVersion(layout, `was made by PostgreSQL ${version}; this Spanbridge carries ${POSTGRES_MAJOR}`);
}

async function initialise(
  dir: string,
  layout: Layout,
  account: Account,
  transport: Endpoint["kind"],
): Promise<void> {
  const { file, args } = account.command(account.binaries.initdb, [
    `--pgdata=${dir}`,
    `--username=${SUPERUSER}`,
    "--encoding=UTF8",
    // Sorting and case that depend on nothing of the machine: a data directory can move.
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(await authentication(layout, transport)),
  ]);
  try {
    await run(file, args, { ...account.startAs, cwd: "/", env: cleanEnvironment() });
  } catch (error) {
    const words = error instanceof Error && "stderr" in error ? String(error.stderr) : describeCause(error);
    throw await explain(
      words,
      layout,
      (gist) => `The database could not be created in ${shown(layout.dataDir)}: ${gist}.`,
    );
  }
}

/** The socket's directory is closed to others, so whoever reaches it is trusted; a port needs a password. */
async function authentication(layout: Layout, transport: Endpoint["kind"]): Promise<readonly string[]> {
  switch (transport) {
    case "socket":
      return ["--auth-local=trust", "--auth-host=reject"];
    case "tcp":
      await writeFile(layout.passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
      return ["--auth-local=reject", "--auth-host=scram-sha-256", `--pwfile=${layout.passwordFile}`];
  }
}

/** Makes a rename in `dir` survive a power cut. Windows has no such call and needs none. */
async function syncDirectory(dir: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(dir, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
