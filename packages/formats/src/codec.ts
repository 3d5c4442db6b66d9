import type { Diagnostic, ExportFormat, Loss } from "@spanbridge/shared/contracts";
import type { SegmentRecord } from "./record.ts";

/** What a parser says about the file, in the file's order. Diagnostics name lines from 1; line 0 is the file as a whole. */
export type ParsedItem =
  | {
      readonly kind: "record";
      /** The line the segment starts on. */
      readonly row: number;
      readonly record: SegmentRecord;
      readonly warnings: readonly Diagnostic[];
    }
  | {
      /** A row that was left out; at least one of its diagnostics is an error. */
      readonly kind: "bad";
      readonly row: number;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** About the file, not a row: a warning, or an error after which nothing more is read. */
  | { readonly kind: "file"; readonly diagnostic: Diagnostic };

/** rows = records + bad, after every call. A row is a segment, good or bad; blank lines are none. */
export type Totals = {
  readonly rows: number;
  readonly records: number;
  readonly bad: number;
  readonly spans: number;
  readonly links: number;
  /** How often each label occurs in the records. */
  readonly labels: ReadonlyMap<string, number>;
};

export type ParseOptions = {
  /** The file's name, for the diagnostics. */
  readonly file: string;
  /** The labels a span may have; null takes any (see `Totals.labels`). */
  readonly labels: ReadonlySet<string> | null;
  /** Whether spans of one side may overlap. Default true. */
  readonly allowOverlap?: boolean;
  /** The language rows should be in; null or missing: any. */
  readonly sourceLang?: string | null;
  /** What a row in another language is. Default "error". */
  readonly otherLanguage?: "error" | "warning";
  /** `ref` of the provenance "import" given to what the file says no provenance of, e.g. the layer's name. */
  readonly importRef?: string;
  /** Longest line in bytes; longer ones are skipped and reported. Default `MAX_LINE_BYTES`. */
  readonly maxLineBytes?: number;
};

/**
 * Reads a file piece by piece: push its bytes in any pieces (below about 1 MiB, so that what comes back stays small),
 * then end. How the bytes are cut changes nothing in the items. Never throws, whatever the bytes.
 */
export type Parser = {
  push(bytes: Uint8Array): ParsedItem[];
  end(): ParsedItem[];
  readonly totals: Totals;
};

export type SerialiseOptions = {
  /** The language of records that do not say theirs; needed to find words where there are no tokens. */
  readonly sourceLang?: string | null;
};

/** Writes a file piece by piece; what the format cannot hold is counted and named. */
export type Serialiser = {
  /** The text of one segment, complete with its last line break. */
  segment(record: SegmentRecord): string;
  /** What closes the file; often empty. */
  end(): string;
  losses(): Loss[];
  /** Segments, spans and links that are in the output. */
  readonly totals: { readonly segments: number; readonly spans: number; readonly links: number };
};

export type Codec = {
  readonly id: ExportFormat;
  /** For people. */
  readonly title: string;
  /** With the dot; the first is the one to write. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  /** How sure it is that a file beginning with these lines is in this format, by content alone: 0 (no) to 1. */
  sniff(head: string): number;
  createParser(options: ParseOptions): Parser;
  createSerialiser(options?: SerialiseOptions): Serialiser;
};
