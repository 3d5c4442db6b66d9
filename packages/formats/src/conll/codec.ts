import type { TextCodec } from "../codec.ts";
import { conllExportOptions, conllImportOptions } from "./options.ts";
import { createConllParser } from "./parser.ts";
import { createConllSerialiser } from "./serialiser.ts";

const TAGGED = /^\S.*[\t ](?:O|[BIESLUM]-\S+)[ \t]*$/;
const NOT_TAGGED = /^#|^\s*$/;

export const conllCodec = {
  id: "conll",
  title: "CoNLL columns (CoNLL-2003, IOB2, BIOES)",
  extensions: [".conll", ".bio", ".bioes", ".iob"],
  mediaType: "text/plain",
  summary: "One token and its tag a line, as most training code reads it. Source side only.",
  offsets: "tokens",
  lossless: false,
  cannotHold: [
    "the translation and its entities",
    "links, absences",
    "overlapping entities",
    "scores",
    "review, notes",
    "ids, names of documents and exact spacing (unless as comments)",
  ],
  counted: null,
  importOptions: conllImportOptions,
  exportOptions: conllExportOptions,
  sniff: (head) => {
    const lines = head.split("\n").filter((line) => !NOT_TAGGED.test(line));
    const tagged = lines.filter((line) => TAGGED.test(line) || /^ \t/.test(line)).length;
    return lines.length > 0 && tagged >= lines.length - 1 && tagged > 0 ? 0.6 : 0;
  },
  createParser: createConllParser,
  createSerialiser: createConllSerialiser,
} satisfies TextCodec;
