import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, cp, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { DatabaseFailure, describeCause, shown } from "../problem.ts";
import { type Binaries, binariesIn } from "./binaries.ts";
import type { Layout } from "./layout.ts";
import { cleanEnvironment } from "./process.ts";

/** Whose rights PostgreSQL runs with. It refuses to run with those of root. */
export type Account = {
  /** The program and arguments that run `file` under this account. */
  readonly command: (file: string, args: readonly string[]) => { file: string; args: readonly string[] };
  /** Set where its files must belong to another user than the one who runs us. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** A copy where the installed ones lie out of this account's reach. */
  readonly binaries: Binaries;
};

type Owner = NonNullable<Account["owner"]>;

const run = promisify(execFile);
const nobody: Owner = { uid: 65_534, gid: 65_534 };
const asIs: Account["command"] = (file, args) => ({ file, args });

export async function chooseAccount(binaries: Binaries, layout: Layout): Promise<Account> {
  if (process.getuid?.() !== 0) return { command: asIs, owner: undefined, binaries };

  const owner = await ownerOfCluster(layout);
  if (owner !== undefined && owner.uid !== 0) return asUser(owner, binaries, layout);

  const mapped: Account = { command: inUserNamespace, owner: undefined, binaries };
  const refusal = await whyNotRunnable(mapped);
  if (refusal === undefined) return mapped;
  if (owner !== undefined) throw rootRefused(layout, refusal);
  return asUser(nobody, binaries, layout);
}

/** In a user namespace we are user 1000 to ourselves and stay root to the file system: no file changes hands. */
function inUserNamespace(file: string, args: readonly string[]): { file: string; args: readonly string[] } {
  return { file: "unshare", args: ["--user", "--map-user=1000", "--map-group=1000", "--", file, ...args] };
}

async function asUser(owner: Owner, installed: Binaries, layout: Layout): Promise<Account> {
  const account: Account = { command: asIs, owner, binaries: installed };
  const unreachable = await whyNot("/bin/sh", ["-c", 'cd "$1"', "sh", layout.dataDir], owner);
  if (unreachable !== undefined) throw rootRefused(layout, unreachable);
  if ((await whyNotRunnable(account)) === undefined) return account;

  const copied: Account = { ...account, binaries: await copyBinaries(installed, layout) };
  const refusal = await whyNotRunnable(copied);
  if (refusal !== undefined) throw rootRefused(layout, refusal);
  return copied;
}

/** As root in the data directory of another user: what we made there is theirs, or they could not start it again. */
export async function handOver(layout: Layout): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(layout.dataDir);
  if (uid === 0) return;
  for (const file of [layout.lockFile, layout.log]) {
    if (existsSync(file)) await chown(file, uid, gid);
  }
}

async function ownerOfCluster(layout: Layout): Promise<Owner | undefined> {
  try {
    const { uid, gid } = await stat(layout.cluster);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

async function copyBinaries(installed: Binaries, layout: Layout): Promise<Binaries> {
  const home = path.join(layout.dataDir, "postgres.programs");
  const unfinished = `${home}.new`;
  // Copied anew each time: an update of Spanbridge may have brought another PostgreSQL.
  await rm(unfinished, { recursive: true, force: true });
  await cp(installed.home, unfinished, { recursive: true, verbatimSymlinks: true });
  if (existsSync(home)) await rm(home, { recursive: true, force: true });
  await rename(unfinished, home);
  return binariesIn(home);
}

function whyNotRunnable(account: Account): Promise<string | undefined> {
  const { file, args } = account.command(account.binaries.postgres, ["--version"]);
  return whyNot(file, args, account.owner);
}

/** Undefined when the program ran well, otherwise what went wrong. */
async function whyNot(
  file: string,
  args: readonly string[],
  owner: Owner | undefined,
): Promise<string | undefined> {
  try {
    await run(file, args, { ...owner, cwd: "/", env: cleanEnvironment() });
    return undefined;
  } catch (error) {
    return describeCause(error);
  }
}

function rootRefused(layout: Layout, cause: string): DatabaseFailure {
  return new DatabaseFailure(
    "rootRefused",
    `PostgreSQL does not run as root, and this system offers no way around it for ${shown(layout.dataDir)}. Start Spanbridge as an ordinary user, or set SPANBRIDGE_DATA to a directory that every user can enter (such as /var/lib/spanbridge), or set DATABASE_URL to a PostgreSQL server.`,
    cause,
  );
}
