import type { Sample } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { existingSlugs } from "../db/projects.ts";
import { readManifest } from "./manifest.ts";

/** The samples that can be installed; none for those who may not create projects. */
export async function listSamples(app: App, actor: Actor): Promise<Sample[]> {
  if (!actor.isOwner) return [];
  const entries = await readManifest();
  const installed = await existingSlugs(
    app.db.pool,
    entries.map(({ id }) => id),
  );
  return entries.map(({ files: _, ...sample }) => ({
    ...sample,
    installedAs: installed.has(sample.id) ? sample.id : null,
  }));
}
