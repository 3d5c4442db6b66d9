import type { ProjectDetail } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readProject } from "../db/project-cards.ts";
import { AppError } from "../error.ts";
import { type Access, accessTo } from "./access.ts";

/** A project with its labels, layers and counts. Annotators do not learn of hidden layers. */
export async function getProject(
  app: App,
  actor: Actor,
  { project }: { project: string },
): Promise<ProjectDetail> {
  return detailOf(app, await accessTo(app, actor, project, "read"));
}

export async function detailOf(app: App, { id, slug, mayManage }: Access): Promise<ProjectDetail> {
  const detail = await readProject(app.db.pool, id, { hiddenLayers: mayManage });
  if (!detail) throw new AppError("not_found", `The project "${slug}" was deleted.`);
  return { ...detail, may: { review: !detail.archived, manage: mayManage } };
}
