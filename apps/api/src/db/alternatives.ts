import type { LayerKind } from "@spanbridge/shared/contracts";
import { type Body, decodeBody } from "./annotation-body.ts";
import { refOf } from "./layer-ref.ts";
import type { Querier } from "./transaction.ts";

export type Remembered = {
  readonly pivot: string;
  readonly source: string;
  /** Empty where none is known. */
  readonly label: string;
  readonly count: number;
};

/** A name with more others than this is no name. */
const MOST = 200;

/**
 * What memory has for these names, most used first. What only this segment itself has taught is left out: it is what is
 * there already. Capitals do not count.
 */
export async function readRemembered(
  querier: Querier,
  projectId: string,
  segmentId: string,
  names: readonly string[],
): Promise<readonly Remembered[]> {
  const { rows } = await querier.query<Remembered>({
    name: "remembered",
    text: `SELECT n.name AS pivot, e.source, e.label, u.others AS count
           FROM unnest($3::text[]) AS n (name)
           JOIN memory_entry e ON e.project_id = $1 AND lower(e.pivot) = lower(n.name)
           CROSS JOIN LATERAL (
             SELECT count(*) FILTER (WHERE segment_id <> $2) AS others
             FROM memory_use WHERE entry_id = e.id) u
           WHERE u.others > 0 OR e.origin <> 'review'
           ORDER BY u.others DESC, e.source, e.label LIMIT ${MOST}`,
    values: [projectId, segmentId, names],
  });
  return rows;
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
