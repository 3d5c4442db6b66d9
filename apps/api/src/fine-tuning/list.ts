import type { FineTuning, fineTuningRefSchema, projectRefSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readFineTunings } from "../db/fine-tunings.ts";
import { AppError } from "../error.ts";
import { accessTo } from "../projects/access.ts";

/** The fine-tunings of a project, the newest first. Those that are done have a model that runs can use. */
export async function listFineTunings(
  app: App,
  actor: Actor,
  { project }: z.output<typeof projectRefSchema>,
): Promise<FineTuning[]> {
  const { id } = await accessTo(app, actor, project, "manage");
  return readFineTunings(app.db.pool, id);
}

export async function getFineTuning(
  app: App,
  actor: Actor,
  { project, fineTuning }: z.output<typeof fineTuningRefSchema>,
): Promise<FineTuning> {
  const { id } = await accessTo(app, actor, project, "manage");
  return requireFineTuning(app, id, fineTuning);
}

export async function requireFineTuning(app: App, projectId: string, id: string): Promise<FineTuning> {
  const [found] = await readFineTunings(app.db.pool, projectId, id);
  if (!found) throw new AppError("not_found", "There is no such fine-tuning in this project.");
  return found;
}
