// Scrolling through the queue of a large project in a real browser: how evenly frames come, how long tasks block.
// `node bench/queue.ts --segments 100000`
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { signIn } from "../e2e/support/api.ts";
import { launchOptions } from "../e2e/support/browser.ts";
import { removeData, startServer, temporaryData } from "../e2e/support/server.ts";
import { busyTime } from "./support/busy.ts";
import { duration, percentile, table } from "./support/figures.ts";
import { pairsLines } from "./support/generate.ts";
import { random } from "./support/random.ts";

const PROJECT = "queue";
const TURNS = 300;
/** As many segments an import: a client that sends a whole body at once cannot be told to wait. */
const PART = 10_000;
/** Milliseconds from one frame to the next on most screens; one that is half as late again has missed its turn. */
const DUE = 1000 / 60;

export async function queueBenchmark(segments: number): Promise<string> {
  const data = await temporaryData();
  const server = await startServer({ data });
  const browser = await chromium.launch(await launchOptions());
  try {
    const owner = await signIn(server.link);
    await owner.createProject({ name: PROJECT, slug: PROJECT, sourceLang: "zh" });
    const lines = [...pairsLines(random(1), segments)];
    for (let at = 0; at < segments; at += PART) {
      await owner.importFile(PROJECT, lines.slice(at, at + PART).join(""), { name: `queue-${at}.jsonl` });
    }
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = "", value = ""] = owner.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.origin }]);
    const page = await context.newPage();
    await page.goto(`${server.origin}/projects/${PROJECT}/review/1?order=number`);
    const list = page.getByRole("list", { name: "Segments" });
    await list.getByRole("link").first().waitFor();
    await page.getByText(`1 of ${segments.toLocaleString("en")}`).waitFor();
    const client = await context.newCDPSession(page);
    await client.send("Performance.enable", { timeDomain: "threadTicks" });
    const busy = await busyTime(client);
    const found = await list.evaluate(scroll, TURNS);
    const work = ((await busyTime(client)) - busy) / TURNS;
    const near = await list.getByRole("listitem").count();
    const frames = found.frames.slice(1);
    return table(
      [
        "segments",
        "frames",
        "between two frames: median",
        "p99",
        "longest",
        "late",
        "main thread busy a frame",
        "tasks above 50 ms",
        "rows in the page",
      ],
      [
        [
          segments,
          frames.length,
          duration(percentile(frames, 0.5)),
          duration(percentile(frames, 0.99)),
          duration(Math.max(...frames)),
          `${((100 * frames.filter((frame) => frame > DUE * 1.5).length) / frames.length).toFixed(1)} %`,
          duration(work),
          found.longTasks.length === 0
            ? "none"
            : `${found.longTasks.length}, ${duration(Math.max(...found.longTasks))} at most`,
          near,
        ],
      ],
    );
  } finally {
    await browser.close();
    await server.stop();
    await removeData(data);
  }
}

/** Runs in the page: a turn of the wheel a frame, and at three places a jump by a hundredth of the list. */
async function scroll(
  list: HTMLElement | SVGElement,
  turns: number,
): Promise<{ frames: number[]; longTasks: number[] }> {
  const scroller = list.parentElement;
  if (!scroller) throw new Error("The list stands in nothing that scrolls.");
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) longTasks.push(entry.duration);
  });
  observer.observe({ entryTypes: ["longtask"] });
  const frames: number[] = [];
  let before = performance.now();
  for (let turn = 0; turn < turns; turn++) {
    const jump = turn % 100 === 99;
    scroller.scrollBy({ top: jump ? scroller.scrollHeight / 100 : 240, behavior: "instant" });
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    frames.push(now - before);
    before = now;
  }
  observer.disconnect();
  return { frames, longTasks };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { segments: { type: "string", default: "100000" } } });
  console.log(await queueBenchmark(Number(values.segments)));
}
