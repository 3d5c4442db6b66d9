import { textKey } from "@spanbridge/dataset";
import type { Label, SnapshotPlan, SplitName, TrainingRequest } from "@spanbridge/shared/contracts";
import { readLabels } from "../db/labels.ts";
import { type FrozenRecord, readFrozen, readHeldOut, readUnfrozen } from "../db/snapshot-rows.ts";
import type { SnapshotRow } from "../db/snapshots.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { requireSnapshot } from "../snapshots/access.ts";
import { planSnapshot, type SnapshotProject } from "../snapshots/plan.ts";
import { frozenOf } from "../snapshots/write.ts";

/** The transaction that training data is made in: all of a selection as it was at one moment. */
export const AT_ONE_MOMENT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/** What training data is made of. */
export type TrainingSource = {
  /** Name of the snapshot; null: a selection of the project as it is. */
  readonly snapshot: string | null;
  /** What is written beside the data, so that it can be made again: the snapshot's card, or the plan. */
  readonly description: { readonly name: string; readonly text: string };
  readonly project: { readonly slug: string; readonly sourceLang: string; readonly pivotLang: string };
  readonly labels: readonly Label[];
  readonly layer: string;
  /** Whether segments are in splits. Without, all is training data. */
  readonly divided: boolean;
  readonly segments: number;
  readonly read: (tx: Tx) => AsyncGenerator<readonly FrozenRecord[]>;
};

/** Finds what training data was asked of, if this person may see it. */
export async function sourceFor(
  tx: Tx,
  project: SnapshotProject,
  { snapshot, plan }: Pick<TrainingRequest, "snapshot" | "plan">,
): Promise<TrainingSource> {
  if (snapshot !== undefined) return fromSnapshot(await requireSnapshot(tx, project, snapshot));
  if (plan === undefined) throw new AppError("invalid_input", "Name a snapshot, or say what is chosen.");
  return fromSelection(tx, project, plan);
}

export function fromSnapshot(row: SnapshotRow): TrainingSource {
  const { manifest, name, card, segments } = row;
  return {
    snapshot: name,
    description: { name: "DATASET.md", text: card },
    project: manifest.project,
    labels: manifest.labels,
    layer: manifest.plan.layer,
    divided: manifest.counts.some(({ split }) => split !== null),
    segments,
    read: (tx) => readFrozen(tx, frozenOf(row)),
  };
}

async function fromSelection(tx: Tx, project: SnapshotProject, plan: SnapshotPlan): Promise<TrainingSource> {
  const planned = await planSnapshot(tx, project, plan);
  const heldOut = await heldOutTexts(tx, project.id);
  const { selection, machine, sourceLang, refs, splits, preview } = planned;
  const { slug, pivotLang } = project;
  return {
    snapshot: null,
    description: {
      name: "selection.json",
      text: `${JSON.stringify({ project: slug, plan: { ...plan, machineLayer: machine?.name ?? null } }, null, 2)}\n`,
    },
    project: { slug, sourceLang, pivotLang },
    labels: await readLabels(tx, project.id),
    layer: plan.layer,
    // Always: what a snapshot holds out is in no split here.
    divided: true,
    segments: preview.segments,
    read: async function* (reading) {
      const undivided = plan.split.by === "none";
      for await (const records of readUnfrozen(reading, selection, machine, { sourceLang, refs, splits })) {
        yield records.map((each) => {
          const wanted = undivided ? "train" : each.split;
          const held = heldOut.get(textKey(each.record.annotation.sourceText));
          return { ...each, split: allowed(wanted, held) };
        });
      }
    },
  };
}

/** By the text's key: "test" where any snapshot has it there, else "dev". */
async function heldOutTexts(tx: Tx, projectId: string): Promise<ReadonlyMap<string, SplitName>> {
  const texts = new Map<string, SplitName>();
  for await (const rows of readHeldOut(tx, projectId)) {
    for (const { text, split } of rows) {
      const key = textKey(text);
      if (split !== null && texts.get(key) !== "test") texts.set(key, split);
    }
  }
  return texts;
}

/** Test data elsewhere is in no file here, development data elsewhere not in the training file. */
function allowed(wanted: SplitName | null, held: SplitName | undefined): SplitName | null {
  if (held === "test" && wanted !== "test") return null;
  return held === "dev" && wanted === "train" ? null : wanted;
}
