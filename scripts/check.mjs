// `npm run check`: format and lint, types, import arrows, unused code. All run even when one fails; the exit code is 1
// when any did.
import { spawnSync } from "node:child_process";

const steps = [
  ["format and lint", "biome", ["check", "--error-on-warnings", "."]],
  ["types", "turbo", ["run", "typecheck", "--output-logs=errors-only"]],
  ["types of e2e", "tsc", ["-p", "e2e/tsconfig.json"]],
  ["types of bench", "tsc", ["-p", "bench/tsconfig.json"]],
  ["import arrows", "depcruise", ["--config", ".dependency-cruiser.cjs", "apps", "packages", "e2e", "bench"]],
  ["unused code", "knip", ["--no-progress"]],
];

const failed = [];
for (const [name, command, args] of steps) {
  const started = performance.now();
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(", ")}`);
  process.exit(1);
}
