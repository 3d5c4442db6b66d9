// Makes a clone ready to run: installs what the lock file says, generates the database client, builds the web app; each
// only when its inputs changed. Runs before every npm script on whatever Node the machine has (>= 20), so it uses
// nothing but Node itself and must stay plain JavaScript.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, "node_modules", ".bin");
const windows = process.platform === "win32";
const wantsBuild = process.argv.includes("--build");

const [major = 0] = process.versions.node.split(".").map(Number);
if (major < 20) fail(`Spanbridge needs Node.js 20 or newer to install itself; this is ${process.version}.`);

const lock = acquireLock();
try {
  step("install", ["package-lock.json"], install, ["node_modules/.package-lock.json"]);
  ensureRuntime();
  step("database client", ["prisma/schema.prisma", "package-lock.json"], () => npmRun("prisma:generate"), [
    "apps/api/src/db/generated/client.ts",
  ]);
  if (wantsBuild) {
    const inputs = ["apps/web", "packages", "docs/python", "package-lock.json", "tsconfig.base.json"];
    step("web app", inputs, () => run(join(bin, "turbo"), ["run", "build", "--output-logs=errors-only"]), [
      "apps/web/dist/index.html",
    ]);
  }
} finally {
  rmSync(lock, { recursive: true, force: true });
}

/** Runs `work` unless the inputs are the ones it last succeeded with and its outputs are there. */
function step(name, inputs, work, outputs) {
  const marker = join(root, "node_modules", ".setup", name.replace(/ /g, "-"));
  const hash = hashOf(inputs);
  const done = existsSync(marker) && readFileSync(marker, "utf8") === hash;
  if (done && outputs.every((path) => existsSync(join(root, path)))) return;
  process.stderr.write(`Spanbridge: preparing ${name} …\n`);
  work();
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, hash);
}

function install() {
  // `npm ci` removes node_modules first, and with it the runtime this process may be started from: that is fine.
  const npm = process.env.npm_execpath;
  const quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm?.endsWith(".js")) run(process.execPath, [npm, ...quiet]);
  else run(windows ? "npm.cmd" : "npm", quiet);
}

/** The pinned Node comes with a package whose install script fetches the binary; a strict npm does not run it. */
function ensureRuntime() {
  const runtime = join(root, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  if (existsSync(runtime)) return;
  run(process.execPath, ["installArchSpecificPackage"], join(root, "node_modules", "node"));
  if (!existsSync(runtime)) fail("The pinned Node.js could not be installed. Is the npm registry reachable?");
}

function npmRun(script) {
  const npm = process.env.npm_execpath;
  const args = ["run", "--silent", script];
  if (npm?.endsWith(".js")) run(process.execPath, [npm, ...args]);
  else run(windows ? "npm.cmd" : "npm", args);
}

function run(command, args, cwd = root) {
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
  // What the tools say is of interest only when they fail; stdout belongs to the command that is being prepared.
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env,
    shell: windows,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (!error && status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(`${command} ${args.join(" ")} failed${error ? `: ${error.message}` : ""}.`);
}

function hashOf(paths) {
  const hash = createHash("sha256");
  for (const path of paths) visit(join(root, path), hash);
  return hash.digest("hex");
}

function visit(path, hash) {
  const name = path.slice(root.length);
  if (
    /[\\/](node_modules|dist|generated|\.turbo|test|fixtures)$|\.test\.tsx?$/.test(name) ||
    !existsSync(path)
  )
    return;
  if (statSync(path).isDirectory())
    for (const entry of readdirSync(path).sort()) visit(join(path, entry), hash);
  else hash.update(name).update("\0").update(readFileSync(path)).update("\0");
}

/** One setup at a time in a clone: a second command waits for the first; a lock whose owner is dead is taken over. */
function acquireLock() {
  const path = join(root, ".setup");
  for (let tries = 0; ; tries++) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, "pid"), String(process.pid));
      return path;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = existsSync(join(path, "pid")) ? Number(readFileSync(join(path, "pid"), "utf8")) : 0;
    if ((owner > 0 && !isAlive(owner)) || (owner === 0 && tries > 20)) {
      rmSync(path, { recursive: true, force: true });
      continue;
    }
    if (tries === 0) process.stderr.write("Spanbridge: another command is preparing this clone; waiting …\n");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
  rmSync(join(root, ".setup"), { recursive: true, force: true });
  process.exit(1);
}
