import type { ImportReport, importLayers, Label, OptionValues } from "@spanbridge/shared/contracts";
import type { App } from "../app.ts";
import { replaceLabels } from "../db/labels.ts";
import type { ProjectRow } from "../db/projects.ts";
import { refreshStatistics } from "../db/statistics.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { findOwner } from "../db/users.ts";
import { AppError } from "../error.ts";
import { insertWithSlug } from "../projects/insert.ts";
import { labelSetOf } from "./found-labels.ts";
import { importFile } from "./import-file.ts";
import { openProject } from "./open-project.ts";
import type { Source } from "./read.ts";
import type { ImportTally } from "./report.ts";
import type { ImportTarget } from "./target.ts";

/** A project that is made by the import. Labels null: those that the files bring. */
export type ProjectToMake = {
  readonly name: string;
  readonly sourceLang: string;
  readonly labels: readonly Label[] | null;
};

export type FilesRequest = {
  readonly project: ProjectRow | ProjectToMake;
  readonly layer: (typeof importLayers)[number];
  readonly strict: boolean;
  /** Undefined: told from each file. */
  readonly format: string | undefined;
  readonly formatOptions: OptionValues;
  readonly sources: readonly Source[];
  readonly tally: ImportTally;
  readonly signal: AbortSignal;
};

/** Reads files into a project for whoever runs this machine; all of them, the project included, or nothing. */
export async function importFiles(
  app: App,
  request: FilesRequest,
): Promise<{ readonly slug: string; readonly report: ImportReport }> {
  const { project, layer, strict, format, formatOptions, sources, tally, signal } = request;
  if ("id" in project && project.archived) {
    throw new AppError("conflict", `"${project.name}" is archived. Restore it in its settings to change it.`);
  }
  const owner = await findOwner(app.db.pool);
  const result = await inTransaction(app.db.streams, async (tx, control) => {
    const { slug, ...found } = "id" in project ? project : await make(tx, project);
    const opened = await openProject(tx, found, { layer, userId: owner?.id ?? "import", signal });
    const collects = !("id" in project) && project.labels === null;
    const target: ImportTarget = collects ? { ...opened, labels: null } : opened;
    const options = { strict, signal, format, formatOptions };
    for (const source of sources) await importFile(tx, target, source, tally, options);
    if (collects) await replaceLabels(tx, target.projectId, labelSetOf(tally.labels));
    const refused = tally.isRefused(strict);
    if (refused) control.rollBack();
    return { slug, report: tally.report(refused) };
  });
  await refreshStatistics(app.db, app.log, result.report.imported);
  return result;
}

async function make(
  tx: Tx,
  { name, sourceLang, labels }: ProjectToMake,
): Promise<{ id: string; slug: string; sourceLang: string; allowOverlap: boolean }> {
  const project = { name, sourceLang, pivotLang: "en", attribution: "", licence: "", labels: labels ?? [] };
  return { ...(await insertWithSlug(tx, project)), sourceLang, allowOverlap: true };
}
