import type { TableSample } from "@spanbridge/formats";
import type { Span } from "@spanbridge/shared";
import type { Diagnostic, OptionValues } from "@spanbridge/shared/contracts";

/** What a file is read against: the project's own rules, and what was said about the file. */
export type ScanRules = {
  readonly labels: readonly string[];
  readonly allowOverlap: boolean;
  readonly sourceLang: string;
  readonly setup: Setup;
};

/** What somebody said about a file. */
export type Setup = {
  /** Null: told from the content. */
  readonly format: string | null;
  /** The format's options that differ from its defaults. */
  readonly options: OptionValues;
};

/** A row as the preview shows it. */
export type PreviewRow = {
  readonly row: number;
  readonly id: string | null;
  readonly document: string | null;
  readonly sourceText: string;
  readonly pivotText: string;
  readonly spans: readonly Span[];
  readonly links: number;
};

/** rows = good + bad. */
export type ScanTotals = {
  readonly rows: number;
  readonly good: number;
  readonly bad: number;
  readonly spans: number;
  readonly links: number;
};

/** How often a label occurs, as the file has it. */
export type FoundLabel = { readonly name: string; readonly times: number };

export type RecognisedFormat = { readonly id: string; readonly title: string };

/** What reading a file tells, in order: `recognised` or `unknown`, then `progress` as often as there is some, then `read`. */
export type ScanMessage =
  | { readonly kind: "recognised"; readonly format: RecognisedFormat; readonly table: TableSample | null }
  | { readonly kind: "unknown"; readonly reason: "empty" | "format" }
  | {
      readonly kind: "progress";
      readonly bytes: number;
      readonly totals: ScanTotals;
      readonly labels: readonly FoundLabel[];
      /** New since the last message. */
      readonly preview: readonly PreviewRow[];
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "read" }
  /** The file could not be read on: it was moved or changed, or the disk failed. */
  | { readonly kind: "unreadable" };
