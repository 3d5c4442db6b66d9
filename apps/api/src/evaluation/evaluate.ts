import type { Evaluation, EvaluationOptions, evaluateSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { countComparison } from "../db/evaluation-rows.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessTo } from "../projects/access.ts";
import { onlyOneHas } from "./drill.ts";
import { type Judged, judgeAll } from "./judged.ts";
import { differenceOf, intervalsOf } from "./resample.ts";
import { type EvaluatedProject, layerFigure, type Rights, selectLayers } from "./selection.ts";
import { SystemTally } from "./system.ts";
import { Units } from "./units.ts";

export type EvaluationRun = {
  /** Calls the evaluation off; it then fails with "cancelled". */
  readonly signal: AbortSignal;
  readonly tell?: (done: number, total: number) => void;
};

/** A person's evaluation of a project's layers; its progress can be asked for under `evaluationId`. */
export async function evaluateProject(
  app: App,
  actor: Actor,
  { project, options, evaluationId }: z.output<typeof evaluateSchema>,
  signal: AbortSignal,
): Promise<Evaluation> {
  const access = await accessTo(app, actor, project, "read");
  const run = app.evaluations.begin(evaluationId, actor.userId);
  try {
    return await evaluate(app.db, access, access, options, { signal, tell: run.tell });
  } finally {
    run.end();
  }
}

/** Scores layers against one that counts as right, over all chosen segments as they were at one moment. */
export async function evaluate(
  db: Pick<Database, "streams">,
  project: EvaluatedProject,
  rights: Rights,
  options: EvaluationOptions,
  run: EvaluationRun,
): Promise<Evaluation> {
  const read = await inTransaction(
    db.streams,
    async (tx) => {
      const selection = await selectLayers(tx, project, rights, options);
      const size = await countComparison(tx, selection);
      const tallies = selection.layers.slice(1).map(
        () =>
          new SystemTally(new Units(size), {
            language: selection.language,
            labels: new Set(options.filter.labels),
            bins: options.bins,
          }),
      );
      const count = { segments: 0, documents: new Set<string>(), onlyPredicted: 0, onlyOther: 0 };
      let done = 0;
      for await (const judged of judgeAll(tx, selection, options, run.signal)) {
        for (const one of judged) {
          addTo(tallies, one);
          count.segments++;
          count.documents.add(one.row.document);
          count.onlyPredicted += onlyOneHas(one, 0, 1);
          count.onlyOther += onlyOneHas(one, 1, 0);
        }
        done += judged.length;
        run.tell?.(done, size.segments);
      }
      return { selection, tallies, count };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
  // The connection is free again: drawing needs none.
  const { selection, tallies, count } = read;
  const [gold, ...layers] = selection.layers;
  const systems = [];
  for (const [index, tally] of tallies.entries()) {
    const report = tally.report(layers[index]?.name ?? "");
    const labels = report.spans.strict.perLabel.map(({ label }) => label);
    const intervals = await intervalsOf(tally.units, labels, report.links !== null, options, run.signal);
    systems.push({ ...report, intervals });
  }
  const [predicted, other] = systems;
  const [first, second] = tallies;
  if (!predicted || !first) throw new Error("An evaluation without a layer to score.");
  return {
    gold: layerFigure(gold),
    segments: count.segments,
    documents: count.documents.size,
    states: [...selection.states],
    predicted,
    other: other ?? null,
    comparison: second
      ? {
          strictF1: await differenceOf(first.units, second.units, "strict", options, run.signal),
          exactF1: await differenceOf(first.units, second.units, "exact", options, run.signal),
          onlyPredicted: count.onlyPredicted,
          onlyOther: count.onlyOther,
        }
      : null,
  };
}

/** Two systems are compared on the same segments: one that cannot be compared for one of them counts for neither. */
function addTo(tallies: readonly SystemTally[], { row, text, judgements }: Judged): void {
  const whole = judgements.every((judgement) => judgement !== undefined);
  for (const [index, tally] of tallies.entries()) {
    const judgement = judgements[index];
    if (!judgement) tally.skip();
    else if (whole) tally.add(judgement, row, text);
  }
}
