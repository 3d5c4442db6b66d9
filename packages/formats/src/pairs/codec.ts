import type { Codec } from "../codec.ts";
import { createPairsParser } from "./parser.ts";
import { createPairsSerialiser } from "./serialiser.ts";

export const pairsCodec: Codec = {
  id: "pairs",
  title: "Pairs (JSON lines)",
  extensions: [".jsonl", ".ndjson"],
  mediaType: "application/jsonl",
  sniff: (head) => {
    const first = head.split("\n").find((line) => line.trim() !== "") ?? "";
    if (!first.trimStart().startsWith("{")) return 0;
    return /"source_text"\s*:/.test(first) ? 1 : 0.3;
  },
  createParser: createPairsParser,
  createSerialiser: createPairsSerialiser,
};
