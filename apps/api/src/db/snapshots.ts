import {
  type SnapshotDetail,
  type SnapshotInfo,
  type SnapshotManifest,
  snapshotManifestSchema,
} from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { Querier, Tx } from "./transaction.ts";

export type SnapshotRow = SnapshotDetail & { readonly id: string };

type Row = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly manifest: unknown;
  readonly card: string;
};

const columns = `
  s.id, s.name, s.note, (extract(epoch FROM s.created_at) * 1000)::bigint AS "createdAt",
  coalesce(u.name, s.created_by) AS "createdBy", s.manifest`;
const from = `FROM snapshot s LEFT JOIN "user" u ON u.id = s.created_by`;

/** A project's snapshots, the newest first; those of hidden layers only where asked for. */
export async function listSnapshotRows(
  querier: Querier,
  projectId: string,
  { hidden }: { hidden: boolean },
): Promise<SnapshotInfo[]> {
  const { rows } = await querier.query<Row>(
    `SELECT ${columns} ${from} WHERE s.project_id = $1 ORDER BY s.created_at DESC, s.id DESC`,
    [projectId],
  );
  return rows.flatMap((row) => {
    const manifest = snapshotManifestSchema.parse(row.manifest);
    return manifest.hidden && !hidden ? [] : [infoOf(row, manifest)];
  });
}

export async function findSnapshotRow(
  querier: Querier,
  projectId: string,
  name: string,
): Promise<SnapshotRow | undefined> {
  const { rows } = await querier.query<Row>(
    `SELECT ${columns}, s.card ${from} WHERE s.project_id = $1 AND s.name = $2`,
    [projectId, name],
  );
  const row = rows[0];
  if (!row) return undefined;
  const manifest = snapshotManifestSchema.parse(row.manifest);
  return { ...infoOf(row, manifest), id: row.id, manifest, card: row.card };
}

function infoOf({ name, note, createdAt, createdBy }: Row, manifest: SnapshotManifest): SnapshotInfo {
  return {
    name,
    note,
    createdAt: new Date(createdAt).toISOString(),
    createdBy,
    segments: manifest.segments,
    splits: manifest.counts.map(({ split, segments }) => ({ split, segments })),
  };
}

export type NewSnapshot = {
  readonly projectId: string;
  readonly name: string;
  readonly note: string;
  readonly manifest: SnapshotManifest;
  readonly card: string;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** The id; undefined where the name is taken. */
export async function insertSnapshot(tx: Tx, snapshot: NewSnapshot): Promise<string | undefined> {
  const id = v7();
  const { rowCount } = await tx.query(
    `INSERT INTO snapshot (id, project_id, name, note, manifest, card, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz AT TIME ZONE 'utc') ON CONFLICT (project_id, name) DO NOTHING`,
    [
      id,
      snapshot.projectId,
      snapshot.name,
      snapshot.note,
      JSON.stringify(snapshot.manifest),
      snapshot.card,
      snapshot.createdBy,
      snapshot.createdAt.toISOString(),
    ],
  );
  return rowCount === 1 ? id : undefined;
}

export async function deleteSnapshotRow(querier: Querier, id: string): Promise<void> {
  await querier.query("DELETE FROM snapshot WHERE id = $1", [id]);
}
