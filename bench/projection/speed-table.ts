import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { table } from "./tables.ts";

/** Each size in a process of its own, for its peak of memory. */
export function speed(): string {
  const runs = [
    ["1000", "zh", "1"],
    ["1000", "ru", "1"],
    ["1000", "de", "1"],
    ["50000", "zh", "1"],
    ["50000", "zh", "2"],
  ];
  const rows = runs.map(([size = "", language = "", threads = ""]) => {
    const program = join(import.meta.dirname, "speed.ts");
    const { stdout } = spawnSync(process.execPath, [program, size, language, threads], { encoding: "utf8" });
    const { seconds, processor, megabytes } = JSON.parse(stdout);
    return [language, size, threads, String(seconds), String(processor), String(megabytes)];
  });
  return `## Time and memory\n\nOf the command spanbridge project, its start and what it learns included; every number of threads gives the same answer. Seconds by the clock depend on what else the machine does; processor seconds do not.\n\n${table(["", "pairs", "threads", "seconds", "processor seconds", "peak MB"], rows)}`;
}
