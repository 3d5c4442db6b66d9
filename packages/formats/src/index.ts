export type {
  Codec,
  ParsedItem,
  ParseOptions,
  Parser,
  SerialiseOptions,
  Serialiser,
  Totals,
} from "./codec.ts";
export { codecs, type Detection, detectFormat } from "./detect.ts";
export { type DiagnosticCode, diagnosticCodes } from "./diagnostics.ts";
export { IdSet } from "./id-set.ts";
export { MAX_LINE_BYTES } from "./limits.ts";
export type {
  Json,
  JsonObject,
  SegmentMeta,
  SegmentRecord,
  SpanExtras,
  TokenRange,
  Tokens,
} from "./record.ts";
