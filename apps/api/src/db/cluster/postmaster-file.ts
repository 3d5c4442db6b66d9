import { readFile } from "node:fs/promises";
import type { Layout } from "./layout.ts";
import { commandLineOf, isAlive } from "./process.ts";

/** What a running PostgreSQL writes about itself into `postmaster.pid`. */
export type PostmasterFile = {
  readonly pid: number;
  readonly port: number;
  /** Empty where it listens on TCP only, and in the first moments of its life. */
  readonly socketDir: string;
};

/** Reads the file; undefined when there is none or when it holds no process id (a half-written one). */
export async function readPostmasterFile(layout: Layout): Promise<PostmasterFile | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(layout.postmasterFile, "utf8")).split("\n");
  } catch {
    return undefined;
  }
  const pid = Math.abs(Number.parseInt(lines[0] ?? "", 10));
  if (!Number.isSafeInteger(pid) || pid === 0) return undefined;
  return { pid, port: Number.parseInt(lines[3] ?? "", 10) || 0, socketDir: lines[4]?.trim() ?? "" };
}

/** Whether `pid` is a PostgreSQL of this data directory, and not a stranger that was given the number of a dead one. */
export async function isOurPostmaster(pid: number, layout: Layout): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  const command = await commandLineOf(pid);
  return command === undefined || ` ${command} `.includes(` -D ${layout.cluster} `);
}
