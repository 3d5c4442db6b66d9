// From a key press to the picture, in a real Chromium: `node bench/editor.ts --times 60`
import { parseArgs } from "node:util";
import { type CDPSession, chromium, type Page } from "@playwright/test";
import { signIn } from "../e2e/support/api.ts";
import { launchOptions } from "../e2e/support/browser.ts";
import { removeData, startServer, temporaryData } from "../e2e/support/server.ts";
import { busyTime } from "./support/busy.ts";
import { watch } from "./support/editor-page.ts";
import { duration, percentile, table } from "./support/figures.ts";
import { longLine, pairsLine } from "./support/generate.ts";
import { random } from "./support/random.ts";

const PROJECT = "editor";
/** Not measured: the first ones of each act compile what they run. Somebody who reviews has done each many times. */
const WARM_UP = 20;

/** What is pressed, round and round. */
const acts = {
  // Means nothing: what the measure itself and an unchanged page take.
  nothing: ["F8"],
  select: ["ArrowDown", "ArrowUp"],
  resize: ["Shift+ArrowDown", "Shift+ArrowUp"],
  relabel: ["p", "o"],
  undo: ["Control+z"],
} as const;
type Act = keyof typeof acts;

type Sample = { readonly painted: number; readonly busy: number };

/** `times`: how often each act is measured. */
export async function editorBenchmark(times: number): Promise<string> {
  const data = await temporaryData();
  const server = await startServer({ data });
  // A frame is due when it is ready, not when a screen would show it: waiting for that is the same for everything.
  const options = await launchOptions();
  const args = [...(options.args ?? []), "--disable-frame-rate-limit", "--disable-gpu-vsync"];
  const browser = await chromium.launch({ ...options, args });
  try {
    const owner = await signIn(server.link);
    await owner.createProject({ name: PROJECT, slug: PROJECT, sourceLang: "zh" });
    const numbers = random(1);
    const typical = Array.from({ length: times + WARM_UP + 20 }, (_, index) =>
      pairsLine(numbers, index, "typical"),
    );
    await owner.importFile(PROJECT, `${longLine(numbers, 250)}${typical.join("")}`, { name: "editor.jsonl" });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = "", value = ""] = owner.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.origin }]);
    const page = await context.newPage();
    await page.addInitScript(watch);
    const metrics = await page.context().newCDPSession(page);
    await metrics.send("Performance.enable", { timeDomain: "threadTicks" });
    const rows: (string | number)[][] = [];
    for (const [what, number, aim] of [
      ["typical", 2, 16],
      ["10,000 characters, 500 spans", 1, 50],
    ] as const) {
      await page.goto(`${server.origin}/projects/${PROJECT}/review/${number}?order=number`);
      await page.locator("[data-side=source] [data-start]").first().waitFor();
      await quiet(page);
      for (const act of ["nothing", "select", "resize", "relabel", "undo"] as const) {
        const samples = await measure(page, metrics, act, times);
        rows.push(rowOf(what, act, samples, act === "nothing" ? undefined : aim));
      }
    }
    await page.goto(`${server.origin}/projects/${PROJECT}/review/2?order=number`);
    await page.locator("[data-side=source] [data-start]").first().waitFor();
    await quiet(page);
    rows.push(rowOf("typical", "accept and next", await accepting(page, metrics, times), 50));
    return table(
      ["segment", "act", "key to picture: p50", "p95", "main thread busy: p50", "p95", "aim (p95)"],
      rows,
    );
  } finally {
    await browser.close();
    await server.stop();
    await removeData(data);
  }
}

function rowOf(what: string, act: string, samples: readonly Sample[], aim?: number): (string | number)[] {
  const painted = samples.map((sample) => sample.painted);
  const busy = samples.map((sample) => sample.busy);
  const shown = (values: readonly number[], share: number): string => duration(percentile(values, share));
  return [
    what,
    act,
    shown(painted, 0.5),
    shown(painted, 0.95),
    shown(busy, 0.5),
    shown(busy, 0.95),
    aim === undefined ? "" : `${aim} ms`,
  ];
}

async function measure(page: Page, metrics: CDPSession, act: Act, times: number): Promise<Sample[]> {
  if (act !== "undo") await page.keyboard.press("ArrowDown");
  const samples: Sample[] = [];
  const keys = acts[act];
  for (let time = 0; time < times + WARM_UP; time++) {
    const sample = await pressed(page, metrics, keys[time % keys.length] ?? keys[0]);
    if (time >= WARM_UP) samples.push(sample);
  }
  return samples;
}

async function accepting(page: Page, metrics: CDPSession, times: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (let time = 0; time < times + WARM_UP; time++) {
    const sample = await pressed(page, metrics, "Enter", true);
    if (time >= WARM_UP) samples.push(sample);
    // As long as it takes a person to read: what comes next has been fetched by then.
    await quiet(page);
  }
  return samples;
}

/**
 * One key, and what the page has noted of it. `another`: until another segment is drawn whole. It is over when what it did is
 * saved: nobody presses faster, and two frames close upon each other would wait for one another.
 */
async function pressed(page: Page, metrics: CDPSession, key: string, another = false): Promise<Sample> {
  const before = await busyTime(metrics);
  await page.evaluate((another) => window.spanbridgeBench.expect(another), another);
  await page.keyboard.press(key);
  const painted = await page.evaluate(() => window.spanbridgeBench.painted());
  await page.evaluate(() => window.spanbridgeBench.saved());
  return { painted, busy: (await busyTime(metrics)) - before };
}

const quiet = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle");
  await page.locator("[data-save=saved]").waitFor();
};

if (import.meta.main) {
  const { values } = parseArgs({ options: { times: { type: "string", default: "60" } } });
  console.log(await editorBenchmark(Number(values.times)));
}
