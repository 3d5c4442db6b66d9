import type { Run, showRunSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { fillDigests } from "../db/digests.ts";
import { showLayers } from "../db/run-results.ts";
import { readRuns, readRunWork } from "../db/runs.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessToChange } from "../projects/access.ts";
import { noSuchRun } from "./find.ts";

/** Chooses what reviewers see where nobody has edited: a run's results, or (null) the imported predictions. */
export async function showRun(
  app: App,
  actor: Actor,
  { project, run, shown }: z.output<typeof showRunSchema>,
): Promise<Run[]> {
  const { id } = await accessToChange(app, actor, project, "manage");
  const work = run === null ? undefined : await readRunWork(app.db.pool, run);
  if (run !== null && work?.projectId !== id) throw noSuchRun();
  await inTransaction(app.db, (tx) =>
    showLayers(tx, id, work ? { kind: shown ? "first" : "remove", layerId: work.layerId } : { kind: "none" }),
  );
  await fillDigests(app.db.pool, id);
  return readRuns(app.db.pool, id);
}
