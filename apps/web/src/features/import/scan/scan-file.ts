import { FileReader, findImportCodec, type ImportCodec, inspectTable } from "@spanbridge/formats";
import { Collected } from "./collected.ts";
import type { ScanMessage, ScanRules } from "./messages.ts";

const HEAD_BYTES = 64 * 1024;
/** What the parser hands back at once stays small. */
const PIECE_BYTES = 256 * 1024;
/** The page hears of progress about so often. */
const TELL_BYTES = 2 * 1024 * 1024;

type File = { readonly name: string; readonly bytes: Blob };

/**
 * Reads a file as the server will, packed or not: recognises the format, then streams it through the codec, telling what
 * it finds. Memory stays bounded; nothing of the file is kept but the first rows.
 */
export async function scanFile(
  file: File,
  rules: ScanRules,
  tell: (message: ScanMessage) => void,
): Promise<void> {
  try {
    if (file.bytes.size === 0) return tell({ kind: "unknown", reason: "empty" });
    await readThrough(file, rules, tell);
  } catch (error) {
    // Readers never throw; what does is reading a file that was moved or changed.
    if (!(error instanceof DOMException)) throw error;
    tell({ kind: "unreadable" });
  }
}

async function readThrough(
  { name, bytes }: File,
  { labels, allowOverlap, sourceLang, setup }: ScanRules,
  tell: (message: ScanMessage) => void,
): Promise<void> {
  const foundLabels = new Map<string, number>();
  const reader = new FileReader({
    file: name,
    labels: new Set(labels),
    allowOverlap,
    sourceLang,
    options: setup.options,
    foundLabels,
    codec: setup.format === null ? undefined : findImportCodec(setup.format),
  });
  const head = new Uint8Array(await bytes.slice(0, HEAD_BYTES).arrayBuffer());
  const collected = new Collected(foundLabels);
  let recognised = false;
  let read = 0;
  let told = -1;
  const recognise = () => {
    if (recognised || !reader.codec) return;
    recognised = true;
    const { id, title } = reader.codec;
    tell({
      kind: "recognised",
      format: { id, title },
      table: tableOf(reader.codec, head, setup, sourceLang),
    });
  };
  const report = () => {
    recognise();
    if (!recognised) return;
    tell({ kind: "progress", bytes: read, ...collected.take() });
    told = read;
  };
  const stream = bytes.stream().getReader();
  for (let piece = await stream.read(); !piece.done; piece = await stream.read()) {
    for (let at = 0; at < piece.value.length; at += PIECE_BYTES) {
      const part = piece.value.subarray(at, at + PIECE_BYTES);
      for await (const items of reader.push(part)) collected.add(items);
      read += part.length;
      if (reader.codec === null) return tell({ kind: "unknown", reason: "format" });
      // The first piece at once: the preview is what one waits for.
      if (told < 0 || read - told >= TELL_BYTES) report();
    }
  }
  for await (const items of reader.end()) collected.add(items);
  report();
  tell(recognised ? { kind: "read" } : { kind: "unknown", reason: "format" });
}

/** What a table begins with; of a packed one nothing can be seen without unpacking. */
function tableOf({ id }: ImportCodec, head: Uint8Array, { options }: ScanRules["setup"], sourceLang: string) {
  const packed = (head[0] === 0x1f && head[1] === 0x8b) || (head[0] === 0x50 && head[1] === 0x4b);
  return id === "parallel" && !packed ? inspectTable(head, options, sourceLang) : null;
}
