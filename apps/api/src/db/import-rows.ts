import type { SegmentMeta } from "@spanbridge/formats";
import type { Digest, ReviewState } from "@spanbridge/shared";
import { copyText } from "./copy.ts";
import type { Tx } from "./transaction.ts";

export type NewSegment = {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly externalId: string;
  readonly contentHash: string;
  /** Null: the project's. */
  readonly sourceLang: string | null;
  readonly sourceText: string;
  readonly pivotText: string | null;
  readonly meta: SegmentMeta | null;
  readonly state: ReviewState;
  readonly flagged: boolean;
  /** Of the annotation that people will see. */
  readonly digest: Digest;
};

export type NewAnnotation = {
  readonly segmentId: string;
  readonly pivotRevision: number;
  /** In the stored form. */
  readonly body: string;
};

/** What `segmentLine` writes. */
export const SEGMENT_COLUMNS = `segment (id, project_id, document_id, number, external_id, content_hash, source_lang,
  source_text, pivot_text, meta, state, flagged, state_at, worth, signals, confidence)`;

/** `now` (ISO 8601) is when the import began. */
export function segmentLine(projectId: string, segment: NewSegment, now: string): string {
  const {
    id,
    documentId,
    number,
    externalId,
    sourceLang,
    sourceText,
    pivotText,
    meta,
    state,
    flagged,
    digest,
  } = segment;
  const stateAt = state === "pending" && !flagged ? "\\N" : now;
  return `${id}\t${projectId}\t${documentId}\t${number}\t${copyText(externalId)}\t${segment.contentHash}\t${copyText(
    sourceLang,
  )}\t${copyText(sourceText)}\t${copyText(pivotText)}\t${copyText(meta && JSON.stringify(meta))}\t${state}\t${flagged}\t${stateAt}\t${digest.worth}\t{${digest.signals}}\t${digest.confidence ?? "\\N"}\n`;
}

/** What `annotationLine` writes. */
export const ANNOTATION_COLUMNS = "annotation (layer_id, segment_id, seq, pivot_revision, body, updated_at)";

export const annotationLine = (
  layerId: string,
  { segmentId, pivotRevision, body }: NewAnnotation,
  now: string,
): string => `${layerId}\t${segmentId}\t0\t${pivotRevision}\t${copyText(body)}\t${now}\n`;

/** Annotations of known segments: new ones, or in the place of empty ones. */
export async function fillAnnotations(
  tx: Tx,
  layerId: string,
  annotations: readonly NewAnnotation[],
): Promise<void> {
  if (annotations.length === 0) return;
  await tx.query(
    `WITH stale AS (UPDATE segment SET worth = NULL WHERE id = ANY($2::uuid[]))
     INSERT INTO annotation (layer_id, segment_id, seq, pivot_revision, body, updated_at)
     SELECT $1, a.segment_id, 0, a.pivot_revision, a.body, clock_timestamp() AT TIME ZONE 'utc'
     FROM unnest($2::uuid[], $3::int[], $4::json[]) AS a (segment_id, pivot_revision, body)
     ON CONFLICT (segment_id, layer_id) DO UPDATE SET pivot_revision = excluded.pivot_revision, body = excluded.body,
       updated_at = excluded.updated_at`,
    [
      layerId,
      annotations.map(({ segmentId }) => segmentId),
      annotations.map(({ pivotRevision }) => pivotRevision),
      annotations.map(({ body }) => body),
    ],
  );
}

export type NewRevision = { readonly segmentId: string; readonly revision: number; readonly text: string };

export async function insertRevisions(
  tx: Tx,
  userId: string,
  revisions: readonly NewRevision[],
): Promise<void> {
  if (revisions.length === 0) return;
  await tx.query(
    `INSERT INTO pivot_revision (segment_id, revision, text, created_by, created_at)
     SELECT r.segment_id, r.revision, r.text, $1, clock_timestamp() AT TIME ZONE 'utc'
     FROM unnest($2::uuid[], $3::int[], $4::text[]) AS r (segment_id, revision, text)`,
    [
      userId,
      revisions.map(({ segmentId }) => segmentId),
      revisions.map(({ revision }) => revision),
      revisions.map(({ text }) => text),
    ],
  );
}

export type StateChange = {
  readonly segmentId: string;
  readonly state: ReviewState;
  readonly flagged: boolean;
};

/** Shows in the queue what an import says of segments that nobody has reviewed here. */
export async function setStates(tx: Tx, changes: readonly StateChange[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `UPDATE segment s SET state = c.state, flagged = c.flagged, state_at = clock_timestamp() AT TIME ZONE 'utc'
     FROM unnest($1::uuid[], $2::text[], $3::bool[]) AS c (segment_id, state, flagged) WHERE s.id = c.segment_id`,
    [
      changes.map(({ segmentId }) => segmentId),
      changes.map(({ state }) => state),
      changes.map(({ flagged }) => flagged),
    ],
  );
}
