import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { table } from "./tables.ts";

/** Each size in a process of its own, for its peak of memory. */
export function speed(): string {
  const runs = [
    ["1000", "zh"],
    ["1000", "ru"],
    ["1000", "de"],
    ["50000", "zh"],
  ];
  const rows = runs.map(([size = "", language = ""]) => {
    const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, "speed.ts"), size, language], {
      encoding: "utf8",
    });
    const { seconds, processor, megabytes } = JSON.parse(stdout);
    return [language, size, String(seconds), String(processor), String(megabytes)];
  });
  return `## Time and memory\n\nOne thread, training included. Seconds by the clock depend on what else the machine does; processor seconds do not.\n\n${table(["", "pairs", "seconds", "processor seconds", "peak MB"], rows)}`;
}
