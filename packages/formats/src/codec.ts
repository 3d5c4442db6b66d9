import type { Diagnostic, Loss, OptionValues } from "@spanbridge/shared/contracts";
import type { OptionSet } from "./options/options.ts";
import type { SegmentRecord } from "./record.ts";

/**
 * What a parser says about the file, in the file's order. Diagnostics name lines from 1 (records, in formats that are not
 * made of lines); line 0 is the file as a whole.
 */
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
  /** Values of the codec's `importOptions`; must have no `problems`. */
  readonly options?: OptionValues;
  /** Filled with the labels as the file has them and how often each was met, in good rows and bad ones. */
  readonly foundLabels?: Map<string, number>;
};

/**
 * Reads a file piece by piece: push its bytes in any pieces (below about 1 MiB, so that what comes back stays small),
 * then end, then take the rest where there is one. How the bytes are cut changes nothing in the items. Never throws,
 * whatever the bytes.
 */
export type Parser = {
  push(bytes: Uint8Array): ParsedItem[];
  end(): ParsedItem[];
  /** After `end`: the items of formats that are read from their end, such as Parquet, in small lists. */
  rest?(): AsyncIterable<readonly ParsedItem[]>;
  readonly totals: Totals;
};

/** Reads the files of an archive that belong together: `file` begins the next one, whose bytes are pushed then. */
export type ArchiveParser = Parser & { file(path: string): ParsedItem[] };

export type SerialiseOptions = {
  /** The language of records that do not say theirs; needed to find words where there are no tokens. */
  readonly sourceLang?: string | null;
  /** The project's labels in its order, for formats that number them. Others that occur come behind them. */
  readonly labels?: readonly string[];
  /** For the description that goes with some formats. */
  readonly dataset?: DatasetFacts;
  /** Values of the codec's `exportOptions`; must have no `problems`. */
  readonly options?: OptionValues;
};

export type DatasetFacts = {
  readonly name: string;
  readonly pivotLang?: string;
  /** Empty where nobody has said. */
  readonly licence?: string;
  readonly attribution?: string;
};

/** Writes a file piece by piece; what the format cannot hold is counted and named. */
export type Serialiser<Piece extends string | Uint8Array = string | Uint8Array> = {
  /** The piece of one segment: in formats of lines complete with its last line break, elsewhere what has become ready. */
  segment(record: SegmentRecord): Piece;
  /** What closes the file; often empty. */
  end(): Piece;
  losses(): Loss[];
  /** Segments, spans and links that are in the output. */
  readonly totals: { readonly segments: number; readonly spans: number; readonly links: number };
};

/** What a format's offsets count. `tokens`: it has no characters; `none`: no offsets at all. */
export type OffsetUnit = "code points" | "UTF-16 units" | "tokens" | "characters" | "none";

/** What people and programs have to know of a format before they choose it. */
export type FormatFacts = {
  /** As in an address: lower case, words joined by `-`. */
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** What it is and what for, as a sentence. */
  readonly summary: string;
  /** With the dot; the first is the one to write. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  readonly offsets: OffsetUnit;
  /** Whether importing an export gives the same records. */
  readonly lossless: boolean;
  /** What an export leaves out, in the words of the loss report's messages, shortened. Empty where lossless. */
  readonly cannotHold: readonly string[];
  /** How a reader of the export can count segments as they come: by lines, by empty lines, or not at all. */
  readonly counted: "lines" | "blocks" | null;
};

/** A format is for import, export or both. A codec that is heavy loads its code when it is asked for a parser or serialiser. */
export type Codec = FormatFacts & {
  readonly importOptions: OptionSet<object>;
  readonly exportOptions: OptionSet<object>;
  /** How sure it is that a file beginning with these lines is in this format, by content alone: 0 (no) to 1. */
  sniff(head: string): number;
  /** The same for files that are no text. */
  sniffBytes?(first: Uint8Array): number;
  createParser?(options: ParseOptions): Parser | Promise<Parser>;
  /** For formats of several files. Without it, each file of an archive is read with a parser of its own. */
  createArchiveParser?(options: ParseOptions): ArchiveParser;
  /** With it: names of the files that belong together, some of which say nothing of themselves, such as a plain text. */
  readonly companions?: RegExp;
  createSerialiser?(options?: SerialiseOptions): Serialiser | Promise<Serialiser>;
  /** What the file is called and is, where that depends on the options. */
  output?(options: OptionValues): { readonly extension: string; readonly mediaType: string };
};

/** A format both ways whose files are text and whose code is there at once. */
export type TextCodec = Omit<Codec, "createParser" | "createSerialiser"> & {
  createParser(options: ParseOptions): Parser;
  createSerialiser(options?: SerialiseOptions): Serialiser<string>;
};
