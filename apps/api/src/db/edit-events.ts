import {
  type Annotation,
  digestOf,
  type Evidence,
  type ReviewState,
  type Transaction,
  transactionSchema,
} from "@spanbridge/shared";
import { type Body, encodeBody } from "./annotation-body.ts";
import { PREDICTIONS } from "./layer-ref.ts";
import type { Querier, Tx } from "./transaction.ts";

/** Where a transaction that was sent before has gone; `elsewhere`: to another segment than this one. */
export type KnownTransaction = { readonly id: string; readonly seq: number; readonly elsewhere: boolean };

/** Which of these transactions are in the log already. */
export async function findKnown(
  querier: Querier,
  ids: readonly string[],
  segmentId: string,
  layerId: string,
): Promise<readonly KnownTransaction[]> {
  const { rows } = await querier.query<KnownTransaction>({
    name: "known-transactions",
    text: `SELECT tx_id AS id, seq, segment_id <> $2 OR layer_id <> $3 AS elsewhere
           FROM edit_event WHERE tx_id = ANY($1) ORDER BY seq`,
    values: [ids, segmentId, layerId],
  });
  return rows;
}

/** Appends transactions of several annotations to the log; `seq` is the annotation's after it. */
export async function appendEvents(
  tx: Tx,
  userId: string,
  events: readonly {
    readonly segmentId: string;
    readonly layerId: string;
    readonly seq: number;
    readonly transaction: Transaction;
  }[],
  batchId: string | null = null,
): Promise<void> {
  await tx.query(
    `INSERT INTO edit_event (segment_id, layer_id, seq, tx_id, user_id, payload, batch_id, created_at)
     SELECT e.segment_id, e.layer_id, e.seq, e.tx_id, $1, e.payload, $7, clock_timestamp() AT TIME ZONE 'utc'
     FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::json[])
       AS e (segment_id, layer_id, seq, tx_id, payload)`,
    [
      userId,
      events.map(({ segmentId }) => segmentId),
      events.map(({ layerId }) => layerId),
      events.map(({ seq }) => seq),
      events.map(({ transaction }) => transaction.id),
      events.map(({ transaction }) => JSON.stringify(transaction)),
      batchId,
    ],
  );
}

export type Save = {
  readonly segmentId: string;
  readonly layerId: string;
  readonly userId: string;
  /** Of the annotation before these transactions. */
  readonly seq: number;
  readonly transactions: readonly Transaction[];
  /** The annotation after them. */
  readonly annotation: Annotation;
  readonly extras: Body["extras"];
  readonly evidence: readonly Evidence[];
  /** The revision `annotation.pivotText` already has; undefined for a text that is new. */
  readonly pivotRevision: number | undefined;
  /** What it has in common with other segments' transactions, where one act changed many. */
  readonly batchId?: string;
};

/**
 * Writes what people did to a segment: the log, the annotation, a new revision of the translation where there is one,
 * and the segment's state. One statement; the caller holds the lock on the segment.
 */
