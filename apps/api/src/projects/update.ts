import type { ProjectDetail, updateProjectSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { updateProject as update } from "../db/projects.ts";
import { accessTo } from "./access.ts";
import { detailOf } from "./get.ts";

/** Renames, archives or restores a project, or changes its guidelines or rules. Its address stays. */
export async function updateProject(
  app: App,
  actor: Actor,
  { project, data }: z.output<typeof updateProjectSchema>,
): Promise<ProjectDetail> {
  const access = await accessTo(app, actor, project, "manage");
  await update(app.db.pool, access.id, data);
  return detailOf(app, access);
}
