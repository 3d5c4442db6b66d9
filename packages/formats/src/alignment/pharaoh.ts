import type { Codec, ParseOptions, SerialiseOptions, Serialiser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { RowReport } from "../diagnostics.ts";
import { recordOf } from "../foreign/draft.ts";
import { isBlank, lineParser } from "../line-parser.ts";
import { importSpecs } from "../options/common.ts";
import { defineOptions } from "../options/options.ts";
import { Tally } from "../totals.ts";
import { writePairs } from "./pairs.ts";
import { readAlignment } from "./read.ts";
import { Aligner, archiveSerialiser, lineSerialiser } from "./write.ts";

const LINE = /^[^\n|]*\S \|\|\| \S[^\n|]* \|\|\|(?: \d+[-p]\d+)*\s*$/m;

const importOptions = defineOptions([
  {
    key: "label",
    title: "Label of aligned tokens",
    hint: "Each pair of tokens becomes two entities with this label and a link. Empty: pairs are kept as metadata.",
    kind: "text",
    default: "",
    placeholder: "WORD",
  },
  ...importSpecs,
]);
const exportOptions = defineOptions([
  {
    key: "package",
    title: "File",
    kind: "enum",
    choices: [
      { value: "archive", title: "ZIP with both texts as tokens and the pairs" },
      { value: "file", title: "One line each: source ||| translation ||| pairs" },
    ],
    default: "archive",
  },
]);

export const pharaohCodec = {
  id: "pharaoh",
  title: "Word alignments (Pharaoh)",
  extensions: [".pharaoh", ".align"],
  mediaType: "text/plain",
  summary:
    "Pairs of tokens, 0-0 for sure and 0p0 for possible ones: links of one token are sure, of phrases possible.",
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
  importOptions,
  exportOptions,
  sniff: (head) => (LINE.test(head) ? 0.8 : 0),
  createParser: (options: ParseOptions) => {
    const context = fileContext(options);
    const totals = new Tally();
    const how = { ...importOptions.read(options.options), language: context.sourceLang ?? "" };
    return lineParser(options, {
      totals,
      line: (number, text) => {
        if (isBlank(text)) return undefined;
        const report = new RowReport(options.file, number);
        const draft = readAlignment(text, how, report);
        return totals.close(draft && recordOf(draft, context, report), report);
      },
      unreadable: (number, code, message) => {
        const report = new RowReport(options.file, number);
        report.error("", code, message);
        return totals.close(undefined, report);
      },
      end: () => undefined,
    });
  },
  createSerialiser: (options: SerialiseOptions = {}): Serialiser => {
    const aligner = new Aligner(options);
    if (exportOptions.read(options.options).package === "file") {
      return lineSerialiser(aligner, ({ source, pivot, pairs }) =>
        `${source} ||| ${pivot} ||| ${writePairs(pairs)}`.trimEnd().concat("\n"),
      );
    }
    return archiveSerialiser(aligner, "alignment.pharaoh", ({ pairs }) => `${writePairs(pairs)}\n`);
  },
  output: (options) =>
    options.package === "file"
      ? { extension: ".pharaoh", mediaType: "text/plain" }
      : { extension: ".zip", mediaType: "application/zip" },
} satisfies Codec;
