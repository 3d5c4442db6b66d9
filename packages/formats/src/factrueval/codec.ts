import { companionParser } from "../archive/companions.ts";
import { baseName, folderOf } from "../archive/name.ts";
import type { ArchiveParser, Codec, ParseOptions } from "../codec.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { looksLikeFactRuEval } from "./files.ts";
import { readDocument } from "./read.ts";

const importOptions = defineOptions([
  ...importSpecs,
  {
    key: "segments",
    title: "A segment is",
    kind: "enum",
    choices: [
      { value: "sentences", title: "A sentence, as the .tokens file has them" },
      { value: "lines", title: "A line of the text" },
      { value: "documents", title: "A document" },
    ],
    default: "sentences",
  },
  {
    key: "entities",
    title: "Entities are",
    hint: "An object such as a person is made of spans such as name and surname.",
    kind: "enum",
    choices: [
      { value: "objects", title: "Objects (Person, Org, LocOrg, Location)" },
      { value: "spans", title: "Spans (name, surname, org_name, …)" },
    ],
    default: "objects",
  },
]);

const KINDS = ["txt", "tokens", "spans", "objects"] as const;

function factRuEvalParser(options: ParseOptions): ArchiveParser {
  const choice = importOptions.read(options.options);
  return companionParser(options, {
    kinds: KINDS,
    read: (stem, files, { context, totals, about }) => {
      const name = baseName(stem);
      const missing = KINDS.filter((kind) => !files.has(kind)).map((kind) => `.${kind}`);
      const [txt, tokens, spans, objects] = KINDS.map((kind) => files.get(kind));
      if (txt === undefined || tokens === undefined || spans === undefined || objects === undefined) {
        const message = `${name} was left out: the four files of a document belong together; ${missing.join(", ")} is missing.`;
        return [about("missing", message)];
      }
      const doc = { name, folder: folderOf(stem) || null, txt, tokens, spans, objects };
      return readDocument(doc, `${options.file}/${name}`, choice, context, totals);
    },
  });
}

/** The standoff files of the FactRuEval-2016 shared task (dialogue-evaluation/factRuEval-2016, MIT). */
export const factRuEvalCodec = {
  id: "factrueval",
  title: "FactRuEval-2016 (four files a document)",
  summary: "A text with its tokens, spans and objects in files beside each other. Source side only.",
  extensions: [".objects", ".spans", ".tokens"],
  mediaType: "text/plain",
  offsets: "code points",
  lossless: false,
  cannotHold: [],
  counted: null,
  companions: /\.(?:txt|tokens|spans|objects)$/i,
  importOptions,
  exportOptions: noOptions,
  sniff: looksLikeFactRuEval,
  createParser: (options) => {
    const parser = factRuEvalParser(options);
    // One of the four alone: the others are missing, which is what it says.
    parser.file(/\.(?:tokens|spans|objects)$/i.test(options.file) ? options.file : `${options.file}.txt`);
    return parser;
  },
  createArchiveParser: factRuEvalParser,
} satisfies Codec;
