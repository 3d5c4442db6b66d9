import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const src = path.resolve(import.meta.dirname, "../../src");

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves with the first match in what it has printed on stdout, rejects when it ends before. */
  readonly prints: (pattern: RegExp) => Promise<RegExpExecArray>;
};

/** Starts one of our programs (`main.ts`, `cli/main.ts`) on its own settings. */
export function start(program: string, args: readonly string[], env: Record<string, string>): Running {
  const child = spawn(process.execPath, [path.join(src, program), ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    stdout += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    stderr += piece;
  });
  const ended = once(child, "close").then(([code]) => ({ code, stdout, stderr }));
  const prints = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(stdout);
        if (found) resolve(found);
      };
      child.stdout.on("data", look);
      look();
      ended.then(() => reject(new Error(`ended before it printed ${pattern}: ${stdout}${stderr}`)), reject);
    });
  return { child, ended, prints };
}
