import type { Evaluation, EvaluationOptions, evaluateSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { countComparison } from "../db/evaluation-rows.ts";
import { allEntries } from "../db/memory-browse.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessTo } from "../projects/access.ts";
import { judgeAll } from "./judged.ts";
import { renderingsOf } from "./names.ts";
import { Scoring } from "./scoring.ts";
import { type EvaluatedProject, layerFigure, type Rights, selectLayers } from "./selection.ts";

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
  const { scoring, selection } = await inTransaction(
    db.streams,
    async (tx) => {
      const selection = await selectLayers(tx, project, rights, options);
      const size = await countComparison(tx, selection);
      const systems = selection.layers.slice(1).map(({ name }) => name);
      const { language } = selection;
      const renderings = renderingsOf(await allEntries(tx, project.id), project.pivotLang);
      const scoring = new Scoring({ systems, language, size, options, renderings });
      let done = 0;
      for await (const judged of judgeAll(tx, selection, options, run.signal)) {
        for (const one of judged) scoring.add(one);
        done += judged.length;
        run.tell?.(done, size.segments);
      }
      return { scoring, selection };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
  // The connection is free again: drawing needs none.
  return scoring.finish(layerFigure(selection.layers[0]), [...selection.states], run.signal);
}
