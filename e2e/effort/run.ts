// How many actions it takes to bring predictions to gold: `npm run effort` (a few minutes). `-- --segments 20` takes fewer,
// `-- --only zh` one language; both print and write nothing. Ends with an error where an export is not gold.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { connect, redeem } from "../support/api.ts";
import { launchOptions } from "../support/browser.ts";
import { removeData, root, startServer, temporaryData } from "../support/server.ts";
import { corpora, tasksOf } from "./corpora.ts";
import { type Result, tablesOf } from "./report.ts";
import { annotate } from "./session.ts";

const { values } = parseArgs({
  options: { segments: { type: "string", default: "150" }, only: { type: "string" } },
});
const whole = values.only === undefined && Number(values.segments) >= 100;

const data = await temporaryData();
const server = await startServer({ data });
const browser = await chromium.launch(await launchOptions());
try {
  const cookie = await redeem(server.link ?? "");
  const api = connect(server.origin, cookie);
  const results: Result[] = [];
  for (const corpus of corpora.filter(
    ({ language }) => values.only === undefined || values.only === language,
  )) {
    const context = await browser.newContext({
      baseURL: server.origin,
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
    });
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.origin }]);
    const { slug } = await api.createProject({ name: corpus.name, sourceLang: corpus.language });
    const began = performance.now();
    const tasks = tasksOf(corpus, Number(values.segments));
    const { segments, wrong } = await annotate(await context.newPage(), api, slug, tasks);
    await context.close();
    for (const line of wrong) console.error(line);
    if (wrong.length > 0) process.exitCode = 1;
    results.push({ name: corpus.name, segments, seconds: (performance.now() - began) / 1000 });
    console.error(`${corpus.name}: ${segments.length} segments, ${wrong.length} not as gold`);
  }
  const tables = tablesOf(results);
  console.log(tables);
  if (whole && process.exitCode !== 1) await write(tables);
} finally {
  await browser.close();
  await server.stop();
  await removeData(data);
}

/** Puts the tables between their marks; the words around them are written by hand. */
async function write(tables: string): Promise<void> {
  const file = path.join(root, "docs/effort.md");
  const [begin, end] = ["<!-- tables -->", "<!-- end of tables -->"];
  const text = await readFile(file, "utf8");
  const [before = "", rest = ""] = text.split(begin);
  const after = rest.split(end)[1] ?? "";
  await writeFile(file, `${before}${begin}\n${tables}\n${end}${after}`);
}
