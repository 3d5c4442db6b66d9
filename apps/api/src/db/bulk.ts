import { type Annotation, digestOf, type Transaction, transactionSchema } from "@spanbridge/shared";
import { encodeBody } from "./annotation-body.ts";
import { appendEvents } from "./edit-events.ts";
import { PREDICTIONS } from "./layer-ref.ts";
import type { SegmentState } from "./segment-state.ts";
import type { Querier, Tx } from "./transaction.ts";

/** One transaction on one of many segments; `annotation` is what there is after it, with the same translation. */
export type BulkSave = {
  readonly before: SegmentState;
  readonly transaction: Transaction;
  readonly annotation: Annotation;
};

/** Writes one transaction each to many segments, in four statements; the caller holds the locks. */
export async function saveBulk(
  tx: Tx,
  userId: string,
  batchId: string,
  saves: readonly BulkSave[],
): Promise<void> {
  if (saves.length === 0) return;
  const events = saves.map(({ before, transaction }) => ({
    segmentId: before.id,
    layerId: before.reviewLayerId,
    seq: before.seq + 1,
    transaction,
  }));
  await appendEvents(tx, userId, events, batchId);
  await tx.query(
    `INSERT INTO annotation (segment_id, layer_id, seq, pivot_revision, body, updated_at)
     SELECT a.segment_id, a.layer_id, a.seq, a.pivot_revision, a.body, clock_timestamp() AT TIME ZONE 'utc'
     FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::json[])
       AS a (segment_id, layer_id, seq, pivot_revision, body)
     ON CONFLICT (segment_id, layer_id) DO UPDATE SET seq = excluded.seq, body = excluded.body,
       updated_at = excluded.updated_at`,
    [
      events.map(({ segmentId }) => segmentId),
      events.map(({ layerId }) => layerId),
      events.map(({ seq }) => seq),
      saves.map(({ before }) => before.pivotRevision),
      saves.map(({ before, annotation }) =>
        encodeBody({ ...annotation, extras: before.extras }, PREDICTIONS),
      ),
    ],
  );
  const digests = saves.map(({ before, annotation }) => digestOf(annotation, before.evidence));
  await tx.query(
    `UPDATE segment s SET state = n.state, flagged = n.flagged, state_at = clock_timestamp() AT TIME ZONE 'utc',
       decided_by = CASE WHEN n.state = 'pending' THEN NULL ELSE $1 END,
       worth = n.worth, signals = string_to_array(n.signals, ','), confidence = n.confidence
     FROM unnest($2::uuid[], $3::text[], $4::bool[], $5::int[], $6::text[], $7::real[])
       AS n (id, state, flagged, worth, signals, confidence)
     WHERE s.id = n.id`,
    [
      userId,
      events.map(({ segmentId }) => segmentId),
      saves.map(({ annotation }) => annotation.review.state),
      saves.map(({ annotation }) => annotation.flagged),
      digests.map(({ worth }) => worth),
      digests.map(({ signals }) => signals.join(",")),
      digests.map(({ confidence }) => confidence ?? null),
    ],
  );
}

export type BatchEvent = {
  readonly number: number;
  readonly userId: string;
  readonly transaction: Transaction;
};

/** What one act did to the segments of a project. */
export async function readBatch(
  querier: Querier,
  projectId: string,
  batchId: string,
): Promise<readonly BatchEvent[]> {
  const { rows } = await querier.query<{ number: number; userId: string; payload: unknown }>(
    `SELECT s.number, e.user_id AS "userId", e.payload
     FROM edit_event e JOIN segment s ON s.id = e.segment_id
     WHERE e.batch_id = $2 AND s.project_id = $1 ORDER BY s.number`,
    [projectId, batchId],
  );
  return rows.map(({ payload, ...row }) => ({ ...row, transaction: transactionSchema.parse(payload) }));
}

/** Whose work these segments are from now on; null: nobody's. Answers how many that changes. */
export async function assign(
  querier: Querier,
  projectId: string,
  numbers: readonly number[],
  assignee: string | null,
): Promise<number> {
  const { rowCount } = await querier.query(
    `UPDATE segment SET assignee_id = $3
     WHERE project_id = $1 AND number = ANY($2::int[]) AND assignee_id IS DISTINCT FROM $3`,
    [projectId, numbers, assignee],
  );
  return rowCount ?? 0;
}
