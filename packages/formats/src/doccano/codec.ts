import type { TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { unitOf, unitOptions } from "../foreign/unit-option.ts";
import { noOptions } from "../options/options.ts";
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
  importOptions: unitOptions,
  exportOptions: noOptions,
  sniff: (head) => (/^\s*[[{]/.test(head) && /"text"\s*:/.test(head) && SPANS.test(head) ? 0.9 : 0),
  createParser: (options) => {
    const unit = unitOf(options.options);
    return jsonRowsParser(options, (row, report) => readDoccano(row, unit, report));
  },
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
