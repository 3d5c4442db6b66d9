// How fast each format is written and read, and in how much memory: `node bench/formats.ts [megabytes] [large megabytes]`.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { allCodecs, type Codec, dataAlone, outputOf } from "../packages/formats/src/index.ts";
import { type Work, workSchema } from "./support/codec-process.ts";
import { megabytes, table } from "./support/figures.ts";

const MB = 1_000_000;
const run = promisify(execFile);
const program = path.join(import.meta.dirname, "support/codec-process.ts");

async function codecAtWork(...args: readonly (string | number)[]): Promise<Work> {
  const { stdout } = await run(process.execPath, [program, ...args.map(String)], { maxBuffer: 1 << 24 });
  return workSchema.parse(JSON.parse(stdout));
}

/**
 * Writes and reads a file of every format, and a ten times larger one, each in a process of its own; then reads a pairs
 * file of `large` megabytes, as it is and in a ZIP archive.
 */
export async function formatsBenchmark(small: number, large: number): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-formats-"));
  try {
    const rows: string[][] = [];
    for (const codec of allCodecs) {
      process.stderr.write(`   ${codec.id}\n`);
      rows.push([codec.title, ...(await figuresOf(codec, path.join(dir, "file"), small * MB))]);
    }
    const file = path.join(dir, "large.jsonl");
    process.stderr.write(`   pairs, ${large} MB\n`);
    const generated = await codecAtWork("generate", "pairs", file, large * MB);
    const read = sameAs(generated, await codecAtWork("read", "pairs", file), "pairs");
    process.stderr.write(`   pairs, ${large} MB in a ZIP archive\n`);
    const zip = path.join(dir, "large.zip");
    const zipped = await codecAtWork("zip", "pairs", zip, large * MB);
    const unpacked = sameAs(zipped, await codecAtWork("unpack", "pairs", zip), "pairs in a ZIP archive");
    const head = ["format", "written", "read", `peak, reading ${small} MB`, `peak, reading ${10 * small} MB`];
    return `${table(head, rows)}

Records a second (MB a second); peak is the greatest resident size of the process.

A pairs file of ${megabytes(read.bytes)} is read with a peak of **${megabytes(read.peak)}**, at ${rateOf(read)}.
The same in a ZIP archive of ${megabytes(unpacked.bytes)}: a peak of **${megabytes(unpacked.peak)}**, at ${rateOf({ ...unpacked, bytes: zipped.bytes })} of what is in it.`;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function figuresOf(codec: Codec, file: string, bytes: number): Promise<string[]> {
  if (!codec.createSerialiser)
    return ["only read", "not measured: there is nothing to write a large file with", "", ""];
  const written = await codecAtWork("write", codec.id, file, bytes);
  const isReadable = codec.createParser && outputOf(codec, dataAlone(codec)).mediaType !== "application/zip";
  const first = isReadable ? sameAs(written, await codecAtWork("read", codec.id, file), codec.id) : undefined;
  const large = await codecAtWork("write", codec.id, file, 10 * bytes);
  if (!first) {
    return [
      rateOf(large),
      codec.createParser ? "not measured: is written as an archive" : "only written",
      "",
      "",
    ];
  }
  const read = sameAs(large, await codecAtWork("read", codec.id, file), codec.id);
  return [rateOf(large), rateOf(read), megabytes(first.peak), megabytes(read.peak)];
}

/**
 * A file that is not read as it was written makes every figure worthless. Formats that have a row for each entity are
 * read as more records than were written.
 */
function sameAs(written: Work, read: Work, format: string): Work {
  if (read.bad === 0 && read.records >= written.records) return read;
  throw new Error(`${format}: ${written.records} records written, ${read.records} read, ${read.bad} bad`);
}

const rateOf = ({ records, bytes, milliseconds }: Work): string =>
  `${Math.round(records / (milliseconds / 1000)).toLocaleString("en")} (${(bytes / MB / (milliseconds / 1000)).toFixed(1)})`;

if (import.meta.main) {
  const [small = "2", large = "1000"] = process.argv.slice(2);
  console.log(await formatsBenchmark(Number(small), Number(large)));
}
