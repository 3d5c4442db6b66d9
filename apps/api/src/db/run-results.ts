import type { Annotation } from "@spanbridge/shared";
import type { RecordedSignal } from "@spanbridge/shared/contracts";
import { encodeBody } from "./annotation-body.ts";
import { findPivotRevision } from "./edit-events.ts";
import { PREDICTIONS } from "./layer-ref.ts";
import { now } from "./now.ts";
import type { Tx } from "./transaction.ts";

export type RunResult = {
  readonly runId: string;
  readonly layerId: string;
  readonly segmentId: string;
  /** Stands at a new revision of the translation, where there is one. */
  readonly author: string;
  readonly annotation: Annotation;
  readonly importedPivotText: string;
  readonly signals: readonly RecordedSignal[];
  readonly unplacedAnswers: readonly { readonly span: string; readonly answer: string }[];
  readonly placed: number;
  readonly unplaced: number;
};

/**
 * Writes what a run found for a segment: the annotation in its layer, the translation where that is new, signals. The
 * caller sees to the digests (`refreshDigests`) in the same transaction, which holds the segment from here on.
 */
export async function saveRunResult(tx: Tx, result: RunResult): Promise<void> {
  const { annotation } = result;
  await tx.query("SELECT 1 FROM segment WHERE id = $1 FOR NO KEY UPDATE", [result.segmentId]);
  const revision = await revisionFor(tx, result);
  await tx.query({
    name: "save-run-annotation",
    text: `INSERT INTO annotation (segment_id, layer_id, seq, pivot_revision, body, updated_at)
           VALUES ($1, $2, 1, $3, $4, ${now})
           ON CONFLICT (segment_id, layer_id) DO UPDATE SET seq = annotation.seq + 1,
             pivot_revision = excluded.pivot_revision, body = excluded.body, updated_at = excluded.updated_at`,
    values: [
      result.segmentId,
      result.layerId,
      revision,
      encodeBody({ ...annotation, extras: null }, PREDICTIONS),
    ],
  });
  await tx.query({
    name: "save-run-segment",
    text: `UPDATE run_segment SET state = 'done', worker = NULL, reason = '', signals = $3, signalled = $4,
             unplaced_answers = $5, placed = $6, unplaced = $7, updated_at = ${now}
           WHERE run_id = $1 AND segment_id = $2`,
    values: [
      result.runId,
      result.segmentId,
      JSON.stringify(result.signals),
      result.signals.length,
      JSON.stringify(result.unplacedAnswers.map(({ span, answer }) => [span, answer])),
      result.placed,
      result.unplaced,
    ],
  });
}

async function revisionFor(
  tx: Tx,
  { segmentId, annotation, importedPivotText, author }: RunResult,
): Promise<number> {
  if (annotation.pivotText === importedPivotText) return 0;
  const known = await findPivotRevision(tx, segmentId, annotation.pivotText);
  if (known !== undefined) return known;
  const { rows } = await tx.query<{ revision: number }>(
    `INSERT INTO pivot_revision (segment_id, revision, text, created_by, created_at)
     SELECT $1, 1 + coalesce(max(revision), 0), $2, $3, ${now} FROM pivot_revision WHERE segment_id = $1 RETURNING revision`,
    [segmentId, annotation.pivotText, author],
  );
  return rows[0]?.revision ?? 0;
}

/**
 * Sets which layers of runs reviewers see where nobody has edited, the first one first. The queue's figures about the
 * segments are unknown from here on: `fillDigests` finds them out.
 */
export async function showLayers(
  tx: Tx,
  projectId: string,
  change: { readonly kind: "first" | "remove"; readonly layerId: string } | { readonly kind: "none" },
): Promise<void> {
  const layers = {
    first: "array_prepend($2::uuid, array_remove(shown_layer_ids, $2::uuid))",
    remove: "array_remove(shown_layer_ids, $2::uuid)",
    none: "CASE WHEN $2::uuid IS NULL THEN '{}'::uuid[] END",
  }[change.kind];
  await tx.query(`UPDATE project SET shown_layer_ids = ${layers} WHERE id = $1`, [
    projectId,
    change.kind === "none" ? null : change.layerId,
  ]);
  await tx.query("UPDATE segment SET worth = NULL WHERE project_id = $1", [projectId]);
}
