import { digestOf } from "@spanbridge/shared";
import { decodeBody, emptyBody } from "./annotation-body.ts";
import { PREDICTIONS, shownAnnotation } from "./layer-ref.ts";
import type { Querier } from "./transaction.ts";

const BATCH = 1000;

type Row = { readonly id: string; readonly pivotText: string; readonly body: unknown };

/**
 * Finds out anew what the annotations of a project say about themselves, where that is not known: after an import into
 * segments that were there already, or the renaming of a label. Imports and edits write it themselves.
 */
export async function fillDigests(querier: Querier, projectId: string): Promise<void> {
  for (;;) {
    const { rows } = await querier.query<Row>(
      `SELECT s.id, coalesce(r.text, s.pivot_text, '') AS "pivotText", coalesce(a.body, p.body) AS body
       FROM segment s
       LEFT JOIN layer review ON review.project_id = s.project_id AND review.kind = 'review'
       LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = review.id
       ${shownAnnotation("AND a.seq IS NULL")}
       LEFT JOIN pivot_revision r ON r.segment_id = s.id
         AND r.revision = coalesce(a.pivot_revision, p.pivot_revision)
       WHERE s.project_id = $1 AND s.worth IS NULL LIMIT ${BATCH}`,
      [projectId],
    );
    if (rows.length === 0) return;
    const digests = rows.map(({ pivotText, body }) => {
      const decoded = body === null ? emptyBody : decodeBody(body, PREDICTIONS);
      return digestOf({ ...decoded, sourceText: "", pivotText });
    });
    // Where somebody has saved meanwhile, what they wrote is newer.
    await querier.query(
      `UPDATE segment s SET worth = d.worth, signals = string_to_array(d.signals, ','), confidence = d.confidence
       FROM unnest($1::uuid[], $2::int[], $3::text[], $4::real[]) AS d (id, worth, signals, confidence)
       WHERE s.id = d.id AND s.worth IS NULL`,
      [
        rows.map(({ id }) => id),
        digests.map(({ worth }) => worth),
        digests.map(({ signals }) => signals.join(",")),
        digests.map(({ confidence }) => confidence ?? null),
      ],
    );
  }
}
