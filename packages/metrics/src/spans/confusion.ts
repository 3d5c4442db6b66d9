import type { SpanOutcome } from "./outcomes.ts";
import type { LabelledRange } from "./span.ts";

/** A cell of the matrix. `null` stands for "nothing there": missed in the column, spurious in the row. */
export type ConfusionCell<S extends LabelledRange, Segment> = {
  readonly gold: string | null;
  readonly predicted: string | null;
  readonly outcomes: readonly SpanOutcome<S, Segment>[];
};

export type ConfusionMatrix<S extends LabelledRange, Segment> = {
  /** Labels of rows (gold) and columns (predicted), in alphabetical order. */
  readonly labels: readonly string[];
  /** The cells that are not empty, by row and column; `null` last. */
  readonly cells: readonly ConfusionCell<S, Segment>[];
};

/**
 * Gold label against predicted label of matched spans, whatever their boundaries (restrict the outcomes to `correct` and
 * `label` for those with the same range). Counts are spans; each cell holds the outcomes it is made of.
 */
export function confusionMatrix<S extends LabelledRange, Segment>(
  outcomes: Iterable<SpanOutcome<S, Segment>>,
): ConfusionMatrix<S, Segment> {
  const rows = new Map<string | null, Map<string | null, SpanOutcome<S, Segment>[]>>();
  const labels = new Set<string>();
  for (const outcome of outcomes) {
    const gold = outcome.gold?.label ?? null;
    const predicted = outcome.predicted?.label ?? null;
    for (const label of [gold, predicted]) if (label !== null) labels.add(label);
    const row = rows.get(gold) ?? new Map<string | null, SpanOutcome<S, Segment>[]>();
    rows.set(gold, row);
    const cell = row.get(predicted) ?? [];
    row.set(predicted, cell);
    cell.push(outcome);
  }
  const cells = [...rows].flatMap(([gold, row]) =>
    [...row].map(([predicted, found]) => ({ gold, predicted, outcomes: found })),
  );
  cells.sort((a, b) => compareLabels(a.gold, b.gold) || compareLabels(a.predicted, b.predicted));
  return { labels: [...labels].sort(), cells };
}

function compareLabels(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
