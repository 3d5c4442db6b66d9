import {
  type Conventions,
  conventionsSchema,
  type Label,
  type ProjectDetail,
} from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import { replaceLabels } from "./labels.ts";
import { ensureLayer } from "./layers.ts";
import type { Querier, Tx } from "./transaction.ts";

export type NewProject = Pick<
  ProjectDetail,
  "name" | "sourceLang" | "pivotLang" | "attribution" | "licence"
> & {
  readonly slug: string;
  readonly labels: readonly Label[];
};

/** A project with its label set and its review layer. Undefined where the slug is taken. */
export async function insertProject(tx: Tx, project: NewProject): Promise<string | undefined> {
  const id = v7();
  const { rowCount } = await tx.query(
    `INSERT INTO project (id, slug, name, source_lang, pivot_lang, attribution, licence, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, now() AT TIME ZONE 'utc', now() AT TIME ZONE 'utc')
     ON CONFLICT (slug) DO NOTHING`,
    [
      id,
      project.slug,
      project.name,
      project.sourceLang,
      project.pivotLang,
      project.attribution,
      project.licence,
    ],
  );
  if (rowCount !== 1) return undefined;
  await replaceLabels(tx, id, project.labels);
  await ensureLayer(tx, id, { kind: "review", name: "review", hidden: false });
  return id;
}

export type ProjectChange = {
  readonly name?: string | undefined;
  readonly guidelines?: string | undefined;
  readonly allowOverlap?: boolean | undefined;
  readonly conventions?: Conventions | undefined;
  readonly archived?: boolean | undefined;
};

/** Changes what is given, leaves the rest. */
export async function updateProject(querier: Querier, id: string, change: ProjectChange): Promise<void> {
  await querier.query(
    `UPDATE project SET name = coalesce($2, name), guidelines = coalesce($3, guidelines),
       allow_overlap = coalesce($4, allow_overlap), updated_at = now() AT TIME ZONE 'utc',
       conventions = coalesce($6::json, conventions),
       archived_at = CASE WHEN $5::boolean IS NULL THEN archived_at
         WHEN $5 THEN coalesce(archived_at, now() AT TIME ZONE 'utc') END
     WHERE id = $1`,
    [
      id,
      change.name ?? null,
      change.guidelines ?? null,
      change.allowOverlap ?? null,
      change.archived ?? null,
      change.conventions === undefined ? null : JSON.stringify(change.conventions),
    ],
  );
}

/** Deletes a project with everything in it and answers how many segments that were. */
export async function deleteProject(tx: Tx, id: string): Promise<number> {
  // In large steps, from the leaves: the cascade would visit every table once for every segment.
  for (const table of ["edit_event", "pivot_revision", "annotation"]) {
    await tx.query(`DELETE FROM ${table} t USING segment s WHERE t.segment_id = s.id AND s.project_id = $1`, [
      id,
    ]);
  }
  const { rowCount } = await tx.query("DELETE FROM segment WHERE project_id = $1", [id]);
  await tx.query("DELETE FROM project WHERE id = $1", [id]);
  return rowCount ?? 0;
}

/** Which of these slugs are taken. */
export async function existingSlugs(
  querier: Querier,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await querier.query<{ slug: string }>("SELECT slug FROM project WHERE slug = ANY($1)", [
    slugs,
  ]);
  return new Set(rows.map(({ slug }) => slug));
}

export type ProjectRow = Pick<
  ProjectDetail,
  "slug" | "name" | "sourceLang" | "pivotLang" | "allowOverlap" | "archived"
> & {
  readonly id: string;
};

/** The project of this slug and all of this name. */
export async function findProjectsByRef(querier: Querier, ref: string): Promise<readonly ProjectRow[]> {
  const { rows } = await querier.query<ProjectRow>(
    `SELECT id, slug, name, source_lang AS "sourceLang", pivot_lang AS "pivotLang", allow_overlap AS "allowOverlap",
       archived_at IS NOT NULL AS archived
     FROM project WHERE slug = $1 OR name = $1 ORDER BY slug`,
    [ref],
  );
  return rows;
}

/** Keeps a project from being deleted until the end of the transaction; false where it is gone already. */
export async function holdProject(tx: Tx, projectId: string): Promise<boolean> {
  const { rowCount } = await tx.query("SELECT 1 FROM project WHERE id = $1 FOR KEY SHARE", [projectId]);
  return rowCount === 1;
}

/** The conventions of a project, as runs go by them. */
export async function readConventions(querier: Querier, projectId: string): Promise<Conventions> {
  const { rows } = await querier.query<{ conventions: unknown }>(
    "SELECT conventions FROM project WHERE id = $1",
    [projectId],
  );
  return conventionsSchema.parse(rows[0]?.conventions ?? {});
}
