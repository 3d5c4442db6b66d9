import type { removeSnapshotSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { deleteSnapshotRow } from "../db/snapshots.ts";
import { AppError } from "../error.ts";
import { accessTo } from "../projects/access.ts";
import { requireSnapshot } from "./access.ts";

/** Deletes a snapshot for good. Its name has to be typed. */
export async function removeSnapshot(
  app: App,
  actor: Actor,
  { project, snapshot, confirmName }: z.output<typeof removeSnapshotSchema>,
): Promise<{ segments: number }> {
  const access = await accessTo(app, actor, project, "manage");
  const { id, name, segments } = await requireSnapshot(app.db.pool, access, snapshot);
  if (confirmName.trim() !== name) {
    throw new AppError("name_mismatch", `Type the snapshot's name, "${name}", to delete it.`);
  }
  await deleteSnapshotRow(app.db.pool, id);
  app.log.info({ project, snapshot, segments, user: actor.userId }, "a snapshot was deleted");
  return { segments };
}
