import type { Codec } from "../codec.ts";
import { importSpecs, tokenOptions } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import { createIob2Parser } from "./parser.ts";
import { createIob2Serialiser } from "./serialiser.ts";

const TOKEN_LINE = /^\d+\t[^\t]+\t(?:O|[BI]-\S+)(?:\t|$)/m;
const COMMENT_LINE = /^#\s*(?:sent_id|text|newdoc id)\s*=/m;

export const iob2Codec = {
  id: "iob2",
  title: "Universal NER (.iob2)",
  extensions: [".iob2"],
  mediaType: "text/plain",
  summary: "Tokens with tags, source side only, for training and evaluation.",
  offsets: "tokens",
  lossless: false,
  cannotHold: [
    "the translation and its entities",
    "links, absences",
    "overlapping entities",
    "scores",
    "review, notes",
  ],
  counted: "blocks",
  importOptions: defineOptions(importSpecs),
  exportOptions: tokenOptions,
  sniff: (head: string) => (TOKEN_LINE.test(head) ? 0.7 : 0) + (COMMENT_LINE.test(head) ? 0.3 : 0),
  createParser: createIob2Parser,
  createSerialiser: createIob2Serialiser,
} satisfies Codec;
