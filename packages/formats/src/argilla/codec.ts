import type { TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { listSerialiser } from "../foreign/list-serialiser.ts";
import { unitOf, unitOptions } from "../foreign/unit-option.ts";
import { defineOptions } from "../options/options.ts";
import { readArgilla } from "./read.ts";
import { writeArgilla } from "./write.ts";

const exportOptions = defineOptions([
  {
    key: "user_id",
    title: "User in Argilla",
    hint: "Id of the user whose answers accepted and rejected segments become. Empty: everything is a suggestion.",
    kind: "text",
    default: "",
    placeholder: "00000000-0000-0000-0000-000000000000",
  },
]);

export const argillaCodec = {
  id: "argilla",
  title: "Argilla records (JSON)",
  extensions: [".json"],
  mediaType: "application/json",
  summary: "Records of Argilla 2 with suggestions and responses: both texts, spans, scores.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["links, absences", "notes, flags", "tokens", "review states (unless a user is named)"],
  counted: null,
  importOptions: unitOptions,
  exportOptions,
  sniff: (head) => {
    if (!/^\s*[[{]/.test(head)) return 0;
    if (/"[^"]+\.(?:suggestion|responses)"\s*:/.test(head)) return 0.9;
    if (!/"fields"\s*:\s*\{/.test(head)) return 0;
    return /"(?:suggestions|responses)"\s*:/.test(head) ? 0.9 : 0.4;
  },
  createParser: (options) => {
    const unit = unitOf(options.options);
    return jsonRowsParser(options, (row, report) => readArgilla(row, unit, report));
  },
  createSerialiser: (options = {}) => {
    const userId = exportOptions.read(options.options).user_id.trim();
    return listSerialiser(
      options,
      keeps({
        pivot: true,
        spans: true,
        scores: true,
        states: new Set(userId === "" ? [] : ["accepted", "rejected"]),
        reason: true,
        document: true,
        language: true,
        metadata: true,
        spanMetadata: true,
      }),
      (record, lose) => writeArgilla(record, userId, lose),
    );
  },
} satisfies TextCodec;
