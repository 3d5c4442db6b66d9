import { unreachable } from "@spanbridge/shared";
import { harmonicMean, ratio, type Scores } from "../counts.ts";
import { meanScores } from "../report.ts";
import type { SpanOutcome } from "./outcomes.ts";
import type { LabelledRange } from "./span.ts";

/** What must agree for a hit: `strict` range and label, `exact` the range, `partial` an overlap (half a hit unless the range agrees), `type` an overlap and the label. */
export const mucSchemas = ["strict", "exact", "partial", "type"] as const;
export type MucSchema = (typeof mucSchemas)[number];

/** MUC-5's counts: correct, incorrect, partial, missing, spurious. */
export type MucCounts = {
  readonly cor: number;
  readonly inc: number;
  readonly par: number;
  readonly mis: number;
  readonly spu: number;
};

/** POS = COR+INC+PAR+MIS (gold spans), ACT = COR+INC+PAR+SPU (predicted spans); P = (COR+½PAR)/ACT, R = (COR+½PAR)/POS. */
export type MucScores = MucCounts & Scores & { readonly possible: number; readonly actual: number };

/** A label's verdicts: on the gold spans with that label and, apart, on the predicted ones. */
export type MucLabel = Scores & { readonly gold: MucCounts; readonly predicted: MucCounts };

export type MucSchemaReport = {
  /** Summed over all labels: micro. */
  readonly all: MucScores;
  /** The mean over the labels that occur, each counting the same; and each as often as gold has it. */
  readonly macro: Scores;
  readonly weighted: Scores;
  readonly perLabel: Readonly<Record<string, MucLabel>>;
};
export type MucReport = Readonly<Record<MucSchema, MucSchemaReport>>;

/**
 * The four schemas of SemEval-2013 task 9.1 with MUC's counts, over one matching (see `matchSpans` for how it differs
 * from nervaluate's). A label's recall is taken over its gold spans and its precision over its predicted spans, because
 * in `exact` and `partial` a hit may have another label than its gold span; the sums over labels are `all`.
 * Sources: Chinchor & Sundheim 1993; Segura-Bedmar et al. 2013; nervaluate.
 */
export function mucReport(outcomes: Iterable<SpanOutcome<LabelledRange, unknown>>): MucReport {
  const scorer = new MucScorer();
  for (const outcome of outcomes) scorer.add(outcome);
  return scorer.report();
}

/** The same, outcome by outcome. */
export class MucScorer {
  readonly #tallies = { strict: new Tally(), exact: new Tally(), partial: new Tally(), type: new Tally() };

  add(outcome: SpanOutcome<LabelledRange, unknown>): void {
    for (const schema of mucSchemas) this.#tallies[schema].add(outcome, verdictOf(outcome.kind, schema));
  }

  /** Of these labels only, where given: their gold and their predicted spans. */
  report(labels?: ReadonlySet<string>): MucReport {
    const { strict, exact, partial, type } = this.#tallies;
    return {
      strict: strict.report(labels),
      exact: exact.report(labels),
      partial: partial.report(labels),
      type: type.report(labels),
    };
  }
}

type Verdict = keyof MucCounts;

function verdictOf(kind: SpanOutcome["kind"], schema: MucSchema): Verdict {
  switch (kind) {
    case "correct":
      return "cor";
    case "label":
      return schema === "exact" || schema === "partial" ? "cor" : "inc";
    case "boundary":
      return schema === "type" ? "cor" : schema === "partial" ? "par" : "inc";
    case "both":
      return schema === "partial" ? "par" : "inc";
    case "missed":
      return "mis";
    case "spurious":
      return "spu";
    default:
      return unreachable(kind);
  }
}

type Mutable = { -readonly [Field in keyof MucCounts]: MucCounts[Field] };
const none = (): Mutable => ({ cor: 0, inc: 0, par: 0, mis: 0, spu: 0 });

class Tally {
  readonly #labels = new Map<string, { readonly gold: Mutable; readonly predicted: Mutable }>();

  add({ gold, predicted }: SpanOutcome<LabelledRange, unknown>, verdict: Verdict): void {
    if (gold) this.#label(gold.label).gold[verdict]++;
    if (predicted) this.#label(predicted.label).predicted[verdict]++;
  }

  report(only?: ReadonlySet<string>): MucSchemaReport {
    const labels = [...this.#labels]
      .filter(([label]) => !only || only.has(label))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, tally]): [string, MucLabel] => [
        label,
        {
          gold: { ...tally.gold },
          predicted: { ...tally.predicted },
          ...scores(tally.predicted, tally.gold),
        },
      ]);
    const sum = { gold: none(), predicted: none() };
    for (const [, { gold, predicted }] of labels) {
      addTo(sum.gold, gold);
      addTo(sum.predicted, predicted);
    }
    const scored = labels.map(([, label]) => label);
    return {
      all: {
        // A matched pair is judged once for its gold and once for its predicted span; what is alone has one side only.
        ...sum.gold,
        spu: sum.predicted.spu,
        ...scores(sum.predicted, sum.gold),
        possible: possible(sum.gold),
        actual: actual(sum.predicted),
      },
      macro: meanScores(scored, () => 1),
      weighted: meanScores(scored, ({ gold }) => possible(gold)),
      perLabel: Object.fromEntries(labels),
    };
  }

  #label(name: string) {
    const known = this.#labels.get(name);
    if (known) return known;
    const label = { gold: none(), predicted: none() };
    this.#labels.set(name, label);
    return label;
  }
}

function addTo(sum: Mutable, counts: MucCounts): void {
  sum.cor += counts.cor;
  sum.inc += counts.inc;
  sum.par += counts.par;
  sum.mis += counts.mis;
  sum.spu += counts.spu;
}

const possible = ({ cor, inc, par, mis }: MucCounts): number => cor + inc + par + mis;
const actual = ({ cor, inc, par, spu }: MucCounts): number => cor + inc + par + spu;
const hits = ({ cor, par }: MucCounts): number => cor + par / 2;

function scores(predicted: MucCounts, gold: MucCounts): Scores {
  const precision = ratio(hits(predicted), actual(predicted));
  const recall = ratio(hits(gold), possible(gold));
  return { precision, recall, f1: harmonicMean(precision, recall) };
}
