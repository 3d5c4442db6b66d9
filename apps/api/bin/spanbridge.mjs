#!/usr/bin/env node
// The `spanbridge` command. Runs on whatever Node the machine has (>= 20): makes sure that everything is installed, then
// hands over to the pinned Node, which runs TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const command = join(here, "../src/cli/main.ts");
const windows = process.platform === "win32";

const setup = spawnSync(process.execPath, [join(root, "scripts/setup.mjs")], {
  cwd: root,
  stdio: ["ignore", 2, 2],
});
if (setup.status !== 0) process.exit(1);

// A command's start is mostly compiling: what it comes to is kept, which halves it.
const compiled = join(root, "node_modules/.cache/node-compile");

const [major = 0] = process.versions.node.split(".").map(Number);
if (major >= 24) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(compiled);
  await import(pathToFileURL(command).href);
} else {
  const node = join(root, "node_modules/node/bin", windows ? "node.exe" : "node");
  // Over the channel the command notices when this process is killed, and gives up what it is doing.
  const child = spawn(node, [command, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env },
  });
  // A terminal sends Ctrl-C to both; the command decides what it means.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
