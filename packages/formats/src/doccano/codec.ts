import type { TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { readDoccano } from "./read.ts";
import { writeDoccano } from "./write.ts";

const SPANS = /"labels?"\s*:\s*\[\s*(?:\]|\[\s*\d+\s*,\s*\d+\s*,\s*")|"start_offset"\s*:/;

export const doccanoCodec = {
  id: "doccano",
  title: "doccano (JSON lines)",
  extensions: [".jsonl"],
  mediaType: "application/jsonl",
  summary: "Sequence labelling of doccano: spans of both texts, with links as relations.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["absences", "scores", "review states, notes, flags", "tokens"],
  counted: "lines",
  importOptions: defineOptions(importSpecs),
  exportOptions: noOptions,
  sniff: (head) => (/^\s*[[{]/.test(head) && /"text"\s*:/.test(head) && SPANS.test(head) ? 0.9 : 0),
  createParser: (options) =>
    jsonRowsParser(options, (row, report) => readDoccano(row, "code points", report)),
  createSerialiser: (options = {}) =>
    foreignSerialiser(
      options,
      keeps({
        pivot: true,
        spans: true,
        links: true,
        document: true,
        language: true,
        metadata: true,
        spanMetadata: true,
      }),
      (record, lose) => `${writeDoccano(record, lose)}\n`,
    ),
} satisfies TextCodec;
