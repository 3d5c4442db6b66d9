// All benchmarks, into docs/benchmarks.md: `npm run bench` (the full size, about an hour), `npm run bench -- --quick`
// (a few minutes, smaller everything; prints and writes nothing unless `--write`).
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../e2e/support/server.ts";
import { editorBenchmark } from "./editor.ts";
import { formatsBenchmark } from "./formats.ts";
import { fuzzBenchmark } from "./fuzz-import.ts";
import { importExportBenchmark } from "./import-export.ts";
import { killBenchmark } from "./kill.ts";
import { loadBenchmark } from "./load.ts";
import { queueBenchmark } from "./queue.ts";
import { startBenchmark } from "./start.ts";
import { megabytes } from "./support/figures.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    only: { type: "string" },
  },
});
const size = values.quick
  ? {
      segments: 20_000,
      annotators: 20,
      each: 5,
      kills: 20,
      fuzzed: 5_000,
      rounds: 2,
      queue: 10_000,
      presses: 20,
      formats: [0.2, 20] as const,
      sentences: 100_000,
    }
  : {
      segments: 1_000_000,
      annotators: 100,
      each: 20,
      kills: 500,
      fuzzed: 100_000,
      rounds: 5,
      queue: 100_000,
      presses: 100,
      formats: [2, 1000] as const,
      sentences: 1_000_000,
    };

type Section = { readonly name: string; readonly command: string; readonly run: () => Promise<string> };

const sections: readonly Section[] = [
  {
    name: "start",
    command: `node bench/start.ts --rounds ${size.rounds}`,
    run: () => startBenchmark(size.rounds),
  },
  {
    name: "import-export",
    command: `node bench/import-export.ts --segments ${size.segments}`,
    run: () => importExportBenchmark(size.segments),
  },
  {
    name: "load",
    command: `node bench/load.ts --annotators ${size.annotators} --segments ${size.each}`,
    run: () => loadBenchmark(size.annotators, size.each),
  },
  {
    name: "queue",
    command: `node bench/queue.ts --segments ${size.queue}`,
    run: () => queueBenchmark(size.queue),
  },
  {
    name: "formats",
    command: `node bench/formats.ts ${size.formats.join(" ")}`,
    run: () => formatsBenchmark(size.formats[0], size.formats[1]),
  },
  {
    name: "metrics",
    command: `node bench/metrics.ts ${size.sentences}`,
    // A program of its own: its processor times are those of the whole process.
    run: async () => {
      const args = [path.join(root, "bench/metrics.ts"), String(size.sentences)];
      return `\`\`\`\n${execFileSync(process.execPath, args, { encoding: "utf8" }).trimEnd()}\n\`\`\``;
    },
  },
  {
    name: "editor",
    command: `node bench/editor.ts --times ${size.presses}`,
    run: () => editorBenchmark(size.presses),
  },
  {
    name: "fuzz",
    command: `node bench/fuzz-import.ts --files ${size.fuzzed} --seed 1`,
    run: async () => {
      const { summary, failures } = fuzzBenchmark(size.fuzzed, 1);
      if (failures.length > 0) process.exitCode = 1;
      return summary;
    },
  },
  {
    name: "kill",
    command: `node bench/kill.ts --kills ${size.kills} --seed 1`,
    run: async () => {
      const { markdown, problems } = await killBenchmark(size.kills, 1);
      if (problems.length > 0) process.exitCode = 1;
      return markdown;
    },
  },
];

const file = path.join(root, "docs/benchmarks.md");
let text = await readFile(file, "utf8");
for (const section of sections.filter(({ name }) => values.only === undefined || values.only === name)) {
  process.stderr.write(`── ${section.name}\n`);
  const figures = await section.run();
  console.log(`\n## ${section.name}\n\n${figures}`);
  text = replaced(text, section.name, `${conditions(section.command)}\n\n${figures}`);
}
if (!values.quick || values.write) await writeFile(file, text);

/** Puts figures between the marks of their section; the words around them are written by hand. */
function replaced(document: string, name: string, figures: string): string {
  const [begin, end] = [`<!-- figures: ${name} -->`, `<!-- end: ${name} -->`];
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`docs/benchmarks.md has no place for ${name}.`);
  return `${before}${begin}\n${figures}\n${end}${after}`;
}

function conditions(command: string): string {
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], {
    cwd: root,
    encoding: "utf8",
  }).trim();
  const processors = cpus();
  const date = new Date().toISOString().slice(0, 10);
  return `\`${command}\` on ${date}, ${commit}, Node ${process.version}, ${process.platform} ${process.arch}, ${processors.length} × ${processors[0]?.model.trim() ?? "?"}, ${megabytes(totalmem())} of memory`;
}
