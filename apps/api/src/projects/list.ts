import type { ProjectCard } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import * as projects from "../db/project-cards.ts";

/** The projects that this person may see: the current ones, or those put into the archive. */
export async function listProjects(
  app: App,
  actor: Actor,
  { archived }: { archived: boolean },
): Promise<ProjectCard[]> {
  return projects.listProjects(app.db.pool, { userId: actor.isOwner ? null : actor.userId, archived });
}
