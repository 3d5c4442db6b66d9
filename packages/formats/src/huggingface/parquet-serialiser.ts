import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { archived } from "../archive/lines.ts";
import type { SerialiseOptions, Serialiser } from "../codec.ts";
import { datasetCard } from "./card.ts";
import { FEATURES_KEY, featuresOf } from "./features.ts";
import { TagNames } from "./names.ts";
import { hfParquetExportOptions } from "./options.ts";
import { type HfRow, RowMaker } from "./rows.ts";

/** As loaders name the only file of a split. */
const PATH = "data/train-00000-of-00001.parquet";
/** A row group ends after so many rows or tokens: what has to be in memory. */
const GROUP_ROWS = 500;
const GROUP_TOKENS = 200_000;
/** Of a page, before it is packed: what a reader has to have in memory. */
const PAGE_BYTES = 8192;

const text = (name: string): SchemaElement => ({
  name,
  type: "BYTE_ARRAY",
  converted_type: "UTF8",
  logical_type: { type: "STRING" },
  repetition_type: "OPTIONAL",
});

/** A list in the three levels that Parquet prescribes. */
const listOf = (name: string, element: SchemaElement): SchemaElement[] => [
  {
    name,
    repetition_type: "OPTIONAL",
    num_children: 1,
    converted_type: "LIST",
    logical_type: { type: "LIST" },
  },
  { name: "list", repetition_type: "REPEATED", num_children: 1 },
  element,
];

const schema: SchemaElement[] = [
  { name: "schema", num_children: 5, repetition_type: "REQUIRED" },
  text("id"),
  text("doc"),
  text("text"),
  ...listOf("tokens", text("element")),
  ...listOf("ner_tags", { name: "element", type: "INT64", repetition_type: "OPTIONAL" }),
];

/** Writes a Parquet file in row groups, with the names of the tags where the datasets library looks for them. */
export function createParquetSerialiser(options: SerialiseOptions = {}): Serialiser<Uint8Array> {
  const { package: whole, scheme, ...policy } = hfParquetExportOptions.read(options.options);
  const names = new TagNames(options.labels ?? [], scheme);
  const rows = new RowMaker(options, policy, scheme);
  const bytes = new ByteWriter();
  const kvMetadata: { key: string; value?: string }[] = [];
  const writer = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: "spanbridge" });
  let group: HfRow[] = [];
  let tokens = 0;

  const take = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    bytes.index = 0;
    return taken;
  };
  const flush = (): void => {
    if (group.length === 0) return;
    const tagNumbers = group.map((row) => row.tags.map((tag) => BigInt(names.numberOf(tag))));
    writer.write({
      rowGroupSize: group.length,
      pageSize: PAGE_BYTES,
      columnData: [
        { name: "id", data: group.map(({ id }) => id) },
        { name: "doc", data: group.map(({ doc }) => doc) },
        { name: "text", data: group.map((row) => row.text) },
        { name: "tokens", data: group.map((row) => row.tokens) },
        { name: "ner_tags", data: tagNumbers },
      ],
    });
    group = [];
    tokens = 0;
  };

  const file: Serialiser<Uint8Array> = {
    totals: rows.totals,
    losses: () => rows.losses.list(),
    segment: (record) => {
      const row = rows.row(record);
      if (!row) return NOTHING;
      group.push(row);
      tokens += row.tokens.length;
      if (group.length < GROUP_ROWS && tokens < GROUP_TOKENS) return NOTHING;
      flush();
      return take();
    },
    end: () => {
      flush();
      kvMetadata.push({ key: FEATURES_KEY, value: featuresOf(names.names) });
      writer.finish();
      return take();
    },
  };
  if (whole === "file") return file;
  return archived(file, PATH, () => {
    const { dataset, sourceLang } = options;
    const facts = { dataset, sourceLang, names: names.names, ...rows.totals, path: PATH };
    return [["README.md", datasetCard(facts)]];
  });
}

const NOTHING = new Uint8Array(0);
