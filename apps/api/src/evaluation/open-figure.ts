import type { Drill, EvaluationOptions, openFigureSchema, SegmentList } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { allEntries } from "../db/memory-browse.ts";
import type { Database } from "../db/open.ts";
import { inTransaction } from "../db/transaction.ts";
import { makeList } from "../lists/make.ts";
import { accessTo } from "../projects/access.ts";
import { itemsOf } from "./drill.ts";
import { judgeAll } from "./judged.ts";
import { renderingsOf } from "./names.ts";
import { type EvaluatedProject, type Rights, selectLayers } from "./selection.ts";

export type Figure = {
  /** What the figure says: so many spans, links, entities or segments. */
  readonly items: number;
  /** The segments they are in, ascending. */
  readonly numbers: readonly number[];
  /** It tells something of a layer that annotators may not see. */
  readonly hidden: boolean;
};

/** The segments behind a figure of an evaluation. */
export function findFigure(
  db: Pick<Database, "streams">,
  project: EvaluatedProject,
  rights: Rights,
  { options, drill }: { readonly options: EvaluationOptions; readonly drill: Drill },
  signal: AbortSignal,
): Promise<Figure> {
  return inTransaction(
    db.streams,
    async (tx) => {
      const selection = await selectLayers(tx, project, rights, options);
      // Only its own figure needs memory, which may be large.
      const entries = drill.kind === "name" ? await allEntries(tx, project.id) : [];
      const renderings = renderingsOf(entries, project.pivotLang);
      const numbers: number[] = [];
      let items = 0;
      for await (const judged of judgeAll(tx, selection, options, signal)) {
        for (const one of judged) {
          const count = itemsOf(drill, one, options, renderings);
          if (count > 0) numbers.push(one.row.number);
          items += count;
        }
      }
      return { items, numbers, hidden: selection.hidden };
    },
    "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
  );
}

/** Keeps the segments behind a figure as a list that the review screen can walk through. */
export async function openFigure(
  app: App,
  actor: Actor,
  { project, options, drill }: z.output<typeof openFigureSchema>,
  signal: AbortSignal,
): Promise<SegmentList> {
  const access = await accessTo(app, actor, project, "read");
  const { items, numbers, hidden } = await findFigure(app.db, access, access, { options, drill }, signal);
  return makeList(app.db.pool, {
    projectId: access.id,
    numbers,
    origin: { kind: "evaluation", options, drill, items },
    hidden,
    userId: actor.userId,
  });
}
