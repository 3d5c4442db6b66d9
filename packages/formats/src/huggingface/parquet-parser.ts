import { gunzipSync } from "fflate";
import { decompress } from "fzstd";
import { type FileMetaData, parquetMetadata } from "hyparquet";
import type { ParsedItem, ParseOptions, Parser } from "../codec.ts";
import { fileContext } from "../context.ts";
import { type DiagnosticCode, diagnostic, RowReport } from "../diagnostics.ts";
import { checkCharacters, isRecord } from "../json.ts";
import { shorten } from "../show.ts";
import { Tally } from "../totals.ts";
import { FEATURES_KEY, namesOf } from "./features.ts";
import { hfImportOptions, readNames } from "./options.ts";
import { checkPages } from "./parquet-guard.ts";
import { rowsOf } from "./parquet-rows.ts";
import { plainValue } from "./plain-value.ts";
import { readHfRow } from "./read.ts";

/** The file is read from its end, so that all of it is in memory. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Into as much as the page's header promises, which the guard has looked at, whatever the packed bytes say of themselves. */
const compressors = {
  GZIP: (bytes: Uint8Array, length: number) => gunzipSync(bytes, { out: new Uint8Array(length) }),
  ZSTD: (bytes: Uint8Array, length: number) => decompress(bytes, new Uint8Array(length)),
};

/** Reads a Parquet file of tokens and tags. Rows count from 1. */
export function createParquetParser(options: ParseOptions): Parser {
  const context = fileContext(options);
  const values = hfImportOptions.read(options.options);
  const totals = new Tally();
  const pieces: Uint8Array[] = [];
  let size = 0;

  const aboutFile = (code: DiagnosticCode, message: string): ParsedItem => ({
    kind: "file",
    diagnostic: diagnostic(options.file, "error", 0, "", code, message),
  });

  const readRows = (rows: readonly unknown[], first: number, names: readonly string[]): ParsedItem[] =>
    rows.map((given, index) => {
      const report = new RowReport(options.file, first + index + 1);
      const row = plainValue(given);
      if (!isRecord(row)) return totals.close(undefined, report);
      checkCharacters(row, "", report);
      const columns = { tokens: values.tokens, tags: values.tags, names };
      return totals.close(report.failed ? undefined : readHfRow(row, columns, context, report), report);
    });

  return {
    totals,
    push: (bytes) => {
      size += bytes.length;
      if (size <= MAX_BYTES) pieces.push(bytes.slice());
      else pieces.length = 0;
      return [];
    },
    end: () => [],
    rest: async function* () {
      if (size > MAX_BYTES) {
        const message = `The file is larger than ${MAX_BYTES / 1024 / 1024} MiB, the largest Parquet file that is read. Split it.`;
        yield [aboutFile("too_large", message)];
        return;
      }
      try {
        const buffer = joined(pieces.splice(0), size);
        const metadata = parquetMetadata(buffer);
        checkPages(buffer, metadata);
        const names = readNames(values.names);
        const found = names.length > 0 ? names : namesOf(featuresJson(metadata), values.tags);
        let first = 0;
        for (const rows of rowsOf(buffer, metadata, compressors)) {
          yield readRows(rows, first, found);
          first += rows.length;
        }
        if (totals.rows === 0) yield [aboutFile("empty_file", "The file is empty: it holds no rows.")];
      } catch (error) {
        const detail = error instanceof Error ? shorten(error.message, 200) : "";
        yield [aboutFile("not_parquet", `This is no Parquet file that can be read: ${detail}.`)];
      }
    },
  };
}

function featuresJson({ key_value_metadata }: FileMetaData): string | undefined {
  return key_value_metadata?.find(({ key }) => key === FEATURES_KEY)?.value;
}

function joined(pieces: readonly Uint8Array[], size: number): ArrayBuffer {
  const all = new Uint8Array(new ArrayBuffer(size));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all.buffer;
}
