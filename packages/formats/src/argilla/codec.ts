import type { Codec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { listSerialiser } from "../foreign/list-serialiser.ts";
import { readArgilla } from "./read.ts";
import { writeArgilla } from "./write.ts";

export const argillaCodec: Codec = {
  id: "argilla",
  title: "Argilla records (JSON)",
  extensions: [".json"],
  mediaType: "application/json",
  sniff: (head) => {
    if (!/^\s*[[{]/.test(head) || !/"fields"\s*:\s*\{/.test(head)) return 0;
    return /"(?:suggestions|responses)"\s*:/.test(head) ? 0.9 : 0.4;
  },
  createParser: (options) =>
    jsonRowsParser(options, (row, report) => readArgilla(row, "code points", report)),
  createSerialiser: (options = {}) =>
    listSerialiser(
      options,
      keeps({
        pivot: true,
        spans: true,
        scores: true,
        states: new Set(["accepted", "rejected"]),
        reason: true,
        document: true,
        language: true,
        metadata: true,
        spanMetadata: true,
      }),
      writeArgilla,
    ),
};
