import type { TextCodec } from "../codec.ts";
import { conlluExportOptions, conlluImportOptions } from "./options.ts";
import { createConlluParser } from "./parser.ts";
import { createConlluSerialiser } from "./serialiser.ts";

const LINE = /^\d+(?:[-.]\d+)?(?:\t[^\t\n]*){9}$/m;

export const conlluCodec = {
  id: "conllu",
  title: "CoNLL-U, entities in MISC",
  extensions: [".conllu"],
  mediaType: "text/plain",
  summary:
    "Universal Dependencies with NE=B-PER in the last column; imported syntax is kept. Source side only.",
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
  importOptions: conlluImportOptions,
  exportOptions: conlluExportOptions,
  sniff: (head) => (LINE.test(head) ? 0.9 : 0),
  createParser: createConlluParser,
  createSerialiser: createConlluSerialiser,
} satisfies TextCodec;
