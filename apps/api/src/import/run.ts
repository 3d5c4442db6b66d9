import type { ImportReport, importLayers, OptionValues } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { refreshStatistics } from "../db/statistics.ts";
import { inTransaction } from "../db/transaction.ts";
import { accessToChange } from "../projects/access.ts";
import { importFile } from "./import-file.ts";
import { openProject } from "./open-project.ts";
import type { Source } from "./read.ts";
import { ImportTally } from "./report.ts";

export type ImportRequest = {
  readonly project: string;
  readonly layer: (typeof importLayers)[number];
  readonly strict: boolean;
  /** Undefined: told from the content. */
  readonly format?: string | undefined;
  readonly formatOptions?: OptionValues;
  /** Everything is done, reported and taken back. */
  readonly dryRun?: boolean;
  /** Undefined for an import whose progress nobody asks for. */
  readonly importId?: string | undefined;
  readonly source: Source;
  readonly signal: AbortSignal;
};

/** Reads a file into a project, all of it or (when cancelled, refused or broken off) nothing. */
export async function runImport(app: App, actor: Actor, request: ImportRequest): Promise<ImportReport> {
  const project = await accessToChange(app, actor, request.project, "manage");
  const tally = new ImportTally();
  const work = () => importOne(app, actor, project, request, tally);
  const report =
    request.importId === undefined
      ? await work()
      : await app.imports.during(request.importId, actor.userId, tally, work);
  if (request.dryRun) return report;
  await refreshStatistics(app.db, app.log, report.imported);
  const { outcome, rows, imported, unchanged, skipped } = report;
  app.log.info({ project: project.slug, outcome, rows, imported, unchanged, skipped }, "import");
  return report;
}

function importOne(
  app: App,
  actor: Actor,
  project: Parameters<typeof openProject>[1],
  { layer, strict, dryRun = false, source, signal, format, formatOptions = {} }: ImportRequest,
  tally: ImportTally,
): Promise<ImportReport> {
  return inTransaction(app.db.streams, async (tx, control) => {
    const target = await openProject(tx, project, { layer, userId: actor.userId, signal });
    await importFile(tx, target, source, tally, { strict, signal, format, formatOptions });
    const refused = tally.isRefused(strict);
    if (refused || dryRun) control.rollBack();
    return tally.report(refused);
  });
}
