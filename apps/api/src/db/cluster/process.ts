import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { codeOf } from "../problem.ts";

const run = promisify(execFile);

/**
 * Whether the process exists and runs. A zombie does not: in a container whose first process reaps nobody, a dead
 * PostgreSQL stays in the process table.
 */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "latin1");
    // The name in parentheses may itself hold a parenthesis; the state follows the last one.
    return !/^\s*[ZX]/.test(stat.slice(stat.lastIndexOf(")") + 1));
  } catch {
    return false;
  }
}

/**
 * The command line of a running process, or undefined where the platform does not tell. (Windows tells the name only:
 * undefined stands for a PostgreSQL of whatever directory.)
 */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  try {
    switch (process.platform) {
      case "linux":
        return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
      case "win32":
        return nameOnWindows(pid);
      default:
        return (await run("ps", ["-ww", "-o", "command=", "-p", String(pid)])).stdout;
    }
  } catch {
    return undefined;
  }
}

async function nameOnWindows(pid: number): Promise<string | undefined> {
  const { stdout } = await run("tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"], {
    windowsHide: true,
  });
  return /postgres/i.test(stdout) ? undefined : stdout;
}

/** The environment for PostgreSQL's programs: ours without what would change what they do. */
export function cleanEnvironment(source: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const kept = Object.entries(source).filter(([name]) => !/^(PG[A-Z]+|LC_[A-Z]+|LANGUAGE)$/.test(name));
  return { ...Object.fromEntries(kept), LANG: "C" };
}
