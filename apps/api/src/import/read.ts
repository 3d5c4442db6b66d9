import { setImmediate as nextTurn } from "node:timers/promises";
import { FileReader, type ImportCodec, type ParsedItem, type ParseOptions } from "@spanbridge/formats";
import { checkImportOptions, importCodec } from "../formats/choose.ts";

/** A file's name and bytes, in pieces of any size. */
export type Source = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

/** Bytes parsed at a time: one to two milliseconds, after which others have their turn. */
const SLICE = 64 * 1024;

type Piece = { readonly items: readonly ParsedItem[]; readonly bytes: number };

export type Reading = {
  /** Null for a file in no format of ours. */
  readonly codec: ImportCodec | null;
  /** What was said before the format was known, such as what is wrong with an archive. It is in `items` as well. */
  readonly before: readonly ParsedItem[];
  /** Items in the file's order, a slice at a time, with the number of bytes they took. */
  readonly items: AsyncGenerator<Piece>;
};

/**
 * Begins to read a file, packed or not: its format is known then, told from its content unless it is given. An option
 * that the format has not is refused.
 */
export async function openSource(source: Source, options: ParseOptions, format?: string): Promise<Reading> {
  const reader = new FileReader({
    ...options,
    codec: format === undefined ? undefined : importCodec(format),
    onCodec: (codec) => checkImportOptions(codec, options.options ?? {}),
  });
  const pieces = readThrough(reader, source.bytes);
  const first: Piece[] = [];
  while (reader.codec === undefined) {
    const next = await pieces.next();
    if (next.done) break;
    first.push(next.value);
  }
  return {
    codec: reader.codec ?? null,
    before: first.flatMap(({ items }) => items),
    items: continued(first, pieces),
  };
}

async function* readThrough(reader: FileReader, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  let parsed = 0;
  for await (const piece of bytes) {
    for (const slice of slices(piece)) {
      let counted = false;
      for await (const items of reader.push(slice)) {
        yield { items, bytes: counted ? 0 : slice.length };
        counted = true;
      }
      if (!counted) yield { items: [], bytes: slice.length };
      parsed += slice.length;
      if (parsed < SLICE) continue;
      parsed = 0;
      await nextTurn();
    }
  }
  for await (const items of reader.end()) yield { items, bytes: 0 };
  yield { items: [], bytes: 0 };
}

async function* continued(first: readonly Piece[], rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* first;
    yield* rest;
  } finally {
    // Closes the file of somebody who has seen enough.
    await rest.return(undefined);
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE);
}
