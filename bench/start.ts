// From the start of the process to a screen that can be used, and what the browser loads for it.
// `node bench/start.ts --rounds 5`
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { launchOptions } from "../e2e/support/browser.ts";
import { removeData, startServer, temporaryData } from "../e2e/support/server.ts";
import { duration, percentile, table } from "./support/figures.ts";

type Start = {
  readonly answers: number;
  readonly usable: number;
  readonly scripts: ReadonlyMap<string, number>;
};

export async function startBenchmark(rounds: number): Promise<string> {
  const browser = await chromium.launch(await launchOptions());
  try {
    const first: Start[] = [];
    const again: Start[] = [];
    for (let round = 0; round < rounds; round++) {
      const data = await temporaryData();
      // A first start makes the directory too.
      await rm(data, { recursive: true });
      try {
        const { cookies, ...start } = await measure(browser, data, []);
        first.push(start);
        again.push(await measure(browser, data, cookies));
      } finally {
        await removeData(data);
      }
    }
    const row = (name: string, starts: readonly Start[]) => [
      name,
      duration(
        percentile(
          starts.map(({ answers }) => answers),
          0.5,
        ),
      ),
      duration(
        percentile(
          starts.map(({ usable }) => usable),
          0.5,
        ),
      ),
      duration(Math.max(...starts.map(({ usable }) => usable))),
    ];
    const scripts = first[0]?.scripts ?? new Map<string, number>();
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    return [
      table(
        [`median of ${rounds}`, "server answers", "first usable screen", "slowest"],
        [row("first start (makes the database)", first), row("later start", again)],
      ),
      "",
      `JavaScript loaded for the first usable screen: **${(total / 1000).toFixed(1)} kB gzip** in ${scripts.size} files.`,
    ].join("\n");
  } finally {
    await browser.close();
  }
}

type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser["newContext"]>>["cookies"]>>;

/** Usable: the page has its heading, and everything that it loads is there. */
async function measure(
  browser: Browser,
  data: string,
  cookies: Cookies,
): Promise<Start & { cookies: Cookies }> {
  const begun = performance.now();
  const server = await startServer({ data });
  const answers = performance.now() - begun;
  const context = await browser.newContext();
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    const scripts: Promise<readonly [string, number]>[] = [];
    page.on("response", (response) => {
      if (!/\.js(\?|$)/.test(response.url())) return;
      scripts.push(response.body().then((body) => [response.url(), gzipSync(body).length] as const));
    });
    await page.goto(server.link ?? server.origin);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("[aria-busy=true]").waitFor({ state: "detached" });
    const usable = performance.now() - begun;
    return {
      answers,
      usable,
      scripts: new Map(await Promise.all(scripts)),
      cookies: await context.cookies(),
    };
  } finally {
    await context.close();
    await server.stop();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" } } });
  console.log(await startBenchmark(Number(values.rounds)));
}
