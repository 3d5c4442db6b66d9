import type { LayerKind } from "@spanbridge/shared/contracts";
import { type Body, decodeBody } from "./annotation-body.ts";
import { refOf } from "./layer-ref.ts";
import type { Querier } from "./transaction.ts";

/** Accepted segments that are looked through, newest numbers first, and of them those that are read. */
const LOOKED_THROUGH = 5000;
const READ = 300;

export type Said = { readonly sourceText: string; readonly pivotText: string; readonly body: Body };

/** What accepted segments other than this one say, where the translation holds one of these names. */
export async function readAccepted(
  querier: Querier,
  projectId: string,
  number: number,
  names: readonly string[],
): Promise<readonly Said[]> {
  const { rows } = await querier.query<{ sourceText: string; pivotText: string; body: unknown }>({
    name: "accepted-with-names",
    text: `SELECT s.source_text AS "sourceText", coalesce(r.text, s.pivot_text) AS "pivotText", a.body
           FROM (SELECT id, number, source_text, pivot_text FROM segment
                 WHERE project_id = $1 AND state = 'accepted' AND number <> $2
                 ORDER BY number DESC LIMIT ${LOOKED_THROUGH}) s
           JOIN layer review ON review.project_id = $1 AND review.kind = 'review'
           JOIN annotation a ON a.segment_id = s.id AND a.layer_id = review.id
           LEFT JOIN pivot_revision r ON r.segment_id = s.id AND r.revision = a.pivot_revision
           WHERE EXISTS (SELECT FROM unnest($3::text[]) AS name
                         WHERE strpos(coalesce(r.text, s.pivot_text), name) > 0)
           ORDER BY s.number DESC LIMIT ${READ}`,
    values: [projectId, number, names],
  });
  return rows.map(({ body, ...texts }) => ({ ...texts, body: decodeBody(body, refOf("review", "review")) }));
}

export type LayerSays = { readonly layer: string; readonly pivotText: string; readonly body: Body };

/** What the project's other layers say about a segment, except for hidden ones: gold stays secret. */
export async function readOtherLayers(
  querier: Querier,
  projectId: string,
  number: number,
): Promise<readonly LayerSays[]> {
  const { rows } = await querier.query<{
    layer: string;
    kind: LayerKind;
    pivotText: string | null;
    body: unknown;
  }>({
    name: "other-layers",
    text: `SELECT l.name AS layer, l.kind, coalesce(r.text, s.pivot_text, '') AS "pivotText", a.body
           FROM segment s
           JOIN annotation a ON a.segment_id = s.id
           JOIN layer l ON l.id = a.layer_id AND l.kind NOT IN ('review', 'gold') AND NOT l.hidden
           LEFT JOIN pivot_revision r ON r.segment_id = s.id AND r.revision = a.pivot_revision
           WHERE s.project_id = $1 AND s.number = $2 ORDER BY l.created_at, l.id`,
    values: [projectId, number],
  });
  return rows.map(({ layer, kind, pivotText, body }) => ({
    layer,
    pivotText: pivotText ?? "",
    body: decodeBody(body, refOf(kind, layer)),
  }));
}
