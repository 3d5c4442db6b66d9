import type { removeProjectSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { exclusiveLock, tryExclusiveLock } from "../db/project-lock.ts";
import { deleteProject } from "../db/projects.ts";
import { inTransaction } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessTo } from "./access.ts";

/** Deletes a project for good. Its name has to be typed, and no import into it may be running. */
export async function removeProject(
  app: App,
  actor: Actor,
  { project, confirmName }: z.output<typeof removeProjectSchema>,
): Promise<{ segments: number }> {
  const { id, name } = await accessTo(app, actor, project, "manage");
  if (confirmName.trim() !== name.trim()) {
    throw new AppError("name_mismatch", `Type the project's name, "${name}", to delete it.`);
  }
  const segments = await inTransaction(app.db, async (tx) => {
    if (!(await tryExclusiveLock(tx, id, "import"))) {
      throw new AppError(
        "conflict",
        `An import into "${name}" is running. Cancel it or let it finish first.`,
      );
    }
    await tx.query(exclusiveLock(id, "labels"));
    return deleteProject(tx, id);
  });
  app.log.info({ project, segments, user: actor.userId }, "a project was deleted");
  return { segments };
}
