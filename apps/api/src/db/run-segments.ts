import { counterpartsBySpan, Text } from "@spanbridge/shared";
import { eatStages, type RunSegment, recordedSignalSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { decodeBody, emptyBody } from "./annotation-body.ts";
import { PREDICTIONS } from "./layer-ref.ts";
import { heldLocks, workerLock } from "./locks.ts";
import { now } from "./now.ts";
import type { Querier, Tx } from "./transaction.ts";

const alive = `rs.worker IN (SELECT objid::bigint FROM pg_locks WHERE ${heldLocks(workerLock)})`;

export type Claimed = {
  readonly segmentId: string;
  readonly number: number;
  /** How often each stage was asked anew by hand, by stage. */
  readonly again: Readonly<Record<string, number>>;
};

const againSchema = z.record(z.string(), z.int());

/**
 * Takes the next segments of a run for a worker: those that wait, and those whose worker is gone. No more than `most` of
 * the run are worked on at a time, on all machines together. Empty where there is nothing to take now.
 */
export async function claimSegments(
  tx: Tx,
  runId: string,
  worker: number,
  { most, count }: { readonly most: number; readonly count: number },
): Promise<Claimed[]> {
  // One claim at a time in a run, so that the limit holds.
  const { rowCount } = await tx.query(
    "SELECT 1 FROM run WHERE id = $1 AND state = 'running' FOR NO KEY UPDATE",
    [runId],
  );
  if (!rowCount) return [];
  await tx.query(
    `UPDATE run_segment rs SET state = 'waiting', worker = NULL WHERE rs.run_id = $1 AND rs.state = 'working' AND NOT ${alive}`,
    [runId],
  );
  const { rows } = await tx.query<{ segmentId: string; number: number; again: unknown }>(
    `UPDATE run_segment taken SET state = 'working', worker = $2, updated_at = ${now}
     FROM segment s
     WHERE taken.run_id = $1 AND s.id = taken.segment_id AND taken.segment_id IN (
       SELECT segment_id FROM run_segment WHERE run_id = $1 AND state = 'waiting' ORDER BY segment_id
       LIMIT greatest(0, least($4, $3 - (SELECT count(*) FROM run_segment WHERE run_id = $1 AND state = 'working'))))
     RETURNING s.id AS "segmentId", s.number, taken.again`,
    [runId, worker, most, count],
  );
  return rows
    .map(({ again, ...row }) => ({ ...row, again: againSchema.parse(again) }))
    .sort((a, b) => a.number - b.number);
}

/** Gives back what a worker has not finished. */
export async function releaseSegments(querier: Querier, runId: string, worker: number): Promise<void> {
  await querier.query(
    `UPDATE run_segment SET state = 'waiting', worker = NULL, updated_at = ${now}
     WHERE run_id = $1 AND worker = $2 AND state = 'working'`,
    [runId, worker],
  );
}

export async function failSegment(
  querier: Querier,
  { runId, segmentId }: { readonly runId: string; readonly segmentId: string },
  reason: string,
): Promise<void> {
  await querier.query(
    `UPDATE run_segment SET state = 'failed', worker = NULL, reason = $3, updated_at = ${now}
     WHERE run_id = $1 AND segment_id = $2`,
    [runId, segmentId, reason.slice(0, 2000)],
  );
}

/**
 * Puts failed segments back in the row; answers how many. The stage that failed is asked anew, with all after it: what it
 * was answered before was of no use.
 */
export async function retryFailed(tx: Tx, runId: string): Promise<number> {
  const { rows } = await tx.query<{ segmentId: string; reason: string }>(
    `SELECT segment_id AS "segmentId", reason FROM run_segment WHERE run_id = $1 AND state = 'failed' FOR UPDATE`,
    [runId],
  );
  for (const { segmentId, reason } of rows) {
    const failed = eatStages.findIndex((stage) => reason.startsWith(`${stage}:`));
    await askAnew(tx, runId, segmentId, failed === -1 ? [] : eatStages.slice(failed));
  }
  return rows.length;
}

/** Asks a stage and all after it anew: their questions count as new ones. Undefined where the run has no such segment. */
export async function askAnew(
  querier: Querier,
  runId: string,
  segmentId: string,
  stages: readonly string[],
): Promise<boolean> {
  const { rows } = await querier.query<{ again: unknown }>(
    "SELECT again FROM run_segment WHERE run_id = $1 AND segment_id = $2 AND state IN ('done', 'failed')",
    [runId, segmentId],
  );
  if (!rows[0]) return false;
  const again = againSchema.parse(rows[0].again);
  for (const stage of stages) again[stage] = (again[stage] ?? 0) + 1;
  await querier.query(
    `UPDATE run_segment SET state = 'waiting', reason = '', again = $3, updated_at = ${now} WHERE run_id = $1 AND segment_id = $2`,
    [runId, segmentId, JSON.stringify(again)],
  );
  return true;
}

type Row = Omit<RunSegment, "signals" | "entities"> & {
  readonly signals: unknown;
  readonly body: unknown;
  readonly total: number;
};

/** Segments of a run in the order of the project, with what it says of them. */
export async function readRunSegments(
  querier: Querier,
  runId: string,
  only: "all" | "failed" | "signalled",
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly segments: RunSegment[] }> {
  const fits = { all: "true", failed: "rs.state = 'failed'", signalled: "rs.signalled > 0" }[only];
  const { rows } = await querier.query<Row>(
    `SELECT s.number, s.external_id AS "externalId", rs.state, rs.reason, rs.placed, rs.unplaced, rs.signals,
       s.source_text AS "sourceText", a.body,
       coalesce(v.text, CASE WHEN a.body IS NOT NULL THEN s.pivot_text END, '') AS "pivotText", count(*) OVER () AS total
     FROM run_segment rs JOIN segment s ON s.id = rs.segment_id JOIN run r ON r.id = rs.run_id
     LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = r.layer_id
     LEFT JOIN pivot_revision v ON v.segment_id = s.id AND v.revision = a.pivot_revision
     WHERE rs.run_id = $1 AND ${fits} ORDER BY s.number OFFSET $2 LIMIT $3`,
    [runId, offset, limit],
  );
  return { total: rows[0]?.total ?? 0, segments: rows.map(toSegment) };
}

function toSegment({ total: _, signals, body, ...row }: Row): RunSegment {
  const annotation = { ...(body === null ? emptyBody : decodeBody(body, PREDICTIONS)), ...row };
  const counterparts = counterpartsBySpan(annotation);
  const [pivot, source] = [new Text(row.pivotText), new Text(row.sourceText)];
  const entities = annotation.spans
    .filter(({ side }) => side === "pivot")
    .map((span) => {
      const place = counterparts.get(span.id)?.[0];
      return {
        span: span.id,
        pivot: pivot.slice(span),
        label: span.label,
        source: place ? source.slice(place) : null,
      };
    });
  return { ...row, signals: signalsSchema.parse(signals), entities };
}

const signalsSchema = z.array(recordedSignalSchema);
const answersSchema = z.array(z.tuple([z.string(), z.string()]));

export type SegmentTraceRow = Pick<RunSegment, "state" | "reason" | "signals"> & {
  readonly runId: string;
  readonly segmentId: string;
  readonly at: Date;
  readonly unplacedAnswers: { span: string; answer: string }[];
};

/** A segment in a run: the given one, else the shown one, else the newest that has it. */
export async function readTraceRow(
  querier: Querier,
  place: { readonly projectId: string; readonly number: number },
  runId: string | undefined,
): Promise<SegmentTraceRow | undefined> {
  const { rows } = await querier.query<
    Omit<SegmentTraceRow, "signals" | "unplacedAnswers"> & { signals: unknown; unplacedAnswers: unknown }
  >(
    `SELECT rs.run_id AS "runId", rs.segment_id AS "segmentId", rs.state, rs.reason, rs.signals,
       rs.unplaced_answers AS "unplacedAnswers", rs.updated_at AS at
     FROM segment s JOIN run_segment rs ON rs.segment_id = s.id JOIN run r ON r.id = rs.run_id
     JOIN project p ON p.id = s.project_id
     WHERE s.project_id = $1 AND s.number = $2 AND ($3::uuid IS NULL OR r.id = $3)
     ORDER BY array_position(p.shown_layer_ids, r.layer_id), r.created_at DESC LIMIT 1`,
    [place.projectId, place.number, runId ?? null],
  );
  const row = rows[0];
  return (
    row && {
      ...row,
      signals: signalsSchema.parse(row.signals),
      unplacedAnswers: answersSchema.parse(row.unplacedAnswers).map(([span, answer]) => ({ span, answer })),
    }
  );
}
