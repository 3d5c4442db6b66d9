import type { AgreementCounts, compareRunsSchema, RunComparison } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { numbersOnlyIn } from "../db/evaluation-rows.ts";
import type { ExportLayer } from "../db/export-rows.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessTo } from "../projects/access.ts";
import { isDifference } from "./agreement.ts";
import { compareSegments, findCompared } from "./layers.ts";

/** Holds the results of two runs, or of a run and a file, against each other as they are at one moment. */
export async function compareRuns(
  app: App,
  actor: Actor,
  { project, a, b }: z.output<typeof compareRunsSchema>,
  signal: AbortSignal,
): Promise<RunComparison> {
  const access = await accessTo(app, actor, project, "read");
  return inTransaction(
    app.db.streams,
    async (tx) => {
      const layers = await findCompared(tx, access, { a, b });
      const counts = none();
      const perLabel = new Map<string, AgreementCounts>();
      let [both, different] = [0, 0];
      for await (const { agreements } of compareSegments(tx, access.id, layers, signal)) {
        both++;
        if (agreements.some(isDifference)) different++;
        for (const { kind, label } of agreements) {
          counts[kind]++;
          const own = perLabel.get(label) ?? none();
          own[kind]++;
          perLabel.set(label, own);
        }
      }
      const only = async (one: ExportLayer, other: ExportLayer): Promise<number> =>
        (await numbersOnlyIn(tx, access.id, one, other)).length;
      return {
        a: figureOf(layers.a),
        b: figureOf(layers.b),
        segments: {
          both,
          different,
          only_a: await only(layers.a, layers.b),
          only_b: await only(layers.b, layers.a),
        },
        counts,
        perLabel: [...perLabel]
          .sort(([one], [other]) => (one < other ? -1 : 1))
          .map(([label, own]) => ({ label, counts: own })),
      };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}

const none = (): AgreementCounts => ({
  same: 0,
  boundary: 0,
  label: 0,
  both: 0,
  only_a: 0,
  only_b: 0,
  open: 0,
});

const figureOf = ({ name, kind, hidden }: ExportLayer): RunComparison["a"] => ({ name, kind, hidden });
