import { divide, SplitCounter, type SplitItem, type Tally, tallyOf, textKey } from "@spanbridge/dataset";
import type { SegmentRecord } from "@spanbridge/formats";
import type { SnapshotPlan, SnapshotPreview, SplitName, SplitRule } from "@spanbridge/shared/contracts";
import { type ExportLayer, type ExportSelection, findLayer } from "../db/export-rows.ts";
import { readLabels } from "../db/labels.ts";
import { refOf } from "../db/layer-ref.ts";
import { readCandidates, readSplits } from "../db/snapshot-rows.ts";
import type { Tx } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import type { Access } from "../projects/access.ts";
import { requireSnapshot } from "./access.ts";

export type SnapshotProject = Pick<Access, "id" | "name" | "slug" | "sourceLang" | "pivotLang" | "mayManage">;

/** A plan with everything that it names found, and its segments divided. */
export type Planned = {
  readonly selection: ExportSelection;
  readonly sourceLang: string;
  readonly machine: ExportLayer | null;
  readonly refs: { readonly layer: string; readonly machine: string };
  /** Of a layer that annotators do not see. */
  readonly hidden: boolean;
  /** By segment number; those in no split are not in it. */
  readonly splits: ReadonlyMap<number, SplitName>;
  readonly preview: SnapshotPreview;
};

/** What freezing by this plan would give, on the state that this transaction sees. */
export async function planSnapshot(tx: Tx, project: SnapshotProject, plan: SnapshotPlan): Promise<Planned> {
  const layer = await requireLayer(tx, project, plan.layer);
  // A project without predictions has nothing that a machine said; that is no mistake of the plan.
  const said = plan.machineLayer === null ? undefined : await findLayer(tx, project.id, plan.machineLayer);
  const machine = said && said.id !== layer.id ? await requireLayer(tx, project, said.name) : null;
  const { states, documents, languages, split } = plan;
  const { sourceLang } = project;
  const selection = { projectId: project.id, layer, states, documents, languages };
  const ref = refOf(layer.kind, layer.name);
  const kept = await keptSplits(tx, project, split);

  const numbers: number[] = [];
  const tallies: Tally[] = [];
  const items: SplitItem[] = [];
  const byLanguage = new Map<string, number>();
  for await (const candidates of readCandidates(tx, selection, { sourceLang, ref })) {
    for (const { number, record } of candidates) {
      const tally = tallyOf(record.annotation);
      const language = record.sourceLang ?? sourceLang;
      byLanguage.set(language, (byLanguage.get(language) ?? 0) + 1);
      numbers.push(number);
      tallies.push(tally);
      items.push(itemOf(record, tally, split, kept.get(number)));
    }
  }
  const { splits, duplicates, unassigned } = divide(items, split);
  const counter = new SplitCounter((await readLabels(tx, project.id)).map(({ name }) => name));
  const byNumber = new Map<number, SplitName>();
  numbers.forEach((number, index) => {
    const inSplit = splits[index] ?? null;
    const [item, tally] = [items[index], tallies[index]];
    if (item && tally) counter.add(inSplit, item.document, tally);
    if (inSplit) byNumber.set(number, inSplit);
  });
  return {
    selection,
    sourceLang,
    machine,
    refs: { layer: ref, machine: machine ? refOf(machine.kind, machine.name) : ref },
    hidden: layer.hidden || machine?.hidden === true,
    splits: byNumber,
    preview: {
      segments: numbers.length,
      counts: counter.counts(),
      languages: [...byLanguage]
        .map(([language, segments]) => ({ language, segments }))
        .sort((a, b) => b.segments - a.segments || (a.language < b.language ? -1 : 1)),
      duplicates,
      unassigned,
    },
  };
}

async function requireLayer(tx: Tx, project: SnapshotProject, name: string): Promise<ExportLayer> {
  const layer = await findLayer(tx, project.id, name);
  if (!layer || (layer.hidden && !project.mayManage)) {
    throw new AppError("not_found", `"${project.name}" has no layer "${name}" that you may see.`);
  }
  return layer;
}

async function keptSplits(
  tx: Tx,
  project: SnapshotProject,
  rule: SplitRule,
): Promise<ReadonlyMap<number, SplitName>> {
  if ((rule.by !== "segment" && rule.by !== "document") || rule.keep === null) return new Map();
  return readSplits(tx, (await requireSnapshot(tx, project, rule.keep)).id);
}

function itemOf(
  { annotation, document, meta }: SegmentRecord,
  { labels }: Tally,
  rule: SplitRule,
  kept: SplitName | undefined,
): SplitItem {
  const value = rule.by === "field" ? meta?.extra?.[rule.field] : undefined;
  return {
    text: textKey(annotation.sourceText),
    document: document ?? "",
    labels: new Map([...labels].map(([label, { source, pivot }]) => [label, source + pivot])),
    value: value === undefined || value === null || typeof value === "object" ? undefined : String(value),
    kept,
  };
}
