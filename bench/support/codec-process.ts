// One codec at work, in a process of its own so that its memory can be told apart:
//
//   node bench/support/codec-process.ts write FORMAT FILE BYTES    writes generated records until the file is that large
//   node bench/support/codec-process.ts generate pairs FILE BYTES  the same in pairs, without the codec and much faster
//   node bench/support/codec-process.ts zip pairs FILE BYTES       the same into a ZIP archive, so many bytes unpacked
//   node bench/support/codec-process.ts read FORMAT FILE           reads a file
//   node bench/support/codec-process.ts unpack pairs FILE          reads a packed file, as an import does
//
// Prints one line of JSON. The clock runs only while the codec works, not while records are made or bytes come from disk.

import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { z } from "zod";
import {
  codecs,
  dataAlone,
  FileReader,
  findExportCodec,
  findImportCodec,
  type SegmentRecord,
  ZipWriter,
} from "../../packages/formats/src/index.ts";
import { pairsLine } from "./generate.ts";
import { random as seededRandom } from "./random.ts";

export const workSchema = z.object({
  milliseconds: z.number(),
  records: z.int(),
  /** Rows that were not understood. */
  bad: z.int(),
  bytes: z.int(),
  /** Greatest resident size of this process, in bytes. */
  peak: z.int(),
});
export type Work = z.infer<typeof workSchema>;

const BATCH = 500;
const PIECE = 64 * 1024;

async function write(format: string, file: string, wanted: number): Promise<Omit<Work, "peak">> {
  const codec = findExportCodec(format);
  if (!codec) throw new Error(`no export of ${format}`);
  const serialiser = await codec.createSerialiser({
    sourceLang: "zh",
    labels: ["PER", "ORG", "LOC"],
    options: dataAlone(codec),
  });
  const random = seededRandom(1);
  const out = createWriteStream(file);
  const work = { milliseconds: 0, records: 0, bad: 0, bytes: 0 };
  const send = async (pieces: readonly (string | Uint8Array)[]): Promise<void> => {
    for (const piece of pieces) {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
      work.bytes += bytes.length;
      if (bytes.length > 0 && !out.write(bytes)) await once(out, "drain");
    }
  };
  // Formats that write everything at their end cannot say how large they are: their pairs are counted instead.
  for (let asPairs = 0; (work.bytes > 0 ? work.bytes : asPairs) < wanted; ) {
    const lines = Array.from({ length: BATCH }, (_, index) => {
      const number = work.records + index;
      return pairsLine(random, number, `part-${Math.floor(number / 1000)}`);
    }).join("");
    asPairs += Buffer.byteLength(lines);
    const records = recordsOf(lines);
    const begun = performance.now();
    const pieces = records.map((record) => serialiser.segment(record));
    work.milliseconds += performance.now() - begun;
    work.records += records.length;
    await send(pieces);
  }
  const begun = performance.now();
  const end = serialiser.end();
  work.milliseconds += performance.now() - begun;
  await send([end]);
  out.end();
  await once(out, "finish");
  return work;
}

/** `bytes` are those of the lines, packed or not. Neither the file nor the archive is ever whole in memory. */
async function generate(file: string, wanted: number, zipped: boolean): Promise<Omit<Work, "peak">> {
  const random = seededRandom(1);
  const out = createWriteStream(file);
  const zip = new ZipWriter();
  const entry = zip.file("large.jsonl");
  const packed = (bytes: Uint8Array): Uint8Array => {
    entry.write(bytes);
    return zip.take();
  };
  const work = { milliseconds: 0, records: 0, bad: 0, bytes: 0 };
  while (work.bytes < wanted) {
    const lines = Array.from({ length: BATCH }, (_, index) => {
      const number = work.records + index;
      return pairsLine(random, number, `part-${Math.floor(number / 1000)}`);
    });
    const bytes = Buffer.from(lines.join(""));
    work.records += lines.length;
    work.bytes += bytes.length;
    const piece = zipped ? packed(bytes) : bytes;
    if (piece.length > 0 && !out.write(piece)) await once(out, "drain");
  }
  if (zipped) {
    entry.end();
    out.write(zip.end());
  }
  out.end();
  await once(out, "finish");
  return work;
}

/** As an import reads a file: unpacked and recognised as it comes. `bytes` are those of the packed file. */
async function unpack(file: string): Promise<Omit<Work, "peak">> {
  const work = { milliseconds: 0, records: 0, bad: 0, bytes: 0 };
  const reader = new FileReader({ file: path.basename(file), labels: null, sourceLang: "zh" });
  const take = async (items: ReturnType<FileReader["push"]>): Promise<void> => {
    const begun = performance.now();
    for await (const some of items) {
      for (const { kind } of some) {
        if (kind === "record") work.records++;
        else work.bad++;
      }
    }
    work.milliseconds += performance.now() - begun;
  };
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    await take(reader.push(piece));
    work.bytes += piece.length;
  }
  await take(reader.end());
  return work;
}

function recordsOf(lines: string): SegmentRecord[] {
  const parser = codecs.pairs.createParser({ file: "generated.jsonl", labels: null });
  return [...parser.push(Buffer.from(lines)), ...parser.end()].map((item) => {
    if (item.kind !== "record") throw new Error(JSON.stringify(item));
    return item.record;
  });
}

async function read(format: string, file: string): Promise<Omit<Work, "peak">> {
  const codec = findImportCodec(format);
  if (!codec) throw new Error(`no import of ${format}`);
  const work = { milliseconds: 0, bytes: 0 };
  const parser = await codec.createParser({ file: path.basename(file), labels: null, sourceLang: "zh" });
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    const begun = performance.now();
    parser.push(piece);
    work.milliseconds += performance.now() - begun;
    work.bytes += piece.length;
  }
  const begun = performance.now();
  parser.end();
  if (parser.rest) for await (const _items of parser.rest());
  work.milliseconds += performance.now() - begun;
  const { records, bad } = parser.totals;
  return { ...work, records, bad };
}

function run(mode: string, format: string, file: string, wanted: number): Promise<Omit<Work, "peak">> {
  switch (mode) {
    case "read":
      return read(format, file);
    case "unpack":
      return unpack(file);
    case "generate":
    case "zip":
      return generate(file, wanted, mode === "zip");
    default:
      return write(format, file, wanted);
  }
}

if (import.meta.main) {
  const [mode = "", format = "", file = "", wanted = "0"] = process.argv.slice(2);
  const work = await run(mode, format, file, Number(wanted));
  const peak = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(`${JSON.stringify({ ...work, peak } satisfies Work)}\n`);
}
