import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { root } from "../../e2e/support/server.ts";

/** What `peak.mjs` leaves behind. */
const usedSchema = z.object({ peak: z.number(), processor: z.number() });

export type Measured = {
  readonly milliseconds: number;
  /** Greatest resident size of any Node process of the command, in bytes. */
  readonly peak: number;
  /** Processor seconds of all Node processes of the command, in all their threads. */
  readonly processor: number;
  readonly stdout: string;
};

/** Runs the `spanbridge` command on a data directory and measures it, from the start of the process to its end. */
export async function spanbridge(data: string, args: readonly string[]): Promise<Measured> {
  const peaks = await mkdtemp(path.join(tmpdir(), "spanbridge-peaks-"));
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join(root, "apps/api/bin/spanbridge.mjs"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: "",
      SPANBRIDGE_DATA: data,
      SPANBRIDGE_BENCH_PEAKS: peaks,
      NODE_OPTIONS: `--import=${pathToFileURL(path.join(root, "bench/support/peak.mjs")).href}`,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    // Progress lines of a long import are not kept whole.
    stderr = (stderr + text).slice(-4000);
  });
  const [code] = await once(child, "close");
  const milliseconds = performance.now() - begun;
  const used = await Promise.all(
    (await readdir(peaks)).map(async (name) =>
      usedSchema.parse(JSON.parse(await readFile(path.join(peaks, name), "utf8"))),
    ),
  );
  await rm(peaks, { recursive: true, force: true });
  if (code !== 0) throw new Error(`spanbridge ${args[0]} ended with ${code}:\n${stderr}`);
  return {
    milliseconds,
    peak: Math.max(...used.map(({ peak }) => peak)),
    processor: used.reduce((sum, { processor }) => sum + processor, 0),
    stdout,
  };
}
