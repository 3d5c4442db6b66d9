import type { Run } from "@spanbridge/shared/contracts";
import type { App } from "../app.ts";
import { readRuns } from "../db/runs.ts";
import { AppError } from "../error.ts";

export async function requireRun(app: App, projectId: string, id: string): Promise<Run> {
  const [run] = await readRuns(app.db.pool, projectId, id);
  if (!run) throw noSuchRun();
  return run;
}

export const noSuchRun = (): AppError => new AppError("not_found", "There is no such run in this project.");
