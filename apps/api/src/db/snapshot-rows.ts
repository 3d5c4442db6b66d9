import type { SegmentRecord } from "@spanbridge/formats";
import { type SplitName, splitNames } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { copyOut, rowsOf } from "./copy-out.ts";
import { toRecord } from "./export-record.ts";
import { type ExportLayer, type ExportSelection, shownOf, where } from "./export-rows.ts";
import type { Querier, Tx } from "./transaction.ts";

const splitSchema = z.enum(splitNames).nullable();

/** A record with its place in the project, its split, and what the machine said of it where that was frozen too. */
export type FrozenRecord = {
  readonly number: number;
  readonly split: SplitName | null;
  readonly externalId: string;
  readonly record: SegmentRecord;
  /** The annotation of the machine's layer as a record of its own; null where it said nothing. */
  readonly machine: SegmentRecord | null;
};

/** What goes into a snapshot, before anything of it is divided or stored. */
export type Candidate = { readonly number: number; readonly record: SegmentRecord };

const recordColumns = (revision: string, body: string): string => `
  s.external_id, d.name, s.source_text, s.pivot_text, ${textOf(revision)}, s.meta, s.source_lang, ${body}`;

const textOf = (revision: string): string => `CASE WHEN ${revision} > 0 THEN
  (SELECT r.text FROM pivot_revision r WHERE r.segment_id = s.id AND r.revision = ${revision}) END`;

/** The segments of a selection in the project's order, with their numbers. */
export async function* readCandidates(
  tx: Tx,
  selection: ExportSelection,
  { sourceLang, ref }: { sourceLang: string; ref: string },
): AsyncGenerator<readonly Candidate[]> {
  const { join, body, revision } = shownOf(selection);
  const query = `SELECT ${recordColumns(revision, body)}, s.number
    FROM segment s JOIN document d ON d.id = s.document_id ${join} ${where(tx, selection)} ORDER BY s.number`;
  for await (const piece of copyOut(tx, query)) {
    yield [...rowsOf(piece)].map((row) => ({
      number: Number(row[8]),
      record: toRecord(row, sourceLang, ref),
    }));
  }
}

/** SQL of what the machine said: what is joined, and its columns. */
function machineOf(machine: ExportLayer | null): { readonly join: string; readonly columns: string } {
  return machine
    ? {
        join: `LEFT JOIN annotation m ON m.segment_id = s.id AND m.layer_id = '${machine.id}'`,
        columns: `m.body, ${textOf("m.pivot_revision")}`,
      }
    : { join: "", columns: "NULL::json, NULL" };
}

/** Copies the selection, as it is in this transaction, into a snapshot. Answers how many segments it holds. */
export async function freezeRows(
  tx: Tx,
  snapshotId: string,
  selection: ExportSelection,
  machine: ExportLayer | null,
  splits: ReadonlyMap<number, SplitName>,
): Promise<number> {
  const { join, body, revision } = shownOf(selection);
  const said = machineOf(machine);
  const { rowCount } = await tx.query(
    `INSERT INTO snapshot_record (snapshot_id, number, split, external_id, document, source_text, pivot_text,
       revised_text, meta, source_lang, body, machine_body, machine_text)
     SELECT '${snapshotId}', s.number, each.split, ${recordColumns(revision, body)}, ${said.columns}
     FROM segment s JOIN document d ON d.id = s.document_id ${join} ${said.join}
       LEFT JOIN unnest($1::int[], $2::text[]) AS each (number, split) ON each.number = s.number
     ${where(tx, selection)}`,
    [[...splits.keys()], [...splits.values()]],
  );
  return rowCount ?? 0;
}

export type FrozenSelection = {
  readonly snapshotId: string;
  readonly sourceLang: string;
  readonly refs: { readonly layer: string; readonly machine: string };
  /** Undefined: all of it; null: what is in no split. */
  readonly split?: SplitName | null | undefined;
  /** Only these segments. */
  readonly numbers?: readonly number[];
};

