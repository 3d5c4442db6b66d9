import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { DatabaseFailure, describeCause, shown } from "../problem.ts";
import type { Binaries } from "./binaries.ts";
import type { Layout } from "./layout.ts";
import { cleanEnvironment } from "./process.ts";

/** Whose rights PostgreSQL runs with. It refuses to run with those of root. */
export type Account = {
  /** The program and arguments that run `file` under this account. */
  readonly command: (file: string, args: readonly string[]) => { file: string; args: readonly string[] };
  /** To be started as that user, by the system call. */
  readonly startAs: Owner | undefined;
  /** Set where PostgreSQL's files must belong to another user than the one who runs us. */
  readonly owner: Owner | undefined;
  readonly binaries: Binaries;
};

type Way = Omit<Account, "binaries">;

type Owner = { readonly uid: number; readonly gid: number };

const run = promisify(execFile);
const nobody: Owner = { uid: 65_534, gid: 65_534 };

const asWeAre: Way = { command: (file, args) => ({ file, args }), startAs: undefined, owner: undefined };

/** In a user namespace we are user 1000 to ourselves and stay root to the file system: no file changes hands. */
const inUserNamespace: Way = {
  ...asWeAre,
  command: (file, args) => ({
    file: "unshare",
    args: ["--user", "--map-user=1000", "--map-group=1000", "--", file, ...args],
  }),
};

/** For systems without user namespaces, such as most containers; what lies out of that user's reach stays so. */
function asUser(owner: Owner): Way {
  return { ...asWeAre, startAs: owner, owner };
}

/** The same, with root's right to enter any directory, such as a home that is closed to others. */
function asUserAnywhere(owner: Owner): Way {
  // Without the securebit that right would not count in access(2), by which PostgreSQL looks for its own programs.
  const capability = [
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
  ];
  const user = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, "--clear-groups"];
  return {
    ...asWeAre,
    command: (file, args) => ({ file: "setpriv", args: [...user, ...capability, "--", file, ...args] }),
    owner,
  };
}

/** The first way to run PostgreSQL that works here. Data that exists stays with its owner. */
export async function chooseAccount(binaries: Binaries, layout: Layout): Promise<Account> {
  if (process.getuid?.() !== 0) return { ...asWeAre, binaries };
  const refusals: string[] = [];
  for (const way of waysFor(await ownerOfCluster(layout))) {
    if (way.startAs !== undefined) await letThrough(layout.dataDir);
    const refusal = await whyNot(way, binaries, layout);
    if (refusal === undefined) return { ...way, binaries };
    refusals.push(refusal);
  }
  throw new DatabaseFailure(
    "rootRefused",
    `PostgreSQL does not run as root, and this system offers no way around it for ${shown(layout.dataDir)}. Start Spanbridge as an ordinary user, or set SPANBRIDGE_DATA to a directory that every user can enter (such as /var/lib/spanbridge), or set DATABASE_URL to a PostgreSQL server.`,
    refusals.join("; "),
  );
}

/** A data directory of root can be crossed by the user that PostgreSQL will run as, though not read. */
async function letThrough(dataDir: string): Promise<void> {
  const { uid, mode } = await stat(dataDir);
  if (uid === 0) await chmod(dataDir, mode | 0o011);
}

function waysFor(owner: Owner | undefined): readonly Way[] {
  if (owner === undefined) return [inUserNamespace, asUser(nobody), asUserAnywhere(nobody)];
  return owner.uid === 0 ? [inUserNamespace] : [asUser(owner), asUserAnywhere(owner)];
}

/** Undefined when PostgreSQL runs this way and can enter the data directory. */
async function whyNot(way: Way, binaries: Binaries, layout: Layout): Promise<string | undefined> {
  // Looks for all it needs, says what it would do, and does nothing.
  const trial = [
    "-c",
    'cd "$1" && exec "$2" --show --pgdata="$1/trial"',
    "sh",
    layout.dataDir,
    binaries.initdb,
  ];
  const { file, args } = way.command("/bin/sh", trial);
  try {
    await run(file, args, { ...way.startAs, cwd: "/", env: cleanEnvironment() });
    return undefined;
  } catch (error) {
    return describeCause(error);
  }
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
