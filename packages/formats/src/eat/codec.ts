import type { TextCodec } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { readEat } from "./read.ts";
import { createEatSerialiser } from "./write.ts";

const importOptions = defineOptions([
  {
    key: "label",
    title: "Label of the names",
    hint: "The file does not have labels.",
    kind: "text",
    default: "ENTITY",
    placeholder: "PER",
  },
  ...importSpecs,
]);

export const eatCodec = {
  id: "eat",
  title: "EAT corpus (JSON)",
  extensions: [".json"],
  mediaType: "application/json",
  summary: "Pairs of names with a text about them, as the EAT paper published its fine-tuning corpus.",
  offsets: "none",
  lossless: false,
  cannotHold: [
    "entities without a counterpart",
    "labels and offsets",
    "the translation but for the names",
    "absences",
    "scores",
    "review, notes",
  ],
  counted: null,
  importOptions,
  exportOptions: noOptions,
  sniff: (head) =>
    /^\s*[[{]/.test(head) && /"eng_entity"\s*:/.test(head) && /"tgt_entity"\s*:/.test(head) ? 1 : 0,
  createParser: (options) => {
    const { label } = importOptions.read(options.options);
    return jsonRowsParser(options, (row, report) => readEat(row, label, report));
  },
  createSerialiser: createEatSerialiser,
} satisfies TextCodec;