/** The segments of a snapshot, as they were, in the project's order. */
export async function* readFrozen(
  tx: Tx,
  { snapshotId, sourceLang, refs, split, numbers }: FrozenSelection,
): AsyncGenerator<readonly FrozenRecord[]> {
  const conditions = [
    `snapshot_id = '${snapshotId}'`,
    ...(split === undefined ? [] : [split === null ? "split IS NULL" : `split = ${tx.escapeLiteral(split)}`]),
    ...(numbers ? [`number IN (${[0, ...numbers].map((number) => Math.trunc(number)).join(", ")})`] : []),
  ];
  const query = `SELECT external_id, document, source_text, pivot_text, revised_text, meta, source_lang, body,
      number, split, machine_body, machine_text FROM snapshot_record WHERE ${conditions.join(" AND ")} ORDER BY number`;
  for await (const piece of copyOut(tx, query)) {
    yield [...rowsOf(piece)].map((row) => frozenRecord(row, sourceLang, refs));
  }
}

/** The segments of a selection as they are in this transaction, with what the machine said, in the project's order. */
export async function* readUnfrozen(
  tx: Tx,
  selection: ExportSelection,
  machine: ExportLayer | null,
  {
    sourceLang,
    refs,
    splits,
  }: Pick<FrozenSelection, "sourceLang" | "refs"> & {
    readonly splits: ReadonlyMap<number, SplitName>;
  },
): AsyncGenerator<readonly FrozenRecord[]> {
  const { join, body, revision } = shownOf(selection);
  const said = machineOf(machine);
  const query = `SELECT ${recordColumns(revision, body)}, s.number, NULL, ${said.columns}
    FROM segment s JOIN document d ON d.id = s.document_id ${join} ${said.join} ${where(tx, selection)} ORDER BY s.number`;
  for await (const piece of copyOut(tx, query)) {
    yield [...rowsOf(piece)].map((row) => {
      const record = frozenRecord(row, sourceLang, refs);
      return { ...record, split: splits.get(record.number) ?? null };
    });
  }
}

function frozenRecord(
  row: readonly (string | null)[],
  sourceLang: string,
  refs: FrozenSelection["refs"],
): FrozenRecord {
  const [externalId, document, source, pivot, , meta, language, , number, inSplit, machineBody, machineText] =
    row;
  const said = [externalId, document, source, pivot, machineText, meta, language, machineBody].map(
    (each) => each ?? null,
  );
  return {
    number: Number(number),
    split: splitSchema.parse(inSplit),
    externalId: externalId ?? "",
    record: toRecord(row, sourceLang, refs.layer),
    machine: machineBody ? toRecord(said, sourceLang, refs.machine) : null,
  };
}

/** The source texts that any snapshot of the project holds out, with the split they are in. */
export async function* readHeldOut(
  tx: Tx,
  projectId: string,
): AsyncGenerator<readonly { readonly text: string; readonly split: SplitName | null }[]> {
  const query = `SELECT DISTINCT r.source_text, r.split FROM snapshot_record r JOIN snapshot s ON s.id = r.snapshot_id
    WHERE s.project_id = '${projectId}' AND r.split IN ('dev', 'test')`;
  for await (const piece of copyOut(tx, query)) {
    yield [...rowsOf(piece)].map(([text, split]) => ({ text: text ?? "", split: splitSchema.parse(split) }));
  }
}

/** The split of each segment of a snapshot that was in one. */
export async function readSplits(
  querier: Querier,
  snapshotId: string,
): Promise<ReadonlyMap<number, SplitName>> {
  const { rows } = await querier.query<{ number: number; split: string }>(
    "SELECT number, split FROM snapshot_record WHERE snapshot_id = $1 AND split IS NOT NULL",
    [snapshotId],
  );
  return new Map(rows.map(({ number, split }) => [number, z.enum(splitNames).parse(split)]));
}