export async function saveTransactions(tx: Tx, save: Save): Promise<void> {
  const { review, flagged, pivotText } = save.annotation;
  const state: ReviewState = review.state;
  const { worth, signals, confidence } = digestOf(save.annotation, save.evidence);
  await tx.query({
    name: "save-transactions",
    text: `
      WITH revision AS (
        INSERT INTO pivot_revision (segment_id, revision, text, created_by, created_at)
        SELECT $1, 1 + coalesce((SELECT max(revision) FROM pivot_revision WHERE segment_id = $1), 0), $9::text, $3,
          clock_timestamp() AT TIME ZONE 'utc'
        WHERE $8::int IS NULL
        RETURNING revision
      ), events AS (
        INSERT INTO edit_event (segment_id, layer_id, seq, tx_id, user_id, payload, batch_id, created_at)
        SELECT $1, $2, $4::int + event.place, event.id, $3, event.payload, $15::uuid, clock_timestamp() AT TIME ZONE 'utc'
        FROM unnest($5::uuid[], $6::json[]) WITH ORDINALITY AS event (id, payload, place)
      ), segment_state AS (
        UPDATE segment SET state = $10, flagged = $11,
          state_at = CASE WHEN state <> $10 OR flagged <> $11 THEN clock_timestamp() AT TIME ZONE 'utc' ELSE state_at END,
          decided_by = CASE WHEN $10 = 'pending' THEN NULL WHEN state <> $10 THEN $3 ELSE decided_by END,
          worth = $12, signals = $13, confidence = $14
        WHERE id = $1 AND (state <> $10 OR flagged <> $11 OR worth IS DISTINCT FROM $12 OR signals <> $13
          OR confidence IS DISTINCT FROM $14::real)
      )
      INSERT INTO annotation (segment_id, layer_id, seq, pivot_revision, body, updated_at)
      VALUES ($1, $2, $4::int + cardinality($5::uuid[]), coalesce($8::int, (SELECT revision FROM revision)), $7::json,
        clock_timestamp() AT TIME ZONE 'utc')
      ON CONFLICT (segment_id, layer_id) DO UPDATE SET seq = excluded.seq, pivot_revision = excluded.pivot_revision,
        body = excluded.body, updated_at = excluded.updated_at`,
    values: [
      save.segmentId,
      save.layerId,
      save.userId,
      save.seq,
      save.transactions.map(({ id }) => id),
      save.transactions.map((transaction) => JSON.stringify(transaction)),
      encodeBody({ ...save.annotation, extras: save.extras }, PREDICTIONS),
      save.pivotRevision ?? null,
      pivotText,
      state,
      flagged,
      worth,
      signals,
      confidence ?? null,
      save.batchId ?? null,
    ],
  });
}

/** The revision of a segment's translation that reads like this; undefined when there is none yet. */
export async function findPivotRevision(
  querier: Querier,
  segmentId: string,
  text: string,
): Promise<number | undefined> {
  const { rows } = await querier.query<{ revision: number }>({
    name: "pivot-revision-by-text",
    text: "SELECT revision FROM pivot_revision WHERE segment_id = $1 AND text = $2 ORDER BY revision LIMIT 1",
    values: [segmentId, text],
  });
  return rows[0]?.revision;
}

export type StoredEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly user: string;
  readonly transaction: Transaction;
};

/** A segment's events below `before` (all when undefined), newest first. */
export async function readEvents(
  querier: Querier,
  place: { readonly projectId: string; readonly number: number },
  { before, limit }: { before: number | undefined; limit: number },
): Promise<readonly StoredEvent[]> {
  const { rows } = await querier.query<{ seq: number; at: number; user: string; payload: unknown }>({
    name: "segment-events",
    text: `SELECT e.seq, (extract(epoch FROM e.created_at) * 1000)::bigint AS at, coalesce(u.name, e.user_id) AS user,
             e.payload
           FROM segment s
           JOIN layer l ON l.project_id = s.project_id AND l.kind = 'review'
           JOIN edit_event e ON e.segment_id = s.id AND e.layer_id = l.id
           LEFT JOIN "user" u ON u.id = e.user_id
           WHERE s.project_id = $1 AND s.number = $2 AND e.seq < $3
           ORDER BY e.seq DESC LIMIT $4`,
    values: [place.projectId, place.number, before ?? 2_147_483_647, limit],
  });
  return rows.map(({ payload, at, ...row }) => ({
    ...row,
    at: new Date(at),
    transaction: transactionSchema.parse(payload),
  }));
}

/** A transaction that this person made in this segment; undefined where there is none. */
export async function readOwnTransaction(
  querier: Querier,
  { id, segmentId, userId }: { readonly id: string; readonly segmentId: string; readonly userId: string },
): Promise<Transaction | undefined> {
  const { rows } = await querier.query<{ payload: unknown }>({
    name: "own-transaction",
    text: "SELECT payload FROM edit_event WHERE tx_id = $1 AND segment_id = $2 AND user_id = $3",
    values: [id, segmentId, userId],
  });
  return rows[0] && transactionSchema.parse(rows[0].payload);
}
