import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/** A running server of ours: the real entry point in a process of its own, on loopback. */
export type Server = {
  readonly origin: string;
  readonly data: string;
  readonly process: ChildProcess;
  /** The one-time link that it printed, where it printed one. */
  readonly link: string | undefined;
  /** Everything it has written so far. */
  readonly output: () => string;
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
};

type Options = {
  readonly data: string;
  /** 0 or left out: any free one. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take to answer, in ms. */
  readonly patience?: number;
};

const LINK = /https?:\/\/[^\s/]+\/open#\w+/;

export const temporaryData = (): Promise<string> => mkdtemp(path.join(tmpdir(), "spanbridge-data-"));

export const removeData = (data: string): Promise<void> =>
  rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port to be had.");
  return address.port;
}

/** Starts a server process without waiting for it to answer. */
export function spawnServer({ data, port = 0, env = {} }: Options): ChildProcess {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "apps/api/src/main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: "",
      SPANBRIDGE_HOST: "127.0.0.1",
      ...env,
      SPANBRIDGE_DATA: data,
      SPANBRIDGE_PORT: String(port),
    },
  });
  // Whatever becomes of us: nothing is left running.
  const destroy = (): void => void child.kill("SIGKILL");
  process.on("exit", destroy);
  child.on("exit", () => process.off("exit", destroy));
  return child;
}

/** Whether the server answers that it is ready. */
export async function isHealthy(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(2000) });
    const body: unknown = await answer.json();
    return answer.ok && typeof body === "object" && body !== null && "status" in body && body.status === "ok";
  } catch {
    return false;
  }
}

export async function startServer(options: Options): Promise<Server> {
  const port = options.port || (await freePort());
  const child = spawnServer({ ...options, port });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const origin = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + (options.patience ?? 60_000);
  // It listens a moment before it says so; the one-time link comes with that.
  while (!(output.includes("is running") && (await isHealthy(origin)))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The server ended with ${child.exitCode ?? child.signalCode}:\n${output}`);
    }
    if (performance.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`The server did not answer in time:\n${output}`);
    }
    await delay(20);
  }
  return {
    origin,
    data: options.data,
    process: child,
    get link() {
      return LINK.exec(output)?.[0];
    },
    output: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
    },
  };
}
