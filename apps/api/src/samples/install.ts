import { defaultLabels, type InstalledSample } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { insertProject } from "../db/projects.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { importFile } from "../import/import-file.ts";
import { openProject } from "../import/open-project.ts";
import { ImportTally } from "../import/report.ts";
import { readManifest, type SampleEntry, sampleFile } from "./manifest.ts";

/** Makes a project of a sample, whole or not at all. One that is there already is left as it is. */
export async function installSample(
  app: App,
  actor: Actor,
  { sample: id }: { sample: string },
): Promise<InstalledSample> {
  if (!actor.isOwner)
    throw new AppError("forbidden", "Only the owner of this installation installs samples.");
  const sample = (await readManifest()).find((entry) => entry.id === id);
  if (!sample) throw new AppError("not_found", `There is no sample "${id}".`);
  const created = await inTransaction(app.db, (tx) => install(tx, actor, sample));
  return { project: sample.id, created };
}

async function install(tx: Tx, actor: Actor, sample: SampleEntry): Promise<boolean> {
  const { id: slug, title: name, sourceLang, source: attribution, licence, files } = sample;
  // Waits for somebody who installs it at the same time.
  const id = await insertProject(tx, {
    slug,
    name,
    sourceLang,
    pivotLang: "en",
    attribution,
    licence,
    labels: defaultLabels,
  });
  if (id === undefined) return false;
  const project = { id, sourceLang, allowOverlap: true };
  const options = {
    strict: true,
    signal: new AbortController().signal,
    format: "pairs",
    formatOptions: {},
  };
  for (const layer of ["predictions", "gold"] as const) {
    const file = files[layer];
    if (file === undefined) continue;
    const target = await openProject(tx, project, { layer, userId: actor.userId, signal: options.signal });
    const tally = new ImportTally();
    await importFile(tx, target, sampleFile(file), tally, options);
    if (tally.isRefused(true)) throw new Error(`The sample ${file} has a bad row: ${tally.firstError()}`);
  }
  return true;
}
