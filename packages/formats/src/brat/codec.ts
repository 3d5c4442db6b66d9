import { ZipWriter } from "../archive/zip-writer.ts";
import type { Codec } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { pieceSerialiser } from "../foreign/serialiser.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { pathOf } from "./names.ts";
import { bratParser } from "./parser.ts";
import { writeBrat } from "./write.ts";

const importOptions = defineOptions([
  ...importSpecs,
  {
    key: "segments",
    title: "A segment is",
    hint: "Documents that were exported from here are one segment each in any case.",
    kind: "enum",
    choices: [
      { value: "lines", title: "A line of a document" },
      { value: "documents", title: "A document" },
    ],
    default: "lines",
  },
]);

export const bratCodec = {
  id: "brat",
  title: "brat (.txt and .ann)",
  summary:
    "Two files a segment in a ZIP archive: both texts with a line between them, spans, and links as relations.",
  extensions: [".zip", ".ann"],
  mediaType: "application/zip",
  offsets: "code points",
  lossless: false,
  cannotHold: ["absences", "review states, flags, notes", "tokens, metadata of segments"],
  counted: null,
  companions: /\.(?:txt|ann)$/i,
  importOptions,
  exportOptions: noOptions,
  sniff: (head) => (/^(?:T\d+\t\S+ \d+ \d+[;\t]|R\d+\t\S+ \S+:\S+ \S+:\S+)/.test(head) ? 0.9 : 0),
  createParser: (options) => {
    const parser = bratParser(options, importOptions.read(options.options).segments);
    // An .ann file alone: its text is missing, which is what it says.
    parser.file(options.file.endsWith(".txt") ? options.file : `${options.file.replace(/\.ann$/i, "")}.ann`);
    return parser;
  },
  createArchiveParser: (options) => bratParser(options, importOptions.read(options.options).segments),
  createSerialiser: (options = {}) => {
    const zip = new ZipWriter();
    return pieceSerialiser<Uint8Array>(
      options,
      keeps({ pivot: true, spans: true, links: true, scores: true, document: true, spanMetadata: true }),
      (record, lose, number) => {
        const path = pathOf(record, number, (name) => lose("long_name", name));
        const { txt, ann } = writeBrat(record, lose);
        zip.add(`${path}.txt`, txt);
        zip.add(`${path}.ann`, ann);
        return zip.take();
      },
      () => zip.end(),
    );
  },
} satisfies Codec;
