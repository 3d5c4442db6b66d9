// Loaded into every process of a measured command by `--import`: the one that runs our code leaves its greatest resident
// size and its processor time behind when it ends. Plain JavaScript, because the command may begin in an older Node than ours.
import { writeFileSync } from "node:fs";
import path from "node:path";

const dir = process.env.SPANBRIDGE_BENCH_PEAKS;
if (dir && process.argv[1]?.includes(path.join("apps", "api"))) {
  process.on("exit", () => {
    // Kilobytes and microseconds on every platform, of all threads.
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const used = { peak: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(path.join(dir, String(process.pid)), JSON.stringify(used));
  });
}
