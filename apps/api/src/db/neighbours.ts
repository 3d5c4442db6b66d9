import type { ContextSegment } from "@spanbridge/shared/contracts";
import { shownAnnotation } from "./layer-ref.ts";
import type { Querier } from "./transaction.ts";

/** Segments of the same document before or after one, nearest first, with the translation as it reads now. */
export async function readNeighbours(
  querier: Querier,
  projectId: string,
  number: number,
  where: "before" | "after",
  limit: number,
): Promise<readonly ContextSegment[]> {
  const [compare, order] = where === "before" ? ["<", "DESC"] : [">", "ASC"];
  const { rows } = await querier.query<ContextSegment>({
    name: `segments-${where}`,
    text: `SELECT s.number, s.external_id AS "externalId", s.state, s.source_text AS "sourceText",
             coalesce(r.text, s.pivot_text, '') AS "pivotText"
           FROM segment s
           JOIN layer review ON review.project_id = s.project_id AND review.kind = 'review'
           LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = review.id
           ${shownAnnotation("AND a.seq IS NULL")}
           LEFT JOIN pivot_revision r ON r.segment_id = s.id
             AND r.revision = coalesce(a.pivot_revision, p.pivot_revision)
           WHERE s.project_id = $1 AND s.number ${compare} $2 AND s.document_id =
             (SELECT document_id FROM segment WHERE project_id = $1 AND number = $2)
           ORDER BY s.number ${order} LIMIT $3`,
    values: [projectId, number, limit],
  });
  return rows;
}
