import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import path from "node:path";
import { createGunzip } from "node:zlib";
import { type DumpFile, type DumpFiles, type DumpTable, dumpTables } from "@spanbridge/projection";
import { AppError } from "../error.ts";

const EXPECTED =
  "Dump files are known by their names: enwiki-…-page.sql.gz, enwiki-…-langlinks.sql.gz, enwiki-…-redirect.sql.gz, enwiki-…-page_props.sql.gz, and texts as .json or .jsonl (.gz), of which those that begin with enwiki are English.";

/** Sorts dump files by what their names say they are. Refuses a name that says nothing, and a file that is not there. */
export async function openDumps(places: readonly string[]): Promise<DumpFiles> {
  const tables: Partial<Record<DumpTable, DumpFile>> = {};
  const texts: { side: "english" | "target"; file: DumpFile }[] = [];
  for (const place of places) {
    await access(place).catch(() => {
      throw new AppError("not_found", `${place} cannot be read.`);
    });
    const name = path.basename(place);
    const file = { name, open: () => piecesOf(place) };
    const table = /(?:^|[-_.])(\w+)\.sql(?:\.gz)?$/u.exec(name)?.[1];
    const known = dumpTables.find((one) => table === one || table?.endsWith(`-${one}`));
    if (known) tables[known] = file;
    else if (/\.(?:jsonl?|ndjson)(?:\.gz)?$/u.test(name)) {
      texts.push({ side: /^enwiki/u.test(name) ? "english" : "target", file });
    } else throw new AppError("invalid_input", `${name} is not known. ${EXPECTED}`);
  }
  return { tables, texts };
}

/** A file as text, unpacked where its name ends so. What is not UTF-8 becomes U+FFFD: titles in tables may be cut off. */
async function* piecesOf(place: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const bytes = createReadStream(place, { highWaterMark: 1 << 20 });
  const stream = place.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes;
  try {
    for await (const piece of stream) {
      if (piece instanceof Uint8Array) yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError("invalid_input", `${path.basename(place)} cannot be unpacked: ${why}.`);
  } finally {
    bytes.destroy();
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}
