import { conventionsSchema, type ProjectCard, type ProjectDetail } from "@spanbridge/shared/contracts";
import { readLabels } from "./labels.ts";
import { readLanguages } from "./language.ts";
import { readLayers } from "./layers.ts";
import type { Querier } from "./transaction.ts";

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
  Pick<ProjectDetail, "guidelines" | "attribution" | "licence" | "allowOverlap" | "documents"> & {
    readonly conventions: unknown;
  };

/** Everything about a project but what the person who asks may do; hidden layers only where asked for. */
export async function readProject(
  querier: Querier,
  id: string,
  { hiddenLayers }: { hiddenLayers: boolean },
): Promise<Omit<ProjectDetail, "may"> | undefined> {
  const { rows } = await querier.query<DetailRow>(
    `SELECT ${card}, p.guidelines, p.attribution, p.licence, p.allow_overlap AS "allowOverlap", p.conventions,
       (SELECT count(*) FROM document WHERE project_id = p.id) AS documents
     FROM project p ${counts} WHERE p.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { guidelines, attribution, licence, allowOverlap, documents, conventions, ...rest } = row;
  return {
    ...toCard(rest),
    guidelines,
    attribution,
    licence,
    allowOverlap,
    conventions: conventionsSchema.parse(conventions),
    documents,
    languages: await readLanguages(querier, id),
    labels: await readLabels(querier, id),
    layers: await readLayers(querier, id, hiddenLayers),
  };
}
