import type { LastBulk } from "@spanbridge/shared/contracts";
import type { Actor } from "../../actor.ts";
import type { App } from "../../app.ts";
import { readLastBatch } from "../../db/bulk.ts";
import { accessTo } from "../../projects/access.ts";

/** What one did last to many segments, so that it can be taken back after a reload, too. */
export async function lastBulk(
  app: App,
  actor: Actor,
  { project: slug }: { project: string },
): Promise<LastBulk> {
  const project = await accessTo(app, actor, slug, "read");
  const last = await readLastBatch(app.db.pool, project.id, actor.userId);
  if (!last || last.origin === "undo" || last.untouched === 0) return null;
  const { batch, title, at, changed, untouched } = last;
  return { batch, title, at: at.toISOString(), changed, untouched };
}
