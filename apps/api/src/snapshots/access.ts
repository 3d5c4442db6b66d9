import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { findSnapshotRow, type SnapshotRow } from "../db/snapshots.ts";
import type { Querier } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { type Access, accessTo } from "../projects/access.ts";

type Reader = Pick<Access, "id" | "name" | "mayManage">;

/** A project's snapshot of this name, if whoever asks may see the layers that it was taken from. */
export async function requireSnapshot(querier: Querier, project: Reader, name: string): Promise<SnapshotRow> {
  const found = await findSnapshotRow(querier, project.id, name);
  if (!found || (found.manifest.hidden && !project.mayManage)) {
    throw new AppError("not_found", `"${project.name}" has no snapshot "${name}" that you may see.`);
  }
  return found;
}

export async function snapshotFor(
  app: App,
  actor: Actor,
  ref: { readonly project: string; readonly snapshot: string },
): Promise<{ readonly access: Access; readonly snapshot: SnapshotRow }> {
  const access = await accessTo(app, actor, ref.project, "read");
  return { access, snapshot: await requireSnapshot(app.db.pool, access, ref.snapshot) };
}
