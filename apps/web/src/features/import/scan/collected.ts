import type { ParsedItem } from "@spanbridge/formats";
import type { Diagnostic } from "@spanbridge/shared/contracts";
import type { FoundLabel, PreviewRow, ScanTotals } from "./messages.ts";

const PREVIEW_ROWS = 8;
const MAX_LABELS = 200;

/** What was found since the page was last told, and what there is in all. */
export class Collected {
  readonly #foundLabels: ReadonlyMap<string, number>;
  readonly #totals = { rows: 0, good: 0, bad: 0, spans: 0, links: 0 };
  #previewed = 0;
  #preview: PreviewRow[] = [];
  #diagnostics: Diagnostic[] = [];

  constructor(foundLabels: ReadonlyMap<string, number>) {
    this.#foundLabels = foundLabels;
  }

  add(items: readonly ParsedItem[]): void {
    for (const item of items) {
      if (item.kind === "file") {
        this.#diagnostics.push(item.diagnostic);
        continue;
      }
      this.#totals.rows++;
      if (item.kind === "bad") {
        this.#totals.bad++;
        this.#diagnostics.push(...item.diagnostics);
        continue;
      }
      const { spans, links } = item.record.annotation;
      this.#totals.good++;
      this.#totals.spans += spans.length;
      this.#totals.links += links.length;
      this.#diagnostics.push(...item.warnings);
      if (this.#previewed < PREVIEW_ROWS) {
        this.#previewed++;
        this.#preview.push(previewOf(item));
      }
    }
  }

  take(): {
    readonly totals: ScanTotals;
    readonly labels: readonly FoundLabel[];
    readonly preview: readonly PreviewRow[];
    readonly diagnostics: readonly Diagnostic[];
  } {
    const taken = {
      totals: { ...this.#totals },
      labels: [...this.#foundLabels].slice(0, MAX_LABELS).map(([name, times]) => ({ name, times })),
      preview: this.#preview,
      diagnostics: this.#diagnostics,
    };
    this.#preview = [];
    this.#diagnostics = [];
    return taken;
  }
}

function previewOf({ row, record }: Extract<ParsedItem, { kind: "record" }>): PreviewRow {
  const { sourceText, pivotText, spans, links } = record.annotation;
  return { row, id: record.id, document: record.document, sourceText, pivotText, spans, links: links.length };
}
