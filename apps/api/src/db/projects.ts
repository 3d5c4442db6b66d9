import {
  type Label,
  labelSetSchema,
  type ProjectCard,
  type ProjectDetail,
} from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { Querier, Tx } from "./transaction.ts";

type CardRow = Omit<ProjectCard, "counts" | "lastActivity"> &
  ProjectCard["counts"] & { readonly lastActivity: number };

const card = `
  p.slug, p.name, p.source_lang AS "sourceLang", p.pivot_lang AS "pivotLang", p.archived_at IS NOT NULL AS archived,
  counts.*, (extract(epoch FROM coalesce(
    (SELECT max(e.created_at) FROM edit_event e JOIN layer l ON l.id = e.layer_id
     WHERE l.project_id = p.id AND l.kind = 'review'), p.created_at)) * 1000)::bigint AS "lastActivity"`;

const counts = `
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'pending') AS pending, count(*) FILTER (WHERE state = 'accepted') AS accepted,
      count(*) FILTER (WHERE state = 'rejected') AS rejected, count(*) FILTER (WHERE state = 'skipped') AS skipped
    FROM segment WHERE project_id = p.id
  ) counts`;

const toCard = ({ pending, accepted, rejected, skipped, lastActivity, ...row }: CardRow): ProjectCard => ({
  ...row,
  counts: { pending, accepted, rejected, skipped },
  lastActivity: new Date(lastActivity).toISOString(),
});

/** Those that a person may see (all for `userId` null), by last activity, the latest first. */
export async function listProjects(
  querier: Querier,
  { userId, archived }: { userId: string | null; archived: boolean },
): Promise<ProjectCard[]> {
  const { rows } = await querier.query<CardRow>(
    `SELECT ${card} FROM project p ${counts}
     WHERE (p.archived_at IS NOT NULL) = $2
       AND ($1::text IS NULL OR EXISTS (SELECT 1 FROM membership WHERE project_id = p.id AND user_id = $1))
     ORDER BY "lastActivity" DESC, p.name`,
    [userId, archived],
  );
  return rows.map(toCard);
}

type DetailRow = CardRow &
  Pick<ProjectDetail, "guidelines" | "attribution" | "licence" | "allowOverlap" | "documents">;

/** Everything about a project but what the person who asks may do; hidden layers only where asked for. */
export async function readProject(
  querier: Querier,
  id: string,
  { hiddenLayers }: { hiddenLayers: boolean },
): Promise<Omit<ProjectDetail, "may"> | undefined> {
  const { rows } = await querier.query<DetailRow>(
    `SELECT ${card}, p.guidelines, p.attribution, p.licence, p.allow_overlap AS "allowOverlap",
       (SELECT count(*) FROM document WHERE project_id = p.id) AS documents
     FROM project p ${counts} WHERE p.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { guidelines, attribution, licence, allowOverlap, documents, ...rest } = row;
  return {
    ...toCard(rest),
    guidelines,
    attribution,
    licence,
    allowOverlap,
    documents,
    labels: await readLabels(querier, id),
    layers: await readLayers(querier, id, hiddenLayers),
  };
}

/** In the order the project gives them. */
export async function readLabels(querier: Querier, projectId: string): Promise<Label[]> {
  const { rows } = await querier.query(
    "SELECT name, colour, hotkey, description FROM label WHERE project_id = $1 ORDER BY position",
    [projectId],
  );
  return labelSetSchema.parse(rows);
}

async function readLayers(
  querier: Querier,
  projectId: string,
  hidden: boolean,
): Promise<ProjectDetail["layers"]> {
  const { rows } = await querier.query<ProjectDetail["layers"][number]>(
    `SELECT name, kind, hidden, (SELECT count(*) FROM annotation WHERE layer_id = layer.id) AS annotations
     FROM layer WHERE project_id = $1 AND (NOT hidden OR $2) ORDER BY created_at, id`,
    [projectId, hidden],
  );
  return rows;
}

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

export async function replaceLabels(tx: Tx, projectId: string, labels: readonly Label[]): Promise<void> {
  await tx.query("DELETE FROM label WHERE project_id = $1", [projectId]);
  await tx.query(
    `INSERT INTO label (id, project_id, name, colour, hotkey, description, position)
     SELECT each.id, $1, each.name, each.colour, each.hotkey, each.description, each.position
     FROM unnest($2::uuid[], $3::text[], $4::int[], $5::text[], $6::text[])
       WITH ORDINALITY AS each (id, name, colour, hotkey, description, position)`,
    [
      projectId,
      labels.map(() => v7()),
      labels.map(({ name }) => name),
      labels.map(({ colour }) => colour),
      labels.map(({ hotkey }) => hotkey),
      labels.map(({ description }) => description),
    ],
  );
}

/** The id of a project's layer of this name, which is made where it is missing. */
export async function ensureLayer(
  tx: Tx,
  projectId: string,
  layer: Pick<ProjectDetail["layers"][number], "kind" | "name" | "hidden">,
): Promise<string> {
  await tx.query(
    `INSERT INTO layer (id, project_id, kind, name, hidden, created_at)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp() AT TIME ZONE 'utc') ON CONFLICT (project_id, name) DO NOTHING`,
    [v7(), projectId, layer.kind, layer.name, layer.hidden],
  );
  const { rows } = await tx.query<{ id: string }>(
    "SELECT id FROM layer WHERE project_id = $1 AND name = $2",
    [projectId, layer.name],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error(`The layer ${layer.name} was neither made nor found.`);
  return id;
}

export type ProjectChange = {
  readonly name?: string | undefined;
  readonly guidelines?: string | undefined;
  readonly allowOverlap?: boolean | undefined;
  readonly archived?: boolean | undefined;
};

/** Changes what is given, leaves the rest. */
export async function updateProject(querier: Querier, id: string, change: ProjectChange): Promise<void> {
  await querier.query(
    `UPDATE project SET name = coalesce($2, name), guidelines = coalesce($3, guidelines),
       allow_overlap = coalesce($4, allow_overlap), updated_at = now() AT TIME ZONE 'utc',
       archived_at = CASE WHEN $5::boolean IS NULL THEN archived_at
         WHEN $5 THEN coalesce(archived_at, now() AT TIME ZONE 'utc') END
     WHERE id = $1`,
    [
      id,
      change.name ?? null,
      change.guidelines ?? null,
      change.allowOverlap ?? null,
      change.archived ?? null,
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

export type ProjectRow = Pick<ProjectDetail, "slug" | "name" | "sourceLang" | "allowOverlap" | "archived"> & {
  readonly id: string;
};

/** The project of this slug and all of this name. */
export async function findProjectsByRef(querier: Querier, ref: string): Promise<readonly ProjectRow[]> {
  const { rows } = await querier.query<ProjectRow>(
    `SELECT id, slug, name, source_lang AS "sourceLang", allow_overlap AS "allowOverlap",
       archived_at IS NOT NULL AS archived
     FROM project WHERE slug = $1 OR name = $1 ORDER BY slug`,
    [ref],
  );
  return rows;
}
