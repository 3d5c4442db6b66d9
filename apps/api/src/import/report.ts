import {
  type Diagnostic,
  type ImportProgress,
  type ImportReport,
  MAX_LISTED_DIAGNOSTICS,
} from "@spanbridge/shared/contracts";

/** Collects what an import does, over all of its files. rows = imported + unchanged + skipped. */
export class ImportTally {
  bytes = 0;
  /** Rows read, good or bad; those on their way into the database are in none of the next three yet. */
  rows = 0;
  imported = 0;
  unchanged = 0;
  skipped = 0;
  spans = 0;
  links = 0;
  errors = 0;
  /** How often each label was written. */
  readonly labels = new Map<string, number>();
  readonly #formats = new Set<string>();
  readonly #listed: Diagnostic[] = [];
  readonly #counts = new Map<string, number>();

  add(diagnostic: Diagnostic): void {
    this.#counts.set(diagnostic.code, (this.#counts.get(diagnostic.code) ?? 0) + 1);
    if (diagnostic.severity === "error") this.errors++;
    if (this.#listed.length < MAX_LISTED_DIAGNOSTICS) this.#listed.push(diagnostic);
  }

  skip(diagnostics: readonly Diagnostic[]): void {
    this.skipped++;
    for (const diagnostic of diagnostics) this.add(diagnostic);
  }

  /** Notes the format of a file. */
  read(format: string): void {
    this.#formats.add(format);
  }

  /** The first bad thing, for those who expect none. */
  firstError(): string | undefined {
    const found = this.#listed.find(({ severity }) => severity === "error");
    return found && `${found.row}: ${found.field} ${found.message}`;
  }

  get progress(): ImportProgress {
    return { rows: this.rows, skipped: this.skipped, bytes: this.bytes };
  }

  /** Whether nothing of it may stay: for a strict import one bad row is enough. */
  isRefused(strict: boolean): boolean {
    return strict ? this.errors > 0 : this.imported + this.unchanged === 0;
  }

  /** `refused`: nothing was kept; all rows count as left out then. */
  report(refused: boolean): ImportReport {
    const { rows, spans, links } = this;
    const kept = refused
      ? { imported: 0, unchanged: 0, skipped: rows, spans: 0, links: 0 }
      : { imported: this.imported, unchanged: this.unchanged, skipped: this.skipped, spans, links };
    return {
      outcome: refused ? "refused" : this.imported > 0 ? "imported" : "unchanged",
      format: [...this.#formats].join(", "),
      rows,
      ...kept,
      diagnostics: this.#listed,
      diagnosticCounts: Object.fromEntries(this.#counts),
    };
  }
}
