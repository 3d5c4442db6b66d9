import { createHash } from "node:crypto";
import { datasetCard } from "@spanbridge/dataset";
import type { createSnapshotSchema, SnapshotDetail, SnapshotManifest } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { codeOf } from "../db/problem.ts";
import { readProject } from "../db/project-cards.ts";
import { freezeRows } from "../db/snapshot-rows.ts";
import { findSnapshotRow, insertSnapshot } from "../db/snapshots.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { accessTo } from "../projects/access.ts";
import { checksumsOf } from "./checksums.ts";
import { planSnapshot, type SnapshotProject } from "./plan.ts";

type Input = Omit<z.output<typeof createSnapshotSchema>, "project">;
type Author = Pick<Actor, "userId" | "name">;

/** Freezes the chosen segments as they all are at one moment. */
export async function createSnapshot(
  app: App,
  actor: Actor,
  { project, ...input }: z.output<typeof createSnapshotSchema>,
): Promise<SnapshotDetail> {
  return freeze(app, await accessTo(app, actor, project, "manage"), actor, input);
}

/** The same for whoever needs no leave: the command line. */
export async function freeze(
  app: Pick<App, "db" | "now" | "version">,
  project: SnapshotProject,
  author: Author,
  input: Input,
): Promise<SnapshotDetail> {
  try {
    return await inTransaction(
      app.db.streams,
      (tx) => freezeIn(app, tx, project, author, input),
      "BEGIN ISOLATION LEVEL REPEATABLE READ",
    );
  } catch (error) {
    // Somebody froze one of the same name at the same moment.
    if (codeOf(error) === "40001") throw taken(input.name);
    throw error;
  }
}

const taken = (name: string): AppError =>
  new AppError(
    "conflict",
    `There is a snapshot "${name}" already. Snapshots never change; choose another name.`,
  );

async function freezeIn(
  app: Pick<App, "now" | "version">,
  tx: Tx,
  project: SnapshotProject,
  author: Author,
  { name, note, plan }: Input,
): Promise<SnapshotDetail> {
  if (await findSnapshotRow(tx, project.id, name)) throw taken(name);
  const planned = await planSnapshot(tx, project, plan);
  if (planned.preview.segments === 0) {
    throw new AppError(
      "invalid_input",
      "Nothing is chosen: no segment has these states, documents and languages.",
    );
  }
  const createdAt = app.now();
  const manifest: SnapshotManifest = {
    ...(await factsOf(tx, project)),
    ...planned.preview,
    version: 1,
    spanbridge: app.version,
    plan: { ...plan, machineLayer: planned.machine?.name ?? null },
    refs: planned.refs,
    hidden: planned.hidden,
    files: await checksumsOf(tx, planned),
  };
  const card = datasetCard({
    name,
    note,
    createdAt: createdAt.toISOString(),
    createdBy: author.name,
    manifest,
  });
  const row = { projectId: project.id, name, note, manifest, card, createdBy: author.userId, createdAt };
  const id = await insertSnapshot(tx, row);
  if (id === undefined) throw taken(name);
  await freezeRows(tx, id, planned.selection, planned.machine, planned.splits);
  const found = await findSnapshotRow(tx, project.id, name);
  if (!found) throw new Error("A snapshot was stored and is not there.");
  return found;
}

/** What the manifest keeps of the project as it is now. */
async function factsOf(
  tx: Tx,
  { id, name, slug, sourceLang, pivotLang }: SnapshotProject,
): Promise<Pick<SnapshotManifest, "project" | "labels" | "licence" | "attribution" | "guidelines">> {
  const found = await readProject(tx, id, { hiddenLayers: false });
  if (!found) throw new AppError("not_found", `The project "${slug}" was deleted.`);
  const { labels, licence, attribution, guidelines } = found;
  const sha256 = createHash("sha256").update(guidelines).digest("hex");
  return {
    project: { name, slug, sourceLang, pivotLang },
    labels,
    licence,
    attribution,
    guidelines: { sha256, text: guidelines },
  };
}
