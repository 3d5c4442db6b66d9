import type { SnapshotInfo } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { listSnapshotRows } from "../db/snapshots.ts";
import { accessTo } from "../projects/access.ts";

/** A project's snapshots, the newest first; annotators do not learn of those of hidden layers. */
export async function listSnapshots(
  app: App,
  actor: Actor,
  { project }: { project: string },
): Promise<SnapshotInfo[]> {
  const { id, mayManage } = await accessTo(app, actor, project, "read");
  return listSnapshotRows(app.db.pool, id, { hidden: mayManage });
}
