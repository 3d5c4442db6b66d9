#!/usr/bin/env node
// The `spanbridge` command. Runs on whatever Node the machine has (>= 20): makes sure that everything is installed, then
// hands over to the pinned Node, which runs TypeScript.
import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../../..");
const command = join(here, "../src/cli/main.ts");
const windows = process.platform === "win32";

const setup = spawnSync(process.execPath, [join(root, "scripts/setup.mjs")], {
  cwd: root,
  stdio: ["ignore", 2, 2],
});
if (setup.status !== 0) process.exit(1);

const node = join(root, "node_modules/node/bin", windows ? "node.exe" : "node");
// What a command reads or writes is garbage a moment later. With room for more of it Node keeps more of it: an import of
// a large file takes 410 MB instead of 270 then, and no less time. An export makes garbage of large pieces of bytes: few
// objects, so that these are swept often enough only where there is little room for them.
const young = process.argv[2] === "export" ? 1 : 8;
const flags = [`--max-semi-space-size=${young}`, "--disable-warning=ExperimentalWarning"];
const child = spawn(node, [...flags, command, ...process.argv.slice(2)], {
  // Over the channel the command notices when this process is killed, and gives up what it is doing.
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  // A command's start is mostly compiling: what it comes to is kept, which halves it.
  env: { NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node-compile"), ...process.env },
});
// A terminal sends Ctrl-C to both; the command decides what it means.
const inTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
process.on("SIGINT", () => inTerminal || child.kill("SIGINT"));
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
