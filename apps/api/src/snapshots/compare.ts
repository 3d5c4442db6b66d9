import { changesBetween, type FrozenSegment } from "@spanbridge/dataset";
import type { Comparison, compareSnapshotsSchema, SegmentChange } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { countDifferences, type DifferingRow, readDifferences } from "../db/snapshot-diff.ts";
import { type FrozenRecord, readFrozen } from "../db/snapshot-rows.ts";
import type { SnapshotRow } from "../db/snapshots.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { type Access, accessTo } from "../projects/access.ts";
import { requireSnapshot } from "./access.ts";

const PREVIEW = 80;

type Stretch = { readonly offset: number; readonly limit: number };

/** What was added, removed and changed from one snapshot to another. */
export async function compareSnapshots(
  app: App,
  actor: Actor,
  { project, before, after, ...stretch }: z.output<typeof compareSnapshotsSchema>,
): Promise<Comparison> {
  const access = await accessTo(app, actor, project, "read");
  return inTransaction(app.db.streams, (tx) => comparisonIn(tx, access, before, after, stretch));
}

export async function comparisonIn(
  tx: Tx,
  project: Pick<Access, "id" | "name" | "mayManage">,
  before: string,
  after: string,
  { offset, limit }: Stretch,
): Promise<Comparison> {
  const old = await requireSnapshot(tx, project, before);
  const now = await requireSnapshot(tx, project, after);
  const totals = await countDifferences(tx, old.id, now.id);
  const rows = await readDifferences(tx, old.id, now.id, { offset, limit, characters: PREVIEW });
  const changed = rows.filter(({ kind }) => kind === "changed").map(({ number }) => number);
  const was = await segmentsOf(tx, old, changed);
  const is = await segmentsOf(tx, now, changed);
  return { ...totals, segments: rows.map((row) => toChange(row, was.get(row.number), is.get(row.number))) };
}

async function segmentsOf(
  tx: Tx,
  { id, manifest }: SnapshotRow,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, FrozenRecord>> {
  const found = new Map<number, FrozenRecord>();
  if (numbers.length === 0) return found;
  const selection = { snapshotId: id, sourceLang: manifest.project.sourceLang, refs: manifest.refs, numbers };
  for await (const records of readFrozen(tx, selection)) {
    for (const each of records) found.set(each.number, each);
  }
  return found;
}

const frozen = ({ record, split }: FrozenRecord): FrozenSegment => ({
  annotation: record.annotation,
  document: record.document ?? "",
  split,
});

function toChange(
  { number, kind, externalId, beginning }: DifferingRow,
  was: FrozenRecord | undefined,
  is: FrozenRecord | undefined,
): SegmentChange {
  const changes = was && is ? changesBetween(frozen(was), frozen(is)) : [];
  return { number, kind, externalId, preview: beginning, changes };
}
