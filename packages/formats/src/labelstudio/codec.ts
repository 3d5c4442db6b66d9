import type { ParseOptions, TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { keeps } from "../foreign/keeps.ts";
import { listSerialiser } from "../foreign/list-serialiser.ts";
import { unitOf, unitOptions } from "../foreign/unit-option.ts";
import { noOptions } from "../options/options.ts";
import { readTask } from "./read.ts";
import type { WarnOnce } from "./warn.ts";
import { writeTask } from "./write.ts";

export const labelStudioCodec = {
  id: "labelstudio",
  title: "Label Studio (JSON)",
  extensions: [".json"],
  mediaType: "application/json",
  summary: "Tasks of Label Studio with two texts: spans, links as relations, predictions and annotations.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["absences", "rejections", "notes, flags", "tokens"],
  counted: null,
  importOptions: unitOptions,
  exportOptions: noOptions,
  sniff: (head) => {
    if (!/^\s*[[{]/.test(head) || !/"data"\s*:\s*\{/.test(head)) return 0;
    return /"(?:annotations|predictions|completions)"\s*:/.test(head) ? 1 : 0.5;
  },
  createParser: (options: ParseOptions) => {
    const unit = unitOf(options.options);
    const warned = new Set<string>();
    const warnOnce: WarnOnce = (name, field, message, report) => {
      if (warned.has(name) || warned.size > 100) return;
      warned.add(name);
      report.warning(field, "column_ignored", message);
    };
    return jsonRowsParser(options, (row, report) => readTask(row, unit, warnOnce, report));
  },
  createSerialiser: (options = {}) =>
    listSerialiser(
      options,
      keeps({
        pivot: true,
        spans: true,
        links: true,
        scores: true,
        linkScores: true,
        states: new Set(["accepted", "skipped"]),
        document: true,
        language: true,
        metadata: true,
        spanMetadata: true,
      }),
      writeTask,
    ),
} satisfies TextCodec;
