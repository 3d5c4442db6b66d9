// Import and export of many segments by the `spanbridge` command, against COPY of the same rows from and to the same
// tables, in one run. `node bench/import-export.ts --segments 1000000`
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { importReportSchema } from "@spanbridge/shared/contracts";
import type pg from "pg";
import { removeData, startServer, temporaryData } from "../e2e/support/server.ts";
import { spanbridge } from "./support/command.ts";
import { connectTo, dump, load } from "./support/database.ts";
import { duration, megabytes, table } from "./support/figures.ts";
import { pairsLines } from "./support/generate.ts";
import { random } from "./support/random.ts";

const PROJECT = "bench";
/** In an order that foreign keys allow. Documents stay: they are few and are referred to. */
const TABLES = ["segment", "annotation"] as const;

export async function importExportBenchmark(segments: number): Promise<string> {
  const data = await temporaryData();
  const files = await mkdtemp(path.join(tmpdir(), "spanbridge-bench-"));
  const server = await startServer({ data });
  const client = await connectTo(data);
  try {
    const file = path.join(files, "generated.jsonl");
    await pipeline(Readable.from(pairsLines(random(1), segments)), createWriteStream(file));
    process.stderr.write(`${segments} segments generated\n`);

    const create = ["--create", "--source-lang", "zh", "--labels", "PER,ORG,LOC", "--json"];
    const imported = await spanbridge(data, ["import", file, "--project", PROJECT, ...create]);
    check(imported.stdout, segments);
    process.stderr.write(`imported in ${duration(imported.milliseconds)}\n`);

    const out = path.join(files, "exported.jsonl");
    const exported = await spanbridge(data, [
      ...["export", "--project", PROJECT, "--format", "pairs", "--layer", "predictions", "--out", out],
    ]);
    process.stderr.write(`exported in ${duration(exported.milliseconds)}\n`);

    const dumps = TABLES.map((name) => ({ name, file: path.join(files, `${name}.copy`) }));
    const copyTo = await timed(async () => {
      for (const { name, file: target } of dumps) await dump(client, name, target);
    });
    await empty(client);
    const copyFrom = await timed(async () => {
      await client.query("BEGIN");
      for (const { name, file: source } of dumps) await load(client, name, source);
      await client.query("COMMIT");
    });
    const sizes = await Promise.all([file, out, ...dumps.map((each) => each.file)].map((each) => stat(each)));
    const [input = 0, output = 0, ...rows] = sizes.map(({ size }) => size);
    const ratio = (ours: number, theirs: number): string => (ours / theirs).toFixed(2);
    return table(
      ["", "ours", "COPY of the same rows", "ratio", "peak memory of our process", "ours, segments a second"],
      [
        [
          `import of ${segments} segments (${megabytes(input)})`,
          duration(imported.milliseconds),
          `${duration(copyFrom)} (${megabytes(rows.reduce((sum, size) => sum + size, 0))})`,
          ratio(imported.milliseconds, copyFrom),
          megabytes(imported.peak),
          Math.round((segments / imported.milliseconds) * 1000),
        ],
        [
          `export of the same (${megabytes(output)})`,
          duration(exported.milliseconds),
          duration(copyTo),
          ratio(exported.milliseconds, copyTo),
          megabytes(exported.peak),
          Math.round((segments / exported.milliseconds) * 1000),
        ],
      ],
    );
  } finally {
    await client.end();
    await server.stop();
    await removeData(data);
    await rm(files, { recursive: true, force: true });
  }
}

function check(stdout: string, segments: number): void {
  const report = importReportSchema.parse(JSON.parse(stdout));
  if (report.imported !== segments)
    throw new Error(`Imported ${report.imported} of ${segments}: ${stdout.slice(0, 2000)}`);
}

/** Empties the tables in a transaction of its own: COPY into a table made in the same one would write no log. */
async function empty(client: pg.Client): Promise<void> {
  await client.query(`TRUNCATE ${TABLES.join(", ")} CASCADE`);
  await client.query("CHECKPOINT");
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { segments: { type: "string", default: "1000000" } } });
  console.log(await importExportBenchmark(Number(values.segments)));
}
