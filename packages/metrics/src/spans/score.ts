import { addCounts, type Counts, noCounts } from "../counts.ts";
import { type LabelReport, labelReport } from "../report.ts";
import { sharedCount } from "../sets.ts";
import { distinctSpans, type LabelledRange, type SpanPair } from "./span.ts";

export type SpanReport = LabelReport & { readonly segments: number };

/** `strict`: start, end and label must agree. `exact`: start and end, whatever the label (MUC's "exact boundary"). */
export type SpanMode = "strict" | "exact";

/**
 * Span precision, recall and F1 over segments, by sets: a span said twice counts once, nested and overlapping spans
 * count each for themselves. Segments without any span take part (their false positives count).
 *
 * Within one label both modes are the same, so `perLabel`, `macro` and `weighted` do not depend on the mode.
 * The set definition is seqeval's (`strict`) without the detour over tokens; source: CoNLL-2002/2003 evaluation.
 */
export function scoreSpans(segments: Iterable<SpanPair>, mode: SpanMode = "strict"): SpanReport {
  const scorer = new SpanScorer(mode);
  for (const segment of segments) scorer.add(segment);
  return scorer.report();
}

/** The same, segment by segment, for more of them than memory holds. */
export class SpanScorer {
  readonly #mode: SpanMode;
  readonly #perLabel = new Map<string, Counts>();
  #exact = noCounts;
  #segments = 0;

  constructor(mode: SpanMode = "strict") {
    this.#mode = mode;
  }

  add(segment: SpanPair): void {
    this.#segments++;
    addLabels(this.#perLabel, segment);
    if (this.#mode === "exact") this.#exact = addCounts(this.#exact, spanCounts(segment, "exact"));
  }

  report(): SpanReport {
    const micro = this.#mode === "exact" ? this.#exact : undefined;
    return { segments: this.#segments, ...labelReport(this.#perLabel, micro) };
  }
}

/** The counts of one segment over all labels. */
export function spanCounts({ gold, predicted }: SpanPair, mode: SpanMode = "strict"): Counts {
  if (gold.length === 0 && predicted.length === 0) return noCounts;
  const goldKeys = new Set(gold.map(keys[mode]));
  const predictedKeys = new Set(predicted.map(keys[mode]));
  return {
    correct: sharedCount(goldKeys, predictedKeys),
    predicted: predictedKeys.size,
    gold: goldKeys.size,
  };
}

/** Additive counts by document, in the order of the documents' names: what resampling by document needs. */
export function countsByDocument(
  segments: Iterable<SpanPair & { readonly document: string }>,
  mode: SpanMode = "strict",
): ReadonlyMap<string, Counts> {
  const byDocument = new Map<string, Counts>();
  for (const segment of segments) {
    const before = byDocument.get(segment.document) ?? noCounts;
    byDocument.set(segment.document, addCounts(before, spanCounts(segment, mode)));
  }
  return new Map([...byDocument].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const keys: Record<SpanMode, (span: LabelledRange) => string> = {
  strict: ({ start, end, label }) => `${start} ${end} ${label}`,
  exact: ({ start, end }) => `${start} ${end}`,
};

function addLabels(perLabel: Map<string, Counts>, { gold, predicted }: SpanPair): void {
  const right = distinctSpans(gold);
  const said = distinctSpans(predicted);
  for (const span of said) {
    const correct = right.some(
      ({ start, end, label }) => start === span.start && end === span.end && label === span.label,
    );
    add(perLabel, span.label, { correct: correct ? 1 : 0, predicted: 1, gold: 0 });
  }
  for (const span of right) add(perLabel, span.label, { correct: 0, predicted: 0, gold: 1 });
}

function add(perLabel: Map<string, Counts>, label: string, counts: Counts): void {
  perLabel.set(label, addCounts(perLabel.get(label) ?? noCounts, counts));
}
