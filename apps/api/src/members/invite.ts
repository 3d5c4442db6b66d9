import type { Invitation, inviteSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { issueLink } from "../auth/issue-link.ts";
import { accessTo } from "../projects/access.ts";

/** A one-time link by which somebody new joins a project under the name given here. */
export async function inviteMember(
  app: App,
  actor: Actor,
  { project, name, role }: z.output<typeof inviteSchema>,
): Promise<Invitation> {
  const { id } = await accessTo(app, actor, project, "manage");
  const { path, expiresAt } = await issueLink(
    app.db.pool,
    { purpose: "join", name, projectId: id, role },
    app.now(),
  );
  return { path, expiresAt: expiresAt.toISOString() };
}
