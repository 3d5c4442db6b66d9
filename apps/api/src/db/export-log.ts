import type { ExportLogEntry, ExportVia } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { z } from "zod";
import type { Querier } from "./transaction.ts";

export type NewExport = {
  readonly projectId: string;
  /** Null on the command line. */
  readonly userId: string | null;
  readonly via: ExportVia;
  readonly format: string;
  readonly snapshot: string | null;
  readonly selection: Readonly<Record<string, unknown>>;
  readonly segments: number;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
};

export async function insertExport(querier: Querier, entry: NewExport): Promise<void> {
  await querier.query(
    `INSERT INTO export_log (id, project_id, user_id, via, format, snapshot, selection, segments, bytes, sha256, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp() AT TIME ZONE 'utc')`,
    [
      v7(),
      entry.projectId,
      entry.userId,
      entry.via,
      entry.format,
      entry.snapshot,
      JSON.stringify(entry.selection),
      entry.segments,
      entry.bytes,
      entry.sha256,
    ],
  );
}

type Row = Omit<ExportLogEntry, "at" | "selection"> & { readonly at: number; readonly selection: unknown };

/** What left a project, the latest first; with a user, only what that person took. */
export async function readExports(
  querier: Querier,
  projectId: string,
  { limit, userId }: { limit: number; userId: string | null },
): Promise<ExportLogEntry[]> {
  const { rows } = await querier.query<Row>(
    `SELECT e.id, (extract(epoch FROM e.created_at) * 1000)::bigint AS at, coalesce(u.name, e.user_id) AS "user", e.via,
       e.format, e.snapshot, e.selection, e.segments, e.bytes, e.sha256
     FROM export_log e LEFT JOIN "user" u ON u.id = e.user_id
     WHERE e.project_id = $1 AND ($3::text IS NULL OR e.user_id = $3) ORDER BY e.created_at DESC, e.id DESC LIMIT $2`,
    [projectId, limit, userId],
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    selection: z.record(z.string(), z.json()).parse(row.selection),
  }));
}
