import type { TextCodec } from "../codec.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { createKlueParser } from "./parser.ts";
import { createKlueSerialiser } from "./serialiser.ts";

const SENTENCE = /^## ?[^\t\n]*\t.*\n.{1,4}\t(?:O|[BI]-\S+)$/mu;

export const klueCodec = {
  id: "klue",
  title: "KLUE NER (characters)",
  extensions: [".tsv"],
  mediaType: "text/tab-separated-values",
  summary:
    "One character and its tag a line, spaces included, as the Korean benchmark has it. Source side only.",
  offsets: "characters",
  lossless: false,
  cannotHold: [
    "the translation and its entities",
    "links, absences",
    "overlapping entities",
    "scores",
    "review, notes",
    "names of documents",
    "tokens",
  ],
  counted: "blocks",
  importOptions: defineOptions(importSpecs),
  exportOptions: noOptions,
  sniff: (head) => (SENTENCE.test(head) ? 0.9 : 0),
  createParser: createKlueParser,
  createSerialiser: createKlueSerialiser,
} satisfies TextCodec;
