import type { TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { readProdigy } from "./read.ts";
import { writeProdigy } from "./write.ts";

const PRODIGY = /"(?:_input_hash|_task_hash|_view_id)"\s*:/;
const SPANS = /"spans"\s*:\s*\[\s*(?:\]|\{)/;
const TOKENS = /"tokens"\s*:\s*\[\s*\{[^}]*"start"\s*:/;

export const prodigyCodec = {
  id: "prodigy",
  title: "Prodigy (JSON lines)",
  extensions: [".jsonl"],
  mediaType: "application/jsonl",
  summary: "Tasks of Prodigy with tokens, spans and relations.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["absences", "scores of links", "notes"],
  counted: "lines",
  importOptions: defineOptions(importSpecs),
  exportOptions: noOptions,
  sniff: (head) => {
    if (!/^\s*[[{]/.test(head) || !/"text"\s*:/.test(head)) return 0;
    if (PRODIGY.test(head)) return 1;
    return (SPANS.test(head) ? 0.6 : 0) + (TOKENS.test(head) || /"answer"\s*:/.test(head) ? 0.3 : 0);
  },
  createParser: (options) => jsonRowsParser(options, readProdigy),
  createSerialiser: (options = {}) =>
    foreignSerialiser(
      options,
      keeps({
        pivot: true,
        spans: true,
        links: true,
        scores: true,
        states: new Set(["accepted", "rejected", "skipped"]),
        reason: true,
        flags: true,
        document: true,
        language: true,
        metadata: true,
        spanMetadata: true,
        tokens: true,
      }),
      (record, lose) => `${writeProdigy(record, record.sourceLang ?? options.sourceLang ?? "und", lose)}\n`,
    ),
} satisfies TextCodec;
