import { LineSplitter } from "./lines/splitter.ts";
import { type ImportCodec, importCodecs } from "./registry.ts";

export type Detection = { readonly codec: ImportCodec; readonly confidence: number };

const HEAD_LINES = 20;

/**
 * The format a file is most likely in, by its first bytes (64 KiB are plenty) and its name; null when it is none of ours.
 * A file that is empty or cannot be read as text goes by its name, so that its codec can say what is wrong with it.
 */
export function detectFormat(fileName: string, firstBytes: Uint8Array): Detection | null {
  const [best] = rankFormats(fileName, firstBytes);
  return best ?? null;
}

/** All formats a file may be in, the likeliest first; of equals, the first in the registry. */
export function rankFormats(fileName: string, firstBytes: Uint8Array): readonly Detection[] {
  const head = headOf(firstBytes);
  const found: Detection[] = [];
  for (const codec of importCodecs) {
    const named = codec.extensions.some((extension) => fileName.toLowerCase().endsWith(extension));
    const byContent = Math.max(codec.sniff(head), codec.sniffBytes?.(firstBytes) ?? 0);
    const confidence = Math.min(1, byContent + (named ? 0.4 : 0));
    if (confidence > 0) found.push({ codec, confidence });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}

function headOf(firstBytes: Uint8Array): string {
  const splitter = new LineSplitter();
  const lines: string[] = [];
  for (const event of [...splitter.push(firstBytes), ...splitter.end()]) {
    if (event.kind === "line" && lines.length < HEAD_LINES) lines.push(event.text);
  }
  return lines.join("\n");
}
