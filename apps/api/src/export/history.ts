import type { ExportLogEntry } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readExports } from "../db/export-log.ts";
import { accessTo } from "../projects/access.ts";

/**
 * The latest files that left a project, with who took them. Annotators see their own: others may be of layers that they
 * are not told of.
 */
export async function listExports(
  app: App,
  actor: Actor,
  { project, limit }: { project: string; limit: number },
): Promise<ExportLogEntry[]> {
  const { id, mayManage } = await accessTo(app, actor, project, "read");
  return readExports(app.db.pool, id, { limit, userId: mayManage ? null : actor.userId });
}
