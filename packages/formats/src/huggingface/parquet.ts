import type { Codec } from "../codec.ts";
import { hfFacts, hfImportOptions, hfParquetExportOptions } from "./options.ts";

const MAGIC = [0x50, 0x41, 0x52, 0x31];

/** Parquet's code is loaded when somebody reads or writes it. */
export const hfParquetCodec = {
  id: "hf-parquet",
  title: "Hugging Face token classification (Parquet)",
  extensions: [".parquet"],
  mediaType: "application/vnd.apache.parquet",
  summary:
    "Tokens and numbered tags with their names, as the datasets library stores them. Source side only.",
  ...hfFacts,
  importOptions: hfImportOptions,
  exportOptions: hfParquetExportOptions,
  sniff: () => 0,
  sniffBytes: (first) => (MAGIC.every((byte, at) => first[at] === byte) ? 1 : 0),
  createParser: async (options) => {
    const { createParquetParser } = await import("./parquet-parser.ts");
    return createParquetParser(options);
  },
  createSerialiser: async (options = {}) => {
    const { createParquetSerialiser } = await import("./parquet-serialiser.ts");
    return createParquetSerialiser(options);
  },
  output: (options) =>
    options.package === "file"
      ? { extension: ".parquet", mediaType: "application/vnd.apache.parquet" }
      : { extension: ".zip", mediaType: "application/zip" },
} satisfies Codec;
