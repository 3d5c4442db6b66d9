import type { Counts } from "../counts.ts";
import { type LabelReport, labelReport, type Scored, withScores } from "../report.ts";
import type { LabelledRange } from "../spans/span.ts";

/** The two annotations of a segment, made independently of each other: how many spans each has is all that counts. */
export type TwoSides = {
  readonly pivot: readonly Pick<LabelledRange, "label">[];
  readonly source: readonly Pick<LabelledRange, "label">[];
};

export type ProjectionBound = {
  /** Labels are copied: at most Σ min(#pivot, #source) per segment and label can be right. */
  readonly typed: LabelReport;
  /** Any label: at most Σ min(#pivot, #source) per segment. */
  readonly untyped: Scored;
};

/**
 * The most that strict span scores can reach if every pivot entity is projected perfectly and gives exactly one source
 * span: the two sides were annotated apart and disagree. `predicted` are the pivot spans, `gold` the source spans.
 * Draw it as a line above the scores. (Scores made from other pivot entities than these can exceed it.)
 */
export function projectionBound(segments: Iterable<TwoSides>): ProjectionBound {
  const perLabel = new Map<string, { correct: number; predicted: number; gold: number }>();
  const untyped = { correct: 0, predicted: 0, gold: 0 };
  for (const { pivot, source } of segments) {
    add(untyped, pivot.length, source.length);
    for (const label of new Set([...pivot, ...source].map((span) => span.label))) {
      const counts = perLabel.get(label) ?? { correct: 0, predicted: 0, gold: 0 };
      perLabel.set(label, counts);
      const of = (spans: TwoSides["pivot"]): number => spans.filter((span) => span.label === label).length;
      add(counts, of(pivot), of(source));
    }
  }
  return { typed: labelReport(perLabel), untyped: withScores(untyped) };
}

function add(counts: { -readonly [Field in keyof Counts]: number }, pivot: number, source: number): void {
  counts.correct += Math.min(pivot, source);
  counts.predicted += pivot;
  counts.gold += source;
}
