import type { LayerKind } from "@spanbridge/shared/contracts";
import { type Body, decodeBody, encodeBody } from "./annotation-body.ts";
import { refOf } from "./layer-ref.ts";
import type { Querier, Tx } from "./transaction.ts";

/** A label's name as it stands in a stored body: what a quick look at the text can find. */
const needle = (label: string): string => JSON.stringify(label);

/** In how many segments of a project a label is in use, in any layer. */
export async function countSegmentsWith(querier: Querier, projectId: string, label: string): Promise<number> {
  const { rows } = await querier.query<{ count: number }>(
    `SELECT count(DISTINCT a.segment_id) AS count
     FROM annotation a JOIN layer l ON l.id = a.layer_id
     WHERE l.project_id = $1 AND position($2 IN a.body::text) > 0
       AND EXISTS (SELECT 1 FROM json_array_elements(a.body -> 's') span WHERE span ->> 4 = $3)`,
    [projectId, needle(label), label],
  );
  return rows[0]?.count ?? 0;
}

export type LabelledAnnotation = {
  readonly layerId: string;
  readonly segmentId: string;
  readonly kind: LayerKind;
  readonly seq: number;
  readonly body: Body;
  /** See `decodeBody`. */
  readonly ref: string;
};

type Row = Omit<LabelledAnnotation, "body" | "ref"> & { readonly name: string; readonly body: unknown };

const BATCH = 1000;

/** The annotations of a project in which one of the labels may be in use, batch by batch. */
export async function* annotationsWith(
  tx: Tx,
  projectId: string,
  labels: readonly string[],
): AsyncGenerator<readonly LabelledAnnotation[]> {
  await tx.query(
    `DECLARE labelled NO SCROLL CURSOR FOR
     SELECT a.layer_id AS "layerId", a.segment_id AS "segmentId", l.kind, l.name, a.seq, a.body
     FROM annotation a JOIN layer l ON l.id = a.layer_id
     WHERE l.project_id = $1 AND EXISTS (SELECT 1 FROM unnest($2::text[]) n WHERE position(n IN a.body::text) > 0)`,
    [projectId, labels.map(needle)],
  );
  for (;;) {
    const { rows } = await tx.query<Row>(`FETCH ${BATCH} FROM labelled`);
    if (rows.length === 0) break;
    yield rows.map(({ name, body, ...row }) => {
      const ref = refOf(row.kind, name);
      return { ...row, ref, body: decodeBody(body, ref) };
    });
  }
  await tx.query("CLOSE labelled");
}

export type Relabelled = Pick<LabelledAnnotation, "layerId" | "segmentId" | "seq" | "body" | "ref">;

/** Writes changed annotations back; `seq` is the new one. */
export async function writeAnnotations(tx: Tx, changed: readonly Relabelled[]): Promise<void> {
  await tx.query(
    `WITH stale AS (UPDATE segment SET worth = NULL WHERE id = ANY($2::uuid[]))
     UPDATE annotation a SET body = n.body, seq = n.seq, updated_at = clock_timestamp() AT TIME ZONE 'utc'
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::json[]) AS n (layer_id, segment_id, seq, body)
     WHERE a.layer_id = n.layer_id AND a.segment_id = n.segment_id`,
    [
      changed.map(({ layerId }) => layerId),
      changed.map(({ segmentId }) => segmentId),
      changed.map(({ seq }) => seq),
      changed.map(({ body, ref }) => encodeBody(body, ref)),
    ],
  );
}
