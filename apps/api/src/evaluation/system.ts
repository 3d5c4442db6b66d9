import {
  addLinkCounts,
  CalibrationScorer,
  judgedSpans,
  type LinkOutcome,
  linkCounts,
  linkedSpans,
  linkKey,
  linkScores,
  type MucSchemaReport,
  MucScorer,
  noLinkCounts,
  ProjectionScorer,
  SpanScorer,
  scoreSpans,
  spanCounts,
} from "@spanbridge/metrics";
import type { Annotation, Side } from "@spanbridge/shared";
import type { OutcomeKind, SpanFigures, SystemFigures } from "@spanbridge/shared/contracts";
import type { ComparedRow } from "../db/evaluation-rows.ts";
import { type Judgement, linksIn, projectionIn } from "./judge.ts";
import { knownNames, NameTally, type Renderings } from "./names.ts";
import { TokenScorers } from "./tokens.ts";
import { addLinksToUnit, addToUnit, type Units } from "./units.ts";

type Options = {
  readonly side: Side;
  readonly language: string;
  readonly labels: ReadonlySet<string>;
  readonly bins: number;
  readonly renderings: Renderings;
};

/** Adds up everything said of one system, in memory that grows with labels and documents, not with segments. */
export class SystemTally {
  readonly units: Units;
  readonly #labels: ReadonlySet<string>;
  readonly #strict = new SpanScorer("strict");
  readonly #exact = new SpanScorer("exact");
  readonly #muc = new MucScorer();
  readonly #outcomes: Record<OutcomeKind, number> = {
    correct: 0,
    missed: 0,
    spurious: 0,
    label: 0,
    boundary: 0,
    both: 0,
  };
  readonly #cells = new Map<string | null, Map<string | null, number>>();
  readonly #edges = { start: new Map<number, number>(), end: new Map<number, number>() };
  readonly #confidence: CalibrationScorer;
  #links = noLinkCounts;
  #goldHasLinks = false;
  readonly #linkOutcomes: Record<LinkOutcome["kind"], number> = {
    correct: 0,
    endpoint: 0,
    missing: 0,
    extra: 0,
  };
  readonly #projection = new ProjectionScorer();
  readonly #tokens: TokenScorers;
  readonly #renderings: Renderings;
  readonly #names = new NameTally();
  #withoutAnnotation = 0;
  #otherText = 0;

  constructor(units: Units, { side, language, labels, bins, renderings }: Options) {
    this.units = units;
    this.#labels = labels;
    this.#confidence = new CalibrationScorer(bins);
    this.#tokens = new TokenScorers(side, language);
    this.#renderings = renderings;
  }

  /** The segment cannot be compared: the layers refer to different texts of the compared side. */
  skip(): void {
    this.#otherText++;
  }

  add(judgement: Judgement, row: ComparedRow, text: string): void {
    const unit = this.units.of(row.document);
    const { spans, outcomes } = judgement;
    if (!judgement.present) this.#withoutAnnotation++;
    this.#strict.add(spans);
    this.#exact.add(spans);
    if (spans.gold.length + spans.predicted.length > 0) {
      addToUnit(unit, {
        strict: spanCounts(spans),
        exact: spanCounts(spans, "exact"),
        perLabel: new Map(Object.entries(scoreSpans([spans]).perLabel)),
      });
    }
    for (const outcome of outcomes) this.#addOutcome(outcome);
    for (const judged of judgedSpans(outcomes)) this.#confidence.add(judged);
    this.#tokens.add(judgement, row, text);
    this.#names.add(knownNames(judgement, this.#renderings, this.#labels), this.#renderings);
    if (judgement.sameText) this.#addLinks(judgement, unit);
    else this.#otherText++;
  }

  #addOutcome(outcome: Judgement["outcomes"][number]): void {
    const { kind, gold, predicted } = outcome;
    this.#outcomes[kind]++;
    this.#muc.add(outcome);
    const row = this.#cells.get(gold?.label ?? null) ?? new Map<string | null, number>();
    this.#cells.set(gold?.label ?? null, row);
    row.set(predicted?.label ?? null, (row.get(predicted?.label ?? null) ?? 0) + 1);
    if (!gold || !predicted) return;
    for (const edge of ["start", "end"] as const) {
      const offset = predicted[edge] - gold[edge];
      this.#edges[edge].set(offset, (this.#edges[edge].get(offset) ?? 0) + 1);
    }
  }

  #addLinks(judgement: Judgement, unit: ReturnType<Units["of"]>): void {
    const { gold, predicted } = judgement;
    if (gold.links.length > 0) this.#goldHasLinks = true;
    if (gold.links.length + predicted.links.length > 0) {
      const counts = linkCounts({ sure: this.#keysOf(gold), predicted: this.#keysOf(predicted) });
      this.#links = addLinkCounts(this.#links, counts);
      addLinksToUnit(unit, counts);
      for (const { kind } of linksIn(judgement, this.#labels)) this.#linkOutcomes[kind]++;
    }
    const segment = projectionIn(judgement, this.#labels);
    const of = (side: "pivot" | "source") => this.#chosen(gold).filter((span) => span.side === side);
    if (segment) this.#projection.add(segment, { pivot: of("pivot"), source: of("source") });
  }

  #chosen({ spans }: Annotation): Annotation["spans"] {
    return this.#labels.size === 0 ? spans : spans.filter(({ label }) => this.#labels.has(label));
  }

  #keysOf(annotation: Annotation): readonly string[] {
    return linkedSpans(annotation)
      .filter(
        ({ pivot, source }) =>
          this.#labels.size === 0 || this.#labels.has(pivot.label) || this.#labels.has(source.label),
      )
      .map(({ pivot, source }) => linkKey(pivot, source));
  }

  /** Everything but the intervals. */
  report(layer: string): Omit<SystemFigures, "intervals"> {
    const muc = this.#muc.report(this.#labels.size === 0 ? undefined : this.#labels);
    return {
      layer,
      withoutAnnotation: this.#withoutAnnotation,
      otherText: this.#otherText,
      spans: {
        strict: spanFigures(this.#strict),
        exact: spanFigures(this.#exact),
        partial: mucFigures(muc.partial),
        type: mucFigures(muc.type),
      },
      outcomes: { ...this.#outcomes },
      confusion: this.#confusion(),
      edges: { start: histogram(this.#edges.start), end: histogram(this.#edges.end) },
      confidence: this.#confidence.report(),
      links: this.#linkFigures(),
      projection: this.#projectionFigures(),
      names: this.#names.report(),
      compatibility: this.#tokens.report(),
    };
  }

  #confusion(): SystemFigures["confusion"] {
    const labels = new Set<string>();
    const cells = [...this.#cells].flatMap(([gold, row]) =>
      [...row].map(([predicted, spans]) => {
        for (const label of [gold, predicted]) if (label !== null) labels.add(label);
        return { gold, predicted, spans };
      }),
    );
    return { labels: [...labels].sort(), cells };
  }

  #linkFigures(): SystemFigures["links"] {
    if (!this.#goldHasLinks) return null;
    const { precision, recall, f1, aer, predicted, sure } = linkScores(this.#links);
    return { precision, recall, f1, aer, predicted, gold: sure, outcomes: { ...this.#linkOutcomes } };
  }

  #projectionFigures(): SystemFigures["projection"] {
    const { rate, exact, occurrence, bound } = this.#projection.report();
    if (rate.entities === 0) return null;
    const { perLabel, spansPerEntity, ...all } = rate;
    return {
      rate: all,
      perLabel: Object.entries(perLabel).map(([label, figures]) => ({ label, ...figures })),
      spansPerEntity,
      exact,
      occurrence,
      bound: { typed: bound.typed.micro, untyped: bound.untyped },
    };
  }
}

function spanFigures(scorer: SpanScorer): SpanFigures {
  const { micro, macro, weighted, perLabel } = scorer.report();
  return {
    micro,
    macro,
    weighted,
    perLabel: Object.entries(perLabel).map(([label, scores]) => ({ label, ...scores })),
  };
}

function mucFigures({ all, macro, weighted, perLabel }: MucSchemaReport): SpanFigures {
  return {
    micro: {
      precision: all.precision,
      recall: all.recall,
      f1: all.f1,
      correct: all.cor + all.par / 2,
      predicted: all.actual,
      gold: all.possible,
    },
    macro,
    weighted,
    perLabel: Object.entries(perLabel).map(([label, { gold, predicted, precision, recall, f1 }]) => ({
      label,
      precision,
      recall,
      f1,
      correct: gold.cor + gold.par / 2,
      predicted: predicted.cor + predicted.inc + predicted.par + predicted.spu,
      gold: gold.cor + gold.inc + gold.par + gold.mis,
    })),
  };
}

const histogram = (counts: ReadonlyMap<number, number>): { offset: number; spans: number }[] =>
  [...counts].sort(([a], [b]) => a - b).map(([offset, spans]) => ({ offset, spans }));
