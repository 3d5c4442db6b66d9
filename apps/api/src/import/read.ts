import { setImmediate as nextTurn } from "node:timers/promises";
import { detectFormat, type ImportCodec, type ParsedItem, type ParseOptions } from "@spanbridge/formats";
import { checkImportOptions, importCodec } from "../formats/choose.ts";

/** A file's name and bytes, in pieces of any size. */
export type Source = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/** What is looked at to tell the format. */
const HEAD = 64 * 1024;
/** Bytes parsed at a time: one to two milliseconds, after which others have their turn. */
const SLICE = 64 * 1024;

export type Reading = {
  /** Null for a file in no format of ours. */
  readonly codec: ImportCodec | null;
  /** Items in the file's order, a slice at a time, with the number of bytes they took. */
  readonly items: AsyncGenerator<{ readonly items: readonly ParsedItem[]; readonly bytes: number }>;
};

/** Begins to read a file: its format is known then, told from its content unless it is given. */
export async function openSource(source: Source, options: ParseOptions, format?: string): Promise<Reading> {
  const given = format === undefined ? undefined : importCodec(format);
  const pieces = source.bytes[Symbol.asyncIterator]();
  const head: Uint8Array[] = [];
  let size = 0;
  let done = false;
  while (size < HEAD && !done) {
    const piece = await pieces.next();
    if (piece.done) done = true;
    else {
      head.push(piece.value);
      size += piece.value.length;
    }
  }
  const first = Buffer.concat(head);
  const codec = given ?? detectFormat(source.name, first.subarray(0, HEAD))?.codec ?? null;
  if (codec) checkImportOptions(codec, options.options ?? {});
  return { codec, items: parse(codec, first, pieces, options) };
}

async function* parse(
  codec: ImportCodec | null,
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  options: ParseOptions,
): Reading["items"] {
  try {
    if (!codec) return;
    const parser = await codec.createParser(options);
    let parsed = 0;
    for (const slice of slices(first)) yield { items: parser.push(slice), bytes: slice.length };
    for (let piece = await rest.next(); !piece.done; piece = await rest.next()) {
      for (const slice of slices(piece.value)) {
        yield { items: parser.push(slice), bytes: slice.length };
        parsed += slice.length;
        if (parsed < SLICE) continue;
        parsed = 0;
        await nextTurn();
      }
    }
    yield { items: parser.end(), bytes: 0 };
    if (parser.rest) for await (const items of parser.rest()) yield { items, bytes: 0 };
  } finally {
    // Closes the file of somebody who has seen enough.
    await rest.return?.();
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}
