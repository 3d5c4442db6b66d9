import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { isHealthy, type Server, spawnServer, startServer } from "../../e2e/support/server.ts";

const run = promisify(execFile);

/**
 * Process id of the embedded PostgreSQL on a data directory of ours; undefined when none runs. The file outlives a killed
 * process, and its number may be somebody else's by then: whose it is stands in the command line.
 */
export async function postmasterOf(data: string): Promise<number | undefined> {
  const cluster = path.join(data, "postgres");
  const file = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(file.split("\n")[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  const command = await run("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return command.stdout.includes(cluster) ? pid : undefined;
}

/** SIGKILL; answers whether there was something to kill. */
export function kill(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}

/** A server that is killed again and again and must come back on the same data, at the same address, every time. */
export class Victim {
  readonly #data: string;
  readonly #port: number;
  #server: Server | undefined;
  /** How long each start took until it was ready, in ms. */
  readonly starts: number[] = [];
  /** Times that the server went on by itself after its PostgreSQL was killed. */
  recoveries = 0;

  constructor(data: string, port: number) {
    this.#data = data;
    this.#port = port;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  async start(): Promise<Server> {
    const begun = performance.now();
    this.#server = await startServer({ data: this.#data, port: this.#port, patience: 120_000 });
    this.starts.push(performance.now() - begun);
    return this.#server;
  }

  async killServer(): Promise<void> {
    const child = this.#server?.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill("SIGKILL");
    await exited;
  }

  /** The server must notice and start the database anew, or end; then it is started again. */
  async killDatabase(): Promise<void> {
    kill(await postmasterOf(this.#data));
    const child = this.#server?.process;
    const deadline = performance.now() + 60_000;
    while (child && child.exitCode === null && performance.now() < deadline) {
      if ((await postmasterOf(this.#data)) !== undefined && (await isHealthy(this.origin))) {
        this.recoveries++;
        return;
      }
      await delay(25);
    }
    if (child?.exitCode === null)
      throw new Error("The server did not get its database back within a minute.");
    await this.start();
  }

  /** Kills a start before it is through. */
  async killStart(after: number, database: boolean): Promise<void> {
    const child = spawnServer({ data: this.#data, port: this.#port });
    child.stdout?.resume();
    child.stderr?.resume();
    await delay(after);
    if (database) kill(await postmasterOf(this.#data));
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    }
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
  }

  /** Leaves nothing running behind, whatever happened. */
  async destroy(): Promise<void> {
    await this.killServer();
    kill(await postmasterOf(this.#data));
  }
}
