import type { TextCodec } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions, noOptions } from "../options/options.ts";
import { tmxParser } from "./parser.ts";
import { TMX_END, tmxHead, writeUnit } from "./write.ts";

const importOptions = defineOptions([
  ...importSpecs,
  {
    key: "pivot_language",
    title: "Language of the translations",
    hint: "Of a unit with several languages. The source is in the project's language, else in the first other one.",
    kind: "text",
    default: "en",
    placeholder: "en",
  },
]);

export const tmxCodec = {
  id: "tmx",
  title: "Translation memory (TMX)",
  summary: "TMX 1.4: source and translation with ids, properties and notes; no entities.",
  extensions: [".tmx"],
  mediaType: "application/x-tmx+xml",
  offsets: "none",
  lossless: false,
  cannotHold: ["entities, links, absences", "review states, flags, notes", "tokens"],
  counted: null,
  importOptions,
  exportOptions: noOptions,
  sniff: (head) => (/<tmx[\s>]/.test(head) || /<!DOCTYPE\s+tmx/.test(head) ? 1 : 0),
  createParser: (options) => {
    const { language, pivot_language: pivot } = importOptions.read(options.options);
    const source = (language || options.sourceLang) ?? null;
    return tmxParser(options, { source, pivot: pivot || "en" });
  },
  createSerialiser: (options = {}) => {
    const source = options.sourceLang ?? null;
    const languages = { source, pivot: options.dataset?.pivotLang ?? "en" };
    return foreignSerialiser(
      options,
      keeps({ pivot: true, document: true, language: true, metadata: true }),
      (record, lose, number) => `${number === 1 ? tmxHead(source) : ""}${writeUnit(record, languages, lose)}`,
      (segments) => `${segments === 0 ? tmxHead(source) : ""}${TMX_END}`,
    );
  },
} satisfies TextCodec;
