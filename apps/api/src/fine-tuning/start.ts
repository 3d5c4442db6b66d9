import type { FineTuning, StartFineTuning } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { insertFineTuning } from "../db/fine-tunings.ts";
import { readModelOrigins } from "../db/settings.ts";
import { apiKey, requireAllowed } from "../language-model/endpoint.ts";
import { accessToChange } from "../projects/access.ts";
import { snapshotFor } from "../snapshots/access.ts";
import { requireFineTuning } from "./list.ts";

/** Notes what is to be trained and tells the workers. What is wrong with the settings is told now and not by them. */
export async function startFineTuning(
  app: App,
  actor: Actor,
  { settings, ...ref }: StartFineTuning,
): Promise<FineTuning> {
  const { pool } = app.db;
  const { id: projectId } = await accessToChange(app, actor, ref.project, "manage");
  const { snapshot } = await snapshotFor(app, actor, ref);
  requireAllowed(settings, await readModelOrigins(pool));
  apiKey(settings, process.env);
  const made = { projectId, snapshot: snapshot.name, settings, createdBy: actor.userId };
  const id = await insertFineTuning(pool, made);
  await app.jobs.look(id, 0);
  return requireFineTuning(app, projectId, id);
}
