import type { documentInfoSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readDocuments } from "../db/documents.ts";
import { accessTo } from "../projects/access.ts";

/** The documents of a project in the order they came in. */
export async function listDocuments(
  app: App,
  actor: Actor,
  { project }: { project: string },
): Promise<z.input<typeof documentInfoSchema>[]> {
  const { id } = await accessTo(app, actor, project, "read");
  return [...(await readDocuments(app.db.pool, id))];
}
