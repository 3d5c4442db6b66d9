import {
  type WikipediaBuild,
  type WikipediaReason,
  type WikipediaSource,
  type WikipediaState,
  wikipediaReasons,
} from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { z } from "zod";
import { moveTo, unfinished } from "./job-state.ts";
import { now } from "./now.ts";
import type { Querier, Tx } from "./transaction.ts";

type NewBuild = {
  readonly projectId: string;
  readonly source: WikipediaSource;
  readonly language: string;
  readonly apiBase: string;
  readonly createdBy: string;
  readonly names: readonly { readonly name: string; readonly label: string }[];
};

export async function insertBuild(tx: Tx, build: NewBuild): Promise<string> {
  const id = v7();
  await tx.query(
    `INSERT INTO wikipedia_build (id, project_id, source, language, api_base, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, ${now})`,
    [id, build.projectId, build.source, build.language, build.apiBase, build.createdBy],
  );
  await tx.query(
    `INSERT INTO wikipedia_name (build_id, position, name, label)
     SELECT $1, n.position, n.name, n.label FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS n (name, label, position)`,
    [id, build.names.map(({ name }) => name), build.names.map(({ label }) => label)],
  );
  return id;
}

type Row = Omit<WikipediaBuild, "createdAt" | "addedAt" | "names" | "reasons"> & {
  readonly createdAt: Date;
  readonly addedAt: Date | null;
  readonly total: number;
  readonly waiting: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly reasons: unknown;
};

const reasonsSchema = z.partialRecord(z.enum(wikipediaReasons), z.int());

/** The searches of a project (or the one of this id), the newest first, with what they have found so far. */
export async function readBuilds(
  querier: Querier,
  projectId: string,
  id?: string,
): Promise<WikipediaBuild[]> {
  const { rows } = await querier.query<Row>(
    `SELECT b.id, b.source, b.language, b.state, b.error, coalesce(u.name, b.created_by) AS "createdBy",
       b.created_at AS "createdAt", b.added_at AS "addedAt", n.*,
       (SELECT count(*) FROM memory_entry e WHERE e.build_id = b.id) AS "inMemory",
       (SELECT coalesce(json_object_agg(r.reason, r.count), '{}') FROM (
          SELECT reason, count(*) AS count FROM wikipedia_name WHERE build_id = b.id AND state = 'rejected' GROUP BY reason) r) AS reasons
     FROM wikipedia_build b LEFT JOIN "user" u ON u.id = b.created_by
     CROSS JOIN LATERAL (
       SELECT count(*) AS total, count(*) FILTER (WHERE state = 'waiting') AS waiting,
         count(*) FILTER (WHERE state = 'accepted') AS accepted, count(*) FILTER (WHERE state = 'rejected') AS rejected
       FROM wikipedia_name WHERE build_id = b.id) n
     WHERE b.project_id = $1 AND ($2::uuid IS NULL OR b.id = $2) ORDER BY b.created_at DESC, b.id DESC LIMIT 20`,
    [projectId, id ?? null],
  );
  return rows.map(({ total, waiting, accepted, rejected, createdAt, addedAt, reasons, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    addedAt: addedAt?.toISOString() ?? null,
    names: { total, waiting, accepted, rejected },
    reasons: Object.entries(reasonsSchema.parse(reasons))
      .map(([reason, count]) => ({ reason: reasonOf(reason), count: count ?? 0 }))
      .sort((a, b) => b.count - a.count),
  }));
}

const reasonOf = (reason: string): WikipediaReason =>
  wikipediaReasons.find((known) => known === reason) ?? "no_article";

export type BuildWork = {
  readonly id: string;
  readonly state: WikipediaState;
  readonly language: string;
  readonly apiBase: string;
};

/** What a worker has to know about a search. */
export async function readBuildWork(querier: Querier, id: string): Promise<BuildWork | undefined> {
  const { rows } = await querier.query<BuildWork>(
    `SELECT id, state, language, api_base AS "apiBase" FROM wikipedia_build WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** Ids of searches that somebody should be working on. */
export const unfinishedBuilds = (querier: Querier): Promise<string[]> =>
  unfinished(querier, "wikipedia_build");

/** Changes a search's state if it is in one of `from`; says whether it was. */
export const moveBuild = (
  querier: Querier,
  id: string,
  from: readonly WikipediaState[],
  to: WikipediaState,
  error = "",
): Promise<boolean> => moveTo(querier, "wikipedia_build", id, from, to, error);

export async function noteAdded(tx: Tx, id: string, isAdded: boolean): Promise<void> {
  await tx.query(`UPDATE wikipedia_build SET added_at = ${isAdded ? now : "NULL"} WHERE id = $1`, [id]);
}
