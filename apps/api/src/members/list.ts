import type { Member } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import * as members from "../db/members.ts";
import { accessTo } from "../projects/access.ts";

/** Who works in a project, with the installation's owners. */
export async function listMembers(
  app: App,
  actor: Actor,
  { project }: { project: string },
): Promise<Member[]> {
  const { id } = await accessTo(app, actor, project, "read");
  return members.listMembers(app.db.pool, id);
}
