import type { Evaluation, EvaluationOptions } from "@spanbridge/shared/contracts";
import { onlyOneHas } from "./drill.ts";
import type { Judged } from "./judged.ts";
import type { Renderings } from "./names.ts";
import { differenceOf, intervalsOf } from "./resample.ts";
import { SystemTally } from "./system.ts";
import { Units } from "./units.ts";

type Scored = {
  /** Names of the scored layers or files, one or two. */
  readonly systems: readonly string[];
  /** Of the compared side. */
  readonly language: string;
  /** How much is coming: decides what is resampled. */
  readonly size: { readonly segments: number; readonly documents: number };
  readonly options: EvaluationOptions;
  readonly renderings: Renderings;
};

/** Takes judged segments one by one, in order, and makes an evaluation of them. */
export class Scoring {
  readonly #scored: Scored;
  readonly #tallies: readonly SystemTally[];
  readonly #documents = new Set<string>();
  #segments = 0;
  #onlyPredicted = 0;
  #onlyOther = 0;

  constructor(scored: Scored) {
    this.#scored = scored;
    const { language, size, options, renderings } = scored;
    const labels = new Set(options.filter.labels);
    const { side, bins } = options;
    this.#tallies = scored.systems.map(
      () => new SystemTally(new Units(size), { side, language, labels, bins, renderings }),
    );
  }

  add(judged: Judged): void {
    this.#segments++;
    this.#documents.add(judged.row.document);
    this.#onlyPredicted += onlyOneHas(judged, 0, 1);
    this.#onlyOther += onlyOneHas(judged, 1, 0);
    // Two systems are compared on the same segments: one that cannot be compared for one of them counts for neither.
    const whole = judged.judgements.every((judgement) => judgement !== undefined);
    for (const [index, tally] of this.#tallies.entries()) {
      const judgement = judged.judgements[index];
      if (!judgement) tally.skip();
      else if (whole) tally.add(judgement, judged.row, judged.text);
    }
  }

  /** Draws the intervals, which takes its time. */
  async finish(
    gold: Evaluation["gold"],
    states: Evaluation["states"],
    signal: AbortSignal,
  ): Promise<Evaluation> {
    const { systems: names, options } = this.#scored;
    const systems: Evaluation["predicted"][] = [];
    for (const [index, tally] of this.#tallies.entries()) {
      const report = tally.report(names[index] ?? "");
      const labels = report.spans.strict.perLabel.map(({ label }) => label);
      const intervals = await intervalsOf(tally.units, labels, report.links !== null, options, signal);
      systems.push({ ...report, intervals });
    }
    const [predicted, other] = systems;
    if (!predicted) throw new Error("An evaluation without a layer to score.");
    return {
      gold,
      segments: this.#segments,
      documents: this.#documents.size,
      states,
      predicted,
      other: other ?? null,
      comparison: await this.#comparison(signal),
    };
  }

  async #comparison(signal: AbortSignal): Promise<Evaluation["comparison"]> {
    const [first, second] = this.#tallies;
    if (!first || !second) return null;
    const { options } = this.#scored;
    return {
      strictF1: await differenceOf(first.units, second.units, "strict", options, signal),
      exactF1: await differenceOf(first.units, second.units, "exact", options, signal),
      onlyPredicted: this.#onlyPredicted,
      onlyOther: this.#onlyOther,
    };
  }
}
