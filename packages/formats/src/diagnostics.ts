import type { Diagnostic } from "@spanbridge/shared/contracts";
import { MAX_ROW_DIAGNOSTICS } from "./limits.ts";

/** Every code a codec can give. */
export const diagnosticCodes = [
  // The file
  "empty_file",
  "wrong_encoding",
  "not_text",
  "byte_order_mark",
  "crlf",
  // The line
  "encoding",
  "line_too_long",
  "invalid_json",
  "not_an_object",
  // Fields
  "missing",
  "wrong_type",
  "empty",
  "too_long",
  "too_many",
  "too_deep",
  "nul_character",
  "lone_surrogate",
  "number_range",
  "number_precision",
  "language",
  "other_language",
  "language_variant",
  "duplicate_segment",
  // Annotation
  "offset",
  "empty_range",
  "outside_text",
  "text_mismatch",
  "cuts_cluster",
  "unknown_label",
  "invalid_label",
  "label_left_out",
  "duplicate_id",
  "duplicate_span",
  "overlap",
  "unknown_id",
  "link_sides",
  "duplicate_link",
  "absence",
  "tokens",
  "extension",
  // IOB2
  "columns",
  "token_index",
  "tag",
  "orphan_inside",
  "token_not_found",
  "text_left",
  "text_missing",
  "joined_tokens",
  "no_tokens",
  "duplicate_comment",
  "column_ignored",
  // Parquet
  "not_parquet",
  "too_large",
  // Archives and brat
  "archive",
  "archive_bomb",
  "ann",
  "gaps",
  // XML
  "xml",
  "inline_tags",
  "duplicate_variant",
] as const;
export type DiagnosticCode = (typeof diagnosticCodes)[number];

export function diagnostic(
  file: string,
  severity: Diagnostic["severity"],
  row: number,
  field: string,
  code: DiagnosticCode,
  message: string,
): Diagnostic {
  return { severity, file, row, field, code, message };
}

/** Takes what is wrong with a row; see `RowReport`. */
export type Reporter = {
  error(field: string, code: DiagnosticCode, message: string): void;
  warning(field: string, code: DiagnosticCode, message: string): void;
};

/** Collects what is wrong with one row; errors come before warnings, both in the order found, and their number is bounded. */
export class RowReport implements Reporter {
  readonly file: string;
  readonly row: number;
  #errors: Diagnostic[] | undefined;
  #warnings: Diagnostic[] | undefined;
  #errorCount = 0;
  #warningCount = 0;

  constructor(file: string, row: number) {
    this.file = file;
    this.row = row;
  }

  get failed(): boolean {
    return this.#errorCount > 0;
  }

  get errorCount(): number {
    return this.#errorCount;
  }

  /** `row`: another line than the row's first, where a row has several. */
  error(field: string, code: DiagnosticCode, message: string, row = this.row): void {
    this.#errorCount++;
    this.#errors ??= [];
    if (this.#errors.length < MAX_ROW_DIAGNOSTICS) {
      this.#errors.push(diagnostic(this.file, "error", row, field, code, message));
    }
  }

  warning(field: string, code: DiagnosticCode, message: string, row = this.row): void {
    this.#warningCount++;
    this.#warnings ??= [];
    if (this.#warnings.length < MAX_ROW_DIAGNOSTICS) {
      this.#warnings.push(diagnostic(this.file, "warning", row, field, code, message));
    }
  }

  /** The same report for another line of the row. */
  at(row: number): Reporter {
    return {
      error: (field, code, message) => this.error(field, code, message, row),
      warning: (field, code, message) => this.warning(field, code, message, row),
    };
  }

  get warnings(): readonly Diagnostic[] {
    return this.#warnings ? closed(this.#warnings, this.#warningCount, "warning") : NONE;
  }

  get all(): readonly Diagnostic[] {
    const errors = this.#errors ? closed(this.#errors, this.#errorCount, "error") : NONE;
    return [...errors, ...this.warnings];
  }
}

const NONE: readonly Diagnostic[] = [];

/** Says in the last listed diagnostic how many more there were. */
function closed(listed: readonly Diagnostic[], count: number, word: string): readonly Diagnostic[] {
  const last = listed.at(-1);
  const more = count - listed.length;
  if (more === 0 || !last) return listed;
  const message = `${last.message} (And ${more} more ${word}${more === 1 ? "" : "s"} in this row.)`;
  return [...listed.slice(0, -1), { ...last, message }];
}
