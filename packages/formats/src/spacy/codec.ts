import { archived } from "../archive/lines.ts";
import type { Codec, SerialiseOptions, Serialiser } from "../codec.ts";
import { jsonRowsParser } from "../foreign/json-rows.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import { fromTuple, readSpacy } from "./read.ts";
import { DOCBIN_SCRIPT } from "./script.ts";
import { createSpacyLines } from "./write.ts";

const exportOptions = defineOptions([
  {
    key: "package",
    title: "File",
    kind: "enum",
    choices: [
      { value: "archive", title: "ZIP with the lines and a script that makes a DocBin (.spacy)" },
      { value: "file", title: "JSON lines alone" },
    ],
    default: "archive",
  },
]);

const ENTITIES = /"entities"\s*:\s*\[\s*(?:\]|\[\s*\d+\s*,\s*\d+\s*,\s*")/;

export const spacyCodec = {
  id: "spacy",
  title: "spaCy (JSON lines and a DocBin script)",
  extensions: [".jsonl", ".json"],
  mediaType: "application/jsonl",
  summary: "Texts with entities for spaCy's training; those that overlap as a span group. Source side only.",
  offsets: "code points",
  lossless: false,
  cannotHold: ["the translation and its entities", "links, absences", "scores", "review, notes"],
  counted: null,
  importOptions: defineOptions(importSpecs),
  exportOptions,
  sniff: (head) =>
    /^\s*(?:\{|\[\s*\[?\s*"|\[\s*\{)/.test(head) && ENTITIES.test(head) && !/"start_offset"/.test(head)
      ? 0.85
      : 0,
  createParser: (options) => jsonRowsParser(options, readSpacy, fromTuple),
  createSerialiser: (options: SerialiseOptions = {}): Serialiser => {
    const lines = createSpacyLines(options);
    if (exportOptions.read(options.options).package === "file") return lines;
    return archived(lines, "data.jsonl", () => [["make_docbin.py", DOCBIN_SCRIPT]]);
  },
  output: (options) =>
    options.package === "file"
      ? { extension: ".jsonl", mediaType: "application/jsonl" }
      : { extension: ".zip", mediaType: "application/zip" },
} satisfies Codec;
