import { rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Log } from "../log.ts";
import { DatabaseFailure, describeCause } from "../problem.ts";
import type { Account } from "./account.ts";
import { chooseEndpoint, clearEndpoint, type Endpoint, endpointOf, platformTransport } from "./endpoint.ts";
import { postGuardian } from "./guardian.ts";
import { type Holder, hold } from "./holder.ts";
import type { Layout } from "./layout.ts";
import { hasEnded, launch } from "./postmaster.ts";
import { isOurPostmaster, readPostmasterFile } from "./postmaster-file.ts";

export type ClusterOptions = {
  readonly dataDir: string;
  readonly log: Log;
  /** How PostgreSQL listens; the platform's own way unless a test wants the other. */
  readonly transport?: Endpoint["kind"];
  /** Further settings of PostgreSQL, used when this call is the one that starts it. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** A complete cluster and the means to run it. */
export type Ground = {
  readonly layout: Layout;
  readonly account: Account;
  readonly options: ClusterOptions;
};

const orphanPatienceMs = 30_000;

/**
 * Takes a share in the cluster, which runs afterwards, guarded. Call it under the start lock.
 *
 * @param former where it listened until it died
 */
export async function startOrAdopt(ground: Ground, former?: Endpoint): Promise<Holder> {
  const { layout, options } = ground;
  for (;;) {
    const holder = (await adopt(ground)) ?? (await start(ground, former));
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

async function start(
  { layout, account, options }: Ground,
  former: Endpoint | undefined,
): Promise<Holder | undefined> {
  const giveUpAt = performance.now() + orphanPatienceMs;
  const endpoint = await chooseEndpoint(options.transport ?? platformTransport, layout, account, former);
  for (;;) {
    const launched = await launch(layout, account, endpoint, options.settings ?? {});
    const holder = await hold(async () => endpoint, layout, launched.isRunning);
    if (holder !== undefined) return holder;
    if (await launched.isRunning()) return undefined;
    const { again, failure } = await launched.whyEnded();
    if (!again || performance.now() > giveUpAt) {
      await clearEndpoint(endpoint);
      throw failure;
    }
    await delay(50);
  }
}
