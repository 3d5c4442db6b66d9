import { execFile, spawn } from "node:child_process";
import { open, rename, rm, stat } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { Log } from "../log.ts";
import { codeOf, type DatabaseFailure, describeCause, shown } from "../problem.ts";
import type { Account } from "./account.ts";
import { type Endpoint, listenSettings } from "./endpoint.ts";
import { explain } from "./failure.ts";
import type { Layout } from "./layout.ts";
import { isOurPostmaster, readPostmasterFile } from "./postmaster-file.ts";
import { cleanEnvironment } from "./process.ts";

/** A PostgreSQL that we started and that has not yet said whether it will run. */
export type Launch = {
  readonly isRunning: () => Promise<boolean>;
  /** Why it ended, from its log. `again` where another try may go well. */
  readonly whyEnded: () => Promise<{ readonly again: boolean; readonly failure: DatabaseFailure }>;
};

const largestLog = 10 * 1024 * 1024;
const pollMs = 10;
const fastStopMs = 60_000;

/**
 * Starts PostgreSQL in a session of its own: a terminal's Ctrl-C reaches us but not it, so that we can shut down in
 * order, and it survives our death, to be adopted by the next start.
 */
export async function launch(
  layout: Layout,
  account: Account,
  endpoint: Endpoint,
  settings: Readonly<Record<string, string>>,
): Promise<Launch> {
  await rotateLog(layout);
  const log = await open(layout.log, "a", 0o600);
  const { size: logStart } = await log.stat();
  const options = Object.entries({ ...listenSettings(endpoint), ...baseSettings, ...settings });
  const { file, args } = account.command(account.binaries.postgres, [
    "-D",
    layout.cluster,
    ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  let exited = false;
  let spawnError: unknown;
  try {
    const child = spawn(file, args, {
      ...account.startAs,
      cwd: process.platform === "win32" ? layout.dataDir : "/",
      env: cleanEnvironment(),
      detached: true,
      windowsHide: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    child.on("error", (error) => {
      exited = true;
      spawnError = error;
    });
    child.on("exit", () => {
      exited = true;
    });
    child.unref();
  } finally {
    await log.close();
  }
  return {
    isRunning: async () => !exited,
    whyEnded: async () => {
      const words =
        spawnError === undefined ? await readFrom(layout.log, logStart) : describeCause(spawnError);
      const failure = await explain(
        words,
        layout,
        (gist) => `The database did not start: ${gist}. Its log is ${shown(layout.log)}.`,
      );
      // The last of a killed PostgreSQL's processes take a moment to notice that they are alone.
      return { again: /pre-existing shared memory block|lock file ".*" already exists/.test(words), failure };
    },
  };
}

const baseSettings: Readonly<Record<string, string>> = {
  cluster_name: "spanbridge",
  max_connections: "100",
  log_timezone: "UTC",
  timezone: "UTC",
  log_line_prefix: "%m [%p] %d ",
  log_checkpoints: "off",
  // Our guardian relies on running on after its client has gone.
  client_connection_check_interval: "0",
};

/** Asks the running cluster to end (without waiting for clients) and waits for it. Data is safe either way. */
export async function stop(layout: Layout, account: Account, log: Log): Promise<void> {
  const file = await readPostmasterFile(layout);
  if (file === undefined) return;
  await signalFastStop(file.pid, layout, account);
  if (await hasEnded(file.pid, layout, fastStopMs)) return;
  log.warn(
    { pid: file.pid },
    "PostgreSQL takes long to stop; stopping it at once, it will recover at the next start",
  );
  signal(file.pid, process.platform === "win32" ? "SIGKILL" : "SIGQUIT");
  await hasEnded(file.pid, layout, fastStopMs);
}

async function signalFastStop(pid: number, layout: Layout, account: Account): Promise<void> {
  if (process.platform !== "win32") return signal(pid, "SIGINT");
  const stopArgs = ["stop", "--mode=fast", "--no-wait", `--pgdata=${layout.cluster}`];
  await promisify(execFile)(account.binaries.pgCtl, stopArgs, { windowsHide: true });
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}

/** Waits until that process no longer serves this data directory; false when it still does after the time given. */
export async function hasEnded(pid: number, layout: Layout, withinMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + withinMs;
  while (await isOurPostmaster(pid, layout)) {
    if (performance.now() > giveUpAt) return false;
    await delay(pollMs);
  }
  return true;
}

async function rotateLog(layout: Layout): Promise<void> {
  const size = await stat(layout.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size < largestLog) return;
  await rm(`${layout.log}.1`, { force: true });
  await rename(layout.log, `${layout.log}.1`);
}

async function readFrom(file: string, start: number): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const length = Math.min(size - start, 64 * 1024);
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(length),
      position: size - length,
    });
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
