import type { ExportFormat } from "@spanbridge/shared/contracts";
import { argillaCodec } from "./argilla/codec.ts";
import type { Codec } from "./codec.ts";
import { doccanoCodec } from "./doccano/codec.ts";
import { iob2Codec } from "./iob2/codec.ts";
import { labelStudioCodec } from "./labelstudio/codec.ts";
import { LineSplitter } from "./lines/splitter.ts";
import { pairsCodec } from "./pairs/codec.ts";
import { prodigyCodec } from "./prodigy/codec.ts";

export const codecs: { readonly [format in ExportFormat]: Codec } = {
  pairs: pairsCodec,
  iob2: iob2Codec,
  labelstudio: labelStudioCodec,
  doccano: doccanoCodec,
  prodigy: prodigyCodec,
  argilla: argillaCodec,
};

export type Detection = { readonly codec: Codec; readonly confidence: number };

const HEAD_LINES = 20;

/**
 * The format a file is most likely in, by its first bytes (64 KiB are plenty) and its name; null when it is none of ours.
 * A file that is empty or cannot be read as text goes by its name, so that its codec can say what is wrong with it.
 */
export function detectFormat(fileName: string, firstBytes: Uint8Array): Detection | null {
  const head = headOf(firstBytes);
  let best: Detection | null = null;
  for (const codec of Object.values(codecs)) {
    const named = codec.extensions.some((extension) => fileName.toLowerCase().endsWith(extension));
    const confidence = Math.min(1, codec.sniff(head) + (named ? 0.4 : 0));
    if (confidence > 0 && (!best || confidence > best.confidence)) best = { codec, confidence };
  }
  return best;
}

function headOf(firstBytes: Uint8Array): string {
  const splitter = new LineSplitter();
  const lines: string[] = [];
  for (const event of [...splitter.push(firstBytes), ...splitter.end()]) {
    if (event.kind === "line" && lines.length < HEAD_LINES) lines.push(event.text);
  }
  return lines.join("\n");
}
