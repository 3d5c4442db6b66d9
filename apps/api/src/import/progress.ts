import type { ImportProgress } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";

/** How far an import of this person's is; null where none of that id is running. */
export async function importProgress(
  app: App,
  actor: Actor,
  { importId }: { importId: string },
): Promise<ImportProgress | null> {
  return app.imports.progressOf(importId, actor.userId) ?? null;
}
