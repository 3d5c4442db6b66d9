export { FileReader } from "./archive/reader.ts";
export { ZipWriter } from "./archive/zip-writer.ts";
export type {
  Codec,
  DatasetFacts,
  OffsetUnit,
  ParsedItem,
  ParseOptions,
  Parser,
  SerialiseOptions,
  Serialiser,
  TextCodec,
  Totals,
} from "./codec.ts";
export { type Detection, detectFormat, rankFormats } from "./detect.ts";
export { type DiagnosticCode, diagnosticCodes } from "./diagnostics.ts";
export { IdSet } from "./id-set.ts";
export { MAX_LINE_BYTES } from "./limits.ts";
export type { OptionSet, OptionSpec } from "./options/options.ts";
export { AlignedLines } from "./parallel/aligned.ts";
export { inspectTable, type TableSample } from "./parallel/inspect.ts";
export type {
  Json,
  JsonObject,
  SegmentMeta,
  SegmentRecord,
  SpanExtras,
  TokenRange,
  Tokens,
} from "./record.ts";
export {
  allCodecs,
  codecs,
  dataAlone,
  type ExportCodec,
  exportCodecs,
  findExportCodec,
  findImportCodec,
  type ImportCodec,
  importCodecs,
  outputOf,
} from "./registry.ts";
