import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { findProjectAccess, type ProjectAccess } from "../db/access.ts";
import { AppError } from "../error.ts";

/** `read`: look at it. `review`: edit segments. `manage`: settings, imports, hidden layers, members. */
export type Right = "read" | "review" | "manage";

export type Access = ProjectAccess & { readonly mayManage: boolean };

/**
 * The project, if this person may do that in it. A project that somebody is no member of does not exist for them.
 * An archived one can be looked at and exported, not changed.
 */
export async function accessTo(app: App, actor: Actor, slug: string, right: Right): Promise<Access> {
  const project = await findProjectAccess(app.db, slug, actor.userId);
  if (!project || !(actor.isOwner || project.role)) {
    throw new AppError("not_found", `There is no project "${slug}" that you may see.`);
  }
  const mayManage = actor.isOwner || project.role === "manager";
  if (right === "manage" && !mayManage) {
    throw new AppError("forbidden", `Only managers of "${project.name}" may do this.`);
  }
  return { ...project, mayManage };
}

/** Like `accessTo`, for what changes segments or their annotations. */
export async function accessToChange(app: App, actor: Actor, slug: string, right: Right): Promise<Access> {
  const project = await accessTo(app, actor, slug, right);
  if (project.archived) {
    throw new AppError("conflict", `"${project.name}" is archived. Restore it in its settings to change it.`);
  }
  return project;
}
