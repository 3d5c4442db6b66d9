import type { App } from "../app.ts";
import { insertExport, type NewExport } from "../db/export-log.ts";

/** Notes what left a project. The file is with its receiver by then: a note that fails is told to the log only. */
export async function noteExport(app: Pick<App, "db" | "log">, entry: NewExport): Promise<void> {
  try {
    await insertExport(app.db.pool, entry);
  } catch (error) {
    app.log.warn({ err: error, project: entry.projectId, format: entry.format }, "an export was not noted");
  }
}
