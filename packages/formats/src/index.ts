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
  type ExportCodec,
  exportCodecs,
  findExportCodec,
  findImportCodec,
  type ImportCodec,
  importCodecs,
  outputOf,
} from "./registry.ts";
