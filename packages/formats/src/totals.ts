import type { ParsedItem, Totals } from "./codec.ts";
import type { RowReport } from "./diagnostics.ts";
import type { SegmentRecord } from "./record.ts";

/** Keeps the totals of a parser: every row goes through `close` once, whatever became of it. */
export class Tally implements Totals {
  records = 0;
  bad = 0;
  spans = 0;
  links = 0;
  readonly labels = new Map<string, number>();

  get rows(): number {
    return this.records + this.bad;
  }

  /** The item for a finished row: a record only if nothing was wrong with it. */
  close(record: SegmentRecord | undefined, report: RowReport): ParsedItem {
    if (!record || report.failed) {
      this.bad++;
      return { kind: "bad", row: report.row, diagnostics: report.all };
    }
    const { spans, links } = record.annotation;
    this.records++;
    this.spans += spans.length;
    this.links += links.length;
    for (const { label } of spans) this.labels.set(label, (this.labels.get(label) ?? 0) + 1);
    return { kind: "record", row: report.row, record, warnings: report.warnings };
  }
}
