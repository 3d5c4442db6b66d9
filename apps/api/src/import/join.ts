import { AlignedLines, ZipWriter } from "@spanbridge/formats";
import type { Source } from "./read.ts";

/** Two files with a sentence a line as one: a row for each line. Reads whichever file is behind. */
export function alignedSource(first: Source, second: Source): Source {
  return { name: `${first.name} + ${second.name}`, bytes: align(first, second) };
}

async function* align(first: Source, second: Source): AsyncGenerator<Uint8Array> {
  const lines = new AlignedLines();
  const files = [first.bytes[Symbol.asyncIterator](), second.bytes[Symbol.asyncIterator]()] as const;
  try {
    for (let file = lines.next; file !== undefined; file = lines.next) {
      const piece = await files[file].next();
      const rows = piece.done ? lines.end(file) : lines.push(file, piece.value);
      if (rows.length > 0) yield rows;
    }
  } finally {
    await Promise.all(files.map((file) => file.return?.()));
  }
}

/** Files that belong together, such as a text and its annotations, as one archive. */
export function archivedSource(sources: readonly (Source & { readonly path: string })[]): Source {
  return {
    name: sources
      .map(({ name }) => name)
      .join(" + ")
      .slice(0, 200),
    bytes: archive(sources),
  };
}

async function* archive(
  sources: readonly (Source & { readonly path: string })[],
): AsyncGenerator<Uint8Array> {
  const zip = new ZipWriter();
  for (const { path, bytes } of sources) {
    const file = zip.file(path);
    for await (const piece of bytes) {
      file.write(piece);
      yield zip.take();
    }
    file.end();
  }
  yield zip.end();
}
