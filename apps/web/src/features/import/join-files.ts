import { AlignedLines, detectFormat, ZipWriter } from "@spanbridge/formats";

const HEAD_BYTES = 64 * 1024;
const PIECE_BYTES = 1024 * 1024;

/**
 * Several files as the one that is read and sent: two texts that say nothing of themselves are taken for a sentence a
 * line each, put together; anything else becomes an archive, of which all files in one format are read.
 */
export async function joinFiles(files: readonly File[]): Promise<File> {
  const name = files
    .map((file) => file.name)
    .join(" + ")
    .slice(0, 200);
  const [first, second] = files;
  if (first && second && files.length === 2 && (await isPlain(first)) && (await isPlain(second))) {
    return new File(await aligned(first, second), name);
  }
  return new File(await archived(files), name);
}

async function isPlain(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return !/\.ann$/i.test(file.name) && !head.includes(0) && detectFormat(file.name, head) === null;
}

async function aligned(first: File, second: File): Promise<BlobPart[]> {
  const lines = new AlignedLines();
  const files = [first, second] as const;
  const read: [number, number] = [0, 0];
  const parts: BlobPart[] = [];
  for (let next = lines.next; next !== undefined; next = lines.next) {
    const at = read[next];
    read[next] = at + PIECE_BYTES;
    const piece = await files[next].slice(at, at + PIECE_BYTES).arrayBuffer();
    const rows = piece.byteLength > 0 ? lines.push(next, new Uint8Array(piece)) : lines.end(next);
    parts.push(new Blob([rows.slice()]));
  }
  return parts;
}

async function archived(files: readonly File[]): Promise<BlobPart[]> {
  const zip = new ZipWriter();
  const parts: BlobPart[] = [];
  for (const file of files) {
    const entry = zip.file(file.name);
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      entry.write(new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()));
      parts.push(new Blob([zip.take().slice()]));
    }
    entry.end();
  }
  parts.push(new Blob([zip.end().slice()]));
  return parts;
}
