import type { ExportOptions, ExportReport } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { accessTo } from "../projects/access.ts";
import { exportProject } from "./run.ts";

const nowhere = { write: () => undefined };

/** What an export would hold and lose: the export itself, without a receiver. */
export async function reportExport(
  app: App,
  actor: Actor,
  { project, options }: { project: string; options: ExportOptions },
): Promise<ExportReport> {
  const access = await accessTo(app, actor, project, "read");
  return exportProject(app.db, access, access, options, nowhere);
}
