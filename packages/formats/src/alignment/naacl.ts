import type { Codec, SerialiseOptions, Serialiser } from "../codec.ts";
import { noOptions } from "../options/options.ts";
import { Aligner, archiveSerialiser } from "./write.ts";

/** Sentence, position in either text, all from 1, and S(ure) or P(ossible). The pairs alone cannot be imported: they have no text. */
export const naaclCodec = {
  id: "naacl",
  title: "Word alignments (NAACL/WPT)",
  extensions: [".zip"],
  mediaType: "application/zip",
  summary:
    "A line for each pair of tokens, sure (S) or possible (P), counted from 1, with both texts as tokens.",
  offsets: "tokens",
  lossless: false,
  cannotHold: [
    "entities and their labels",
    "ids, documents",
    "exact spacing",
    "absences",
    "scores",
    "review, notes",
  ],
  counted: null,
  importOptions: noOptions,
  exportOptions: noOptions,
  sniff: () => 0,
  createSerialiser: (options: SerialiseOptions = {}): Serialiser =>
    archiveSerialiser(new Aligner(options), "alignment.naacl", ({ pairs }, sentence) =>
      pairs
        .map(({ source, pivot, sure }) => `${sentence} ${source + 1} ${pivot + 1} ${sure ? "S" : "P"}\n`)
        .join(""),
    ),
} satisfies Codec;
