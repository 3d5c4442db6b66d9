import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

const require = (await import("node:module")).createRequire(import.meta.url);

/** Where Chrome and Chromium are, when the system has one. */
const systemBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Nothing but the pages under test makes requests; animations and the window's own sizes do not vary. */
const quiet = [
  "--disable-background-networking",
  "--disable-domain-reliability",
  "--no-pings",
  "--font-render-hinting=none",
  "--hide-scrollbars",
];

/**
 * The Chromium that the tests drive: `SPANBRIDGE_CHROMIUM` if set; on Linux x64 the one that comes with the npm
 * packages, so that nothing else has to be installed; elsewhere Playwright's own or the system's.
 */
export async function launchOptions(): Promise<LaunchOptions> {
  const chosen = process.env.SPANBRIDGE_CHROMIUM;
  if (chosen) return { executablePath: chosen, args: [...quiet, ...sandboxArgs()] };
  if (process.platform === "linux" && process.arch === "x64") return packagedChromium();
  if (existsSync(chromium.executablePath())) return { args: quiet };
  const system = systemBrowsers.find((file) => existsSync(file));
  if (!system)
    throw new Error("No Chromium found. Run `npx playwright install chromium` or set SPANBRIDGE_CHROMIUM.");
  return { executablePath: system, args: [...quiet, ...sandboxArgs()] };
}

/** Chromium refuses to run as root with its sandbox; the pages under test are our own. */
const sandboxArgs = (): string[] => (process.getuid?.() === 0 ? ["--no-sandbox"] : []);

/**
 * Unpacks `@sparticuz/chromium` (once a version and clone, beside the other packages' caches) and answers how to start
 * it. The package itself unpacks to the system's temporary directory under a fixed name: files that another user left
 * there could not be started, and two runs would write into each other's.
 *
 * Of its arguments only the ones that a container needs are taken: `--single-process` takes the browser down with the
 * first page that closes, `--disable-web-security` would hide mistakes of ours.
 */
async function packagedChromium(): Promise<LaunchOptions> {
  const manifest = path.join(path.dirname(require.resolve("@sparticuz/chromium")), "..", "package.json");
  const { version }: { version: string } = JSON.parse(await readFile(manifest, "utf8"));
  const caches = path.join(path.dirname(require.resolve("@playwright/test/package.json")), "../../.cache");
  const home = path.join(caches, `spanbridge-chromium-${version}`);
  if (!existsSync(home)) await unpack(caches, home);
  const env = {
    ...process.env,
    // Without any system font configuration Chromium could not even draw digits.
    ...(existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: path.join(home, "fonts") }),
  };
  return {
    executablePath: path.join(home, "chromium"),
    args: [...quiet, "--no-sandbox"],
    env: definedOnly(env),
  };
}

async function unpack(caches: string, home: string): Promise<void> {
  await mkdir(caches, { recursive: true });
  const staging = await mkdtemp(path.join(caches, "unpacking-"));
  const temporary = process.env.TMPDIR;
  try {
    process.env.TMPDIR = staging;
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  await rename(staging, home).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    // Another run was quicker.
    if (!existsSync(home)) throw error;
  });
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
