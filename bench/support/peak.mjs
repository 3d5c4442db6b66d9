// Loaded into every process of a measured command by `--import`: the one that runs our code leaves its greatest resident
// size behind when it ends. Plain JavaScript, because the command may begin in an older Node than ours.
import { writeFileSync } from "node:fs";
import path from "node:path";

const dir = process.env.SPANBRIDGE_BENCH_PEAKS;
if (dir && process.argv[1]?.includes(path.join("apps", "api"))) {
  process.on("exit", () => {
    // In kilobytes on every platform.
    writeFileSync(path.join(dir, String(process.pid)), String(process.resourceUsage().maxRSS * 1024));
  });
}
