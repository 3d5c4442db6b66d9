import type { TextCodec } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { webannoParser } from "./parser.ts";
import { WEBANNO_HEADER, WebannoWriter } from "./write.ts";

const importOptions = defineOptions([
  ...importSpecs,
  {
    key: "layer",
    title: "Layer of the entities",
    hint: "Its name, and behind a bar its feature. Empty: named entities, else the first layer of spans.",
    kind: "text",
    default: "",
    placeholder: "webanno.custom.Entity|label",
  },
]);

export const webannoCodec = {
  id: "webanno",
  title: "WebAnno TSV 3.3 (INCEpTION)",
  summary:
    "A sentence for each text of a segment, entities over tokens, links as relations between the two sentences.",
  extensions: [".tsv"],
  mediaType: "text/tab-separated-values",
  offsets: "UTF-16 units",
  lossless: false,
  cannotHold: ["scores, absences", "review states, flags, notes", "document, metadata"],
  counted: null,
  importOptions,
  exportOptions: noOptions,
  sniff: (head) => (/^\s*#FORMAT=WebAnno TSV 3/.test(head) ? 1 : 0),
  createParser: (options) => webannoParser(options, importOptions.read(options.options).layer),
  createSerialiser: (options = {}) => {
    const writer = new WebannoWriter();
    return foreignSerialiser(
      options,
      keeps({ pivot: true, spans: true, links: true, tokens: true }),
      (record, _lose, number) =>
        `${number === 1 ? WEBANNO_HEADER : ""}${writer.segment(record, record.sourceLang ?? options.sourceLang ?? "und")}`,
      (segments) => (segments === 0 ? WEBANNO_HEADER : ""),
    );
  },
} satisfies TextCodec;
