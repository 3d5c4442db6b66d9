import { archived } from "../archive/lines.ts";
import type { Codec, ParseOptions, SerialiseOptions, Serialiser } from "../codec.ts";
import { jsonRecordsParser } from "../foreign/json-rows.ts";
import { jsonLine } from "../foreign/write.ts";
import { datasetCard } from "./card.ts";
import { TagNames } from "./names.ts";
import { hfFacts, hfImportOptions, hfJsonlExportOptions, readNames } from "./options.ts";
import { readHfRow } from "./read.ts";
import { RowMaker } from "./rows.ts";

const PATH = "data/train.jsonl";

export const hfJsonlCodec = {
  id: "hf-jsonl",
  title: "Hugging Face token classification (JSON lines)",
  extensions: [".jsonl"],
  mediaType: "application/jsonl",
  summary: "Tokens and tags for the datasets library, with the data set's card. Source side only.",
  ...hfFacts,
  importOptions: hfImportOptions,
  exportOptions: hfJsonlExportOptions,
  sniff: (head) =>
    /^\s*(?:\[\s*)?\{/.test(head) && /"tokens"\s*:\s*\[\s*"/.test(head)
      ? /"[a-z_]*(?:tags|labels)"\s*:\s*\[\s*(?:\d|"(?:O|[BIESLU]-))/.test(head)
        ? 0.9
        : 0.3
      : 0,
  createParser: (options: ParseOptions) => {
    const { tokens, tags, names } = hfImportOptions.read(options.options);
    const columns = { tokens, tags, names: readNames(names) };
    return jsonRecordsParser(options, (row, context, report) => readHfRow(row, columns, context, report));
  },
  createSerialiser: (options: SerialiseOptions = {}): Serialiser => {
    const { package: whole, tags, scheme, ...policy } = hfJsonlExportOptions.read(options.options);
    const names = new TagNames(options.labels ?? [], scheme);
    const rows = new RowMaker(options, policy, scheme);
    const lines: Serialiser<string> = {
      totals: rows.totals,
      losses: () => rows.losses.list(),
      end: () => "",
      segment: (record) => {
        const row = rows.row(record);
        if (!row) return "";
        const numbers = row.tags.map((tag) => names.numberOf(tag));
        const { id, doc, text, tokens } = row;
        return `${jsonLine({ id, doc, text, tokens, ner_tags: tags === "numbers" ? numbers : row.tags })}\n`;
      },
    };
    if (whole === "file") return lines;
    return archived(lines, PATH, () => {
      const { dataset, sourceLang } = options;
      const facts = { dataset, sourceLang, names: names.names, ...rows.totals, path: PATH };
      return [["README.md", datasetCard(facts)]];
    });
  },
  output: (options) =>
    options.package === "file"
      ? { extension: ".jsonl", mediaType: "application/jsonl" }
      : { extension: ".zip", mediaType: "application/zip" },
} satisfies Codec;
