import type { removeMemberSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import * as members from "../db/members.ts";
import { accessTo } from "../projects/access.ts";

/** Takes somebody out of a project. What they did there stays, under their name. */
export async function removeMember(
  app: App,
  actor: Actor,
  { project, member }: z.output<typeof removeMemberSchema>,
): Promise<{ removed: boolean }> {
  const { id } = await accessTo(app, actor, project, "manage");
  return { removed: await members.removeMember(app.db.pool, id, member) };
}
