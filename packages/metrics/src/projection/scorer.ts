import { addCounts, type Counts, noCounts, ratio } from "../counts.ts";
import { type LabelReport, labelReport, type Scored, withScores } from "../report.ts";
import { projectionBound, type TwoSides } from "./bound.ts";
import { type ExactReport, exactProjection, type ProjectionOutcome } from "./exact.ts";
import { type OccurrenceReport, occurrenceAccuracy } from "./occurrence.ts";
import { type ProjectionRate, projectionRate, type Rate } from "./rate.ts";
import type { ProjectionSegment } from "./segment.ts";

export type ProjectionFigures = {
  readonly rate: ProjectionRate;
  readonly exact: Omit<ExactReport, "outcomes"> & {
    readonly outcomes: Readonly<Record<ProjectionOutcome["kind"], number>>;
  };
  readonly occurrence: Omit<OccurrenceReport, "outcomes">;
  readonly bound: { readonly typed: LabelReport; readonly untyped: Scored };
};

/** The figures on projection segment by segment, without the outcomes behind them: for more than memory holds. */
export class ProjectionScorer {
  readonly #rates = new Map<string, { projected: number; entities: number }>();
  #spans = 0;
  readonly #outcomes: Record<ProjectionOutcome["kind"], number> = {
    exact: 0,
    wrong: 0,
    unprojected: 0,
    unaligned: 0,
  };
  #withGoldLinks = 0;
  readonly #occurrence = { right: 0, ambiguous: 0 };
  readonly #bound = new Map<string, Counts>();
  #untyped = noCounts;

  /** `gold` are the two sides of gold's own annotation, for the bound. */
  add(segment: ProjectionSegment<unknown>, gold: TwoSides): void {
    for (const [label, { projected, entities }] of Object.entries(projectionRate([segment]).perLabel)) {
      const rate = this.#rates.get(label) ?? { projected: 0, entities: 0 };
      this.#rates.set(label, rate);
      rate.projected += projected;
      rate.entities += entities;
    }
    for (const { projected } of segment.entities) this.#spans += projected.length;
    const exact = exactProjection([segment]);
    this.#withGoldLinks += exact.withGoldLinks;
    for (const { kind } of exact.outcomes) this.#outcomes[kind]++;
    const { right, ambiguous } = occurrenceAccuracy([segment]);
    this.#occurrence.right += right;
    this.#occurrence.ambiguous += ambiguous;
    const { typed, untyped } = projectionBound([gold]);
    this.#untyped = addCounts(this.#untyped, untyped);
    for (const [label, counts] of Object.entries(typed.perLabel)) {
      this.#bound.set(label, addCounts(this.#bound.get(label) ?? noCounts, counts));
    }
  }

  report(): ProjectionFigures {
    const rateOf = ({ projected, entities }: Omit<Rate, "rate">): Rate => ({
      projected,
      entities,
      rate: ratio(projected, entities),
    });
    const labels = [...this.#rates].sort(([a], [b]) => (a < b ? -1 : 1));
    const all = labels.reduce(
      (sum, [, rate]) => ({
        projected: sum.projected + rate.projected,
        entities: sum.entities + rate.entities,
      }),
      { projected: 0, entities: 0 },
    );
    const { exact, wrong, unprojected } = this.#outcomes;
    const alignable = exact + wrong + unprojected;
    const { right, ambiguous } = this.#occurrence;
    return {
      rate: {
        ...rateOf(all),
        perLabel: Object.fromEntries(labels.map(([label, rate]) => [label, rateOf(rate)])),
        spansPerEntity: ratio(this.#spans, all.entities),
      },
      exact: {
        accuracy: ratio(exact, alignable),
        exact,
        alignable,
        withGoldLinks: this.#withGoldLinks,
        outcomes: { ...this.#outcomes },
      },
      occurrence: { accuracy: ratio(right, ambiguous), right, ambiguous },
      bound: { typed: labelReport(this.#bound), untyped: withScores(this.#untyped) },
    };
  }
}
