// Loaded into a measured process by `--import`: leaves its greatest resident size behind when it ends.
import { writeFileSync } from "node:fs";
import path from "node:path";

const dir = process.env.SPANBRIDGE_BENCH_PEAKS;
if (dir) {
  process.on("exit", () => {
    // In kilobytes on every platform.
    writeFileSync(path.join(dir, String(process.pid)), String(process.resourceUsage().maxRSS * 1024));
  });
}
