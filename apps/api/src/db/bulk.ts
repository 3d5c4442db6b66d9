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
  /** The annotation's after it. */
  readonly seq: number;
  readonly userId: string;
  readonly transaction: Transaction;
};

/** What one act did to the segments of a project. */
export async function readBatch(
  querier: Querier,
  projectId: string,
  batchId: string,
): Promise<readonly BatchEvent[]> {
  const { rows } = await querier.query<{ number: number; seq: number; userId: string; payload: unknown }>(
    `SELECT s.number, e.seq, e.user_id AS "userId", e.payload
     FROM edit_event e JOIN segment s ON s.id = e.segment_id
     WHERE e.batch_id = $2 AND s.project_id = $1 ORDER BY s.number`,
    [projectId, batchId],
  );
  return rows.map(({ payload, ...row }) => ({ ...row, transaction: transactionSchema.parse(payload) }));
}

export type LastBatch = {
  readonly batch: string;
  readonly at: Date;
  readonly title: string;
  readonly origin: Transaction["origin"];
  readonly changed: number;
  /** Segments of it in which nothing was done since. */
  readonly untouched: number;
};

/** The last thing this person did to many segments of a project at once. Ids of batches ascend with time. */
export async function readLastBatch(
  querier: Querier,
  projectId: string,
  userId: string,
): Promise<LastBatch | undefined> {
  const { rows } = await querier.query<Omit<LastBatch, "at"> & { at: number }>(
    `WITH last AS (
       SELECT e.batch_id FROM edit_event e JOIN layer l ON l.id = e.layer_id
       WHERE e.batch_id IS NOT NULL AND e.user_id = $2 AND l.project_id = $1 AND l.kind = 'review'
       ORDER BY e.batch_id DESC LIMIT 1
     )
     SELECT e.batch_id AS batch, (extract(epoch FROM max(e.created_at)) * 1000)::bigint::float8 AS at,
       min(e.payload ->> 'title') AS title, min(e.payload ->> 'origin') AS origin,
       count(*)::int AS changed, (count(*) FILTER (WHERE a.seq = e.seq))::int AS untouched
     FROM last JOIN edit_event e USING (batch_id)
     JOIN annotation a ON a.segment_id = e.segment_id AND a.layer_id = e.layer_id
     GROUP BY e.batch_id`,
    [projectId, userId],
  );
  return rows[0] && { ...rows[0], at: new Date(rows[0].at) };
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
