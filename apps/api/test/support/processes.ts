import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, inject, onTestFinished } from "vitest";
import { layoutOf } from "../../src/db/cluster/layout.ts";
import { readPostmasterFile } from "../../src/db/cluster/postmaster-file.ts";
import { isAlive } from "../../src/db/cluster/process.ts";
import "./database.ts";
import type { Said } from "./database-process.ts";

export type DatabaseProcess = {
  /** What it says about opening; undefined when it died before. */
  readonly said: Promise<Said | undefined>;
  /** Lets it close in order. */
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
  readonly child: ChildProcess;
};

type Mode = "cluster" | "database" | "server";

const program = fileURLToPath(new URL("database-process.ts", import.meta.url));

export function startProcess(mode: Mode, dataDir: string, env: NodeJS.ProcessEnv = {}): DatabaseProcess {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", program, mode, dataDir], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, ...env },
  });
  const exited = once(child, "exit");
  const line = once(createInterface(child.stdout), "line");
  const said = Promise.race([line, exited]).then(([first]): Said | undefined =>
    typeof first === "string" && first.startsWith("{") ? JSON.parse(first) : undefined,
  );
  const end = async (how: () => void): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) how();
    await exited;
  };
  return {
    said,
    child,
    close: () => end(() => child.stdin.end()),
    kill: () => end(() => child.kill("SIGKILL")),
  };
}

/** Crossable for the user that PostgreSQL runs as when the tests run as root. */
async function newDir(): Promise<string> {
  const { root } = inject("cluster");
  await chmod(root, 0o711);
  return mkdtemp(path.join(root, "own-"));
}

/** An empty data directory for one test. Afterwards its PostgreSQL is gone and so is it. */
export async function temporaryDataDir(): Promise<string> {
  const dir = await newDir();
  onTestFinished(async () => {
    await endPostgres(dir);
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  });
  return dir;
}

/**
 * A data directory that the tests of a file share, for making a cluster takes most of a test's time. Between the tests
 * no PostgreSQL runs on it. Call what it returns inside a test or hook.
 */
export function useDataDir(): () => string {
  let dir = "";
  beforeAll(async () => {
    dir = await newDir();
  });
  afterEach(() => endPostgres(dir));
  afterAll(() => rm(dir, { recursive: true, force: true, maxRetries: 5 }));
  return () => dir;
}

/** Ends it at once where a test left it running. */
export async function endPostgres(dataDir: string): Promise<void> {
  const pid = await postmasterPid(dataDir);
  if (pid === undefined) return;
  process.kill(pid, "SIGQUIT");
  await untilGone(pid);
}

/** The running PostgreSQL of a data directory. */
export async function postmasterPid(dataDir: string): Promise<number | undefined> {
  const file = await readPostmasterFile(layoutOf(dataDir));
  return file !== undefined && (await isAlive(file.pid)) ? file.pid : undefined;
}

export async function untilGone(pid: number): Promise<void> {
  await until(async () => !(await isAlive(pid)));
}

/** Waits for something that other processes bring about; the test's own limit ends it. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}
