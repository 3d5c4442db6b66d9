import type { ProjectAccess } from "../db/access.ts";
import { readLabels } from "../db/labels.ts";
import { ensureLayer } from "../db/layers.ts";
import { holdProject } from "../db/projects.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { lockForImport } from "./lock.ts";
import type { ImportTarget } from "./target.ts";

/** Makes a known project ready for an import, inside its transaction. */
export async function openProject(
  tx: Tx,
  project: Pick<ProjectAccess, "id" | "allowOverlap" | "sourceLang">,
  { layer, userId, signal }: { layer: ImportTarget["layer"]["name"]; userId: string; signal: AbortSignal },
): Promise<ImportTarget> {
  await lockForImport(tx, project.id, signal);
  if (!(await holdProject(tx, project.id))) {
    throw new AppError("not_found", "The project was deleted in the meantime.");
  }
  const labels = await readLabels(tx, project.id);
  return {
    projectId: project.id,
    labels: new Set(labels.map(({ name }) => name)),
    allowOverlap: project.allowOverlap,
    sourceLang: project.sourceLang,
    layer: { name: layer, id: await ensureImportLayer(tx, project.id, layer) },
    userId,
  };
}

/** Gold is hidden from those who annotate. */
export const ensureImportLayer = (
  tx: Tx,
  projectId: string,
  layer: ImportTarget["layer"]["name"],
): Promise<string> => ensureLayer(tx, projectId, { kind: layer, name: layer, hidden: layer === "gold" });
