import type { Codec } from "../codec.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { createPairsParser } from "./parser.ts";
import { createPairsSerialiser } from "./serialiser.ts";

export const pairsCodec = {
  id: "pairs",
  title: "Pairs (JSON lines)",
  extensions: [".jsonl", ".ndjson"],
  mediaType: "application/jsonl",
  summary: "Holds everything: both texts, spans, links, states, notes. Importing it again gives the same.",
  offsets: "code points",
  lossless: true,
  cannotHold: [],
  counted: "lines",
  importOptions: defineOptions(importSpecs),
  exportOptions: noOptions,
  sniff: (head: string) => {
    const first = head.split("\n").find((line) => line.trim() !== "") ?? "";
    if (!first.trimStart().startsWith("{")) return 0;
    return /"source_text"\s*:/.test(first) ? 1 : 0.3;
  },
  createParser: createPairsParser,
  createSerialiser: createPairsSerialiser,
} satisfies Codec;
