import type { TextCodec } from "../codec.ts";
import { keeps } from "../foreign/keeps.ts";
import { foreignSerialiser } from "../foreign/serialiser.ts";
import { looksAligned } from "./aligned.ts";
import { parallelExportOptions, parallelImportOptions, tableChoice } from "./options.ts";
import { parallelParser } from "./parser.ts";
import { csvLine, csvRow, TABLE_COLUMNS, tabRow } from "./write.ts";

export const parallelCodec = {
  id: "parallel",
  title: "Parallel text (CSV, TSV)",
  extensions: [".csv", ".tsv"],
  mediaType: "text/csv",
  summary:
    "Source and translation in the columns of a table, or in two files with a sentence a line; no entities.",
  offsets: "none",
  lossless: false,
  cannotHold: ["entities, links, absences", "review states, flags, notes", "tokens, metadata"],
  counted: null,
  importOptions: parallelImportOptions,
  exportOptions: parallelExportOptions,
  output: ({ separator }) =>
    separator === "tab"
      ? { extension: ".tsv", mediaType: "text/tab-separated-values" }
      : { extension: ".csv", mediaType: "text/csv" },
  sniff: (head) => {
    if (looksAligned(head)) return 1;
    const lines = head.split("\n").slice(0, -1);
    const tabs = lines.map((line) => line.split("\t").length - 1);
    const [first = 0] = tabs;
    // Blank lines and comments are those of formats with a token a line.
    const table = first > 0 && tabs.every((count) => count === first) && !head.startsWith("#");
    return table ? 0.3 : 0;
  },
  createParser: (options) =>
    parallelParser(options, tableChoice(parallelImportOptions.read(options.options))),
  createSerialiser: (options = {}) => {
    const tabs = parallelExportOptions.read(options.options).separator === "tab";
    const header = tabs ? `${TABLE_COLUMNS.join("\t")}\n` : csvLine(TABLE_COLUMNS);
    return foreignSerialiser(
      options,
      keeps({ pivot: true, document: true }),
      (record, lose, number) => {
        const row = tabs ? tabRow(record, (text) => lose("line_breaks", text)) : csvRow(record);
        return `${number === 1 ? header : ""}${row}`;
      },
      (segments) => (segments === 0 ? header : ""),
    );
  },
} satisfies TextCodec;
