import { unreachable } from "@spanbridge/shared";
import { harmonicMean, ratio, type Scores } from "../counts.ts";
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

export type MucReport = Readonly<
  Record<MucSchema, { readonly all: MucScores; readonly perLabel: Readonly<Record<string, MucLabel>> }>
>;

/**
 * The four schemas of SemEval-2013 task 9.1 with MUC's counts, over one matching (see `matchSpans` for how it differs
 * from nervaluate's). A label's recall is taken over its gold spans and its precision over its predicted spans, because
 * in `exact` and `partial` a hit may have another label than its gold span; the sums over labels are `all`.
 * Sources: Chinchor & Sundheim 1993; Segura-Bedmar et al. 2013; nervaluate.
 */
export function mucReport(outcomes: Iterable<SpanOutcome<LabelledRange, unknown>>): MucReport {
  const tallies = { strict: new Tally(), exact: new Tally(), partial: new Tally(), type: new Tally() };
  for (const outcome of outcomes) {
    for (const schema of mucSchemas) tallies[schema].add(outcome, verdictOf(outcome.kind, schema));
  }
  return {
    strict: tallies.strict.report(),
    exact: tallies.exact.report(),
    partial: tallies.partial.report(),
    type: tallies.type.report(),
  };
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
  readonly #all = none();
  readonly #labels = new Map<string, { readonly gold: Mutable; readonly predicted: Mutable }>();

  add({ gold, predicted }: SpanOutcome<LabelledRange, unknown>, verdict: Verdict): void {
    this.#all[verdict]++;
    if (gold) this.#label(gold.label).gold[verdict]++;
    if (predicted) this.#label(predicted.label).predicted[verdict]++;
  }

  report(): MucReport[MucSchema] {
    const labels = [...this.#labels].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      all: mucScores(this.#all),
      perLabel: Object.fromEntries(
        labels.map(([label, { gold, predicted }]) => [
          label,
          { gold, predicted, ...scores(predicted, gold) },
        ]),
      ),
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

export const mucScores = (counts: MucCounts): MucScores => ({
  ...counts,
  ...scores(counts, counts),
  possible: possible(counts),
  actual: actual(counts),
});

const possible = ({ cor, inc, par, mis }: MucCounts): number => cor + inc + par + mis;
const actual = ({ cor, inc, par, spu }: MucCounts): number => cor + inc + par + spu;
const hits = ({ cor, par }: MucCounts): number => cor + par / 2;

function scores(predicted: MucCounts, gold: MucCounts): Scores {
  const precision = ratio(hits(predicted), actual(predicted));
  const recall = ratio(hits(gold), possible(gold));
  return { precision, recall, f1: harmonicMean(precision, recall) };
}
