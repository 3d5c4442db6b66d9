import type { SegmentMeta } from "@spanbridge/formats";
import type { Annotation, Evidence, ReviewState } from "@spanbridge/shared";
import { type Body, decodeBody, emptyBody } from "./annotation-body.ts";
import { languageOf } from "./language.ts";
import { PREDICTIONS, shownAnnotation } from "./layer-ref.ts";
import type { Querier } from "./transaction.ts";

/** A segment as people see it: the review layer's annotation or, before the first edit, that of the shown run or the predictions'. */
export type SegmentState = {
  readonly id: string;
  readonly number: number;
  readonly externalId: string;
  readonly document: string;
  /** Of the source text: the project's where the segment has none of its own. */
  readonly sourceLang: string;
  /** Empty where there is none. The text of revision 0. */
  readonly importedPivotText: string;
  readonly meta: SegmentMeta | null;
  readonly state: ReviewState;
  readonly flagged: boolean;
  readonly reviewLayerId: string;
  readonly annotation: Annotation;
  readonly extras: Body["extras"];
  readonly pivotRevision: number;
  /** Of the review layer; 0 before the first edit. */
  readonly seq: number;
  readonly lastEditor: string | null;
  /** What engines have recorded about it, as long as nobody has looked at it. */
  readonly evidence: readonly Evidence[];
  /** The project's labels at this moment. */
  readonly labels: readonly string[];
};

type Row = Omit<SegmentState, "annotation" | "extras" | "seq" | "pivotRevision" | "importedPivotText"> & {
  readonly sourceText: string;
  readonly pivotText: string | null;
  readonly seq: number | null;
  readonly pivotRevision: number | null;
  readonly body: unknown;
  readonly revisedText: string | null;
};

const statement = `
  SELECT s.id, s.number, s.external_id AS "externalId", d.name AS document, ${languageOf("$1")} AS "sourceLang", s.source_text AS "sourceText",
    s.pivot_text AS "pivotText", s.meta, s.state, s.flagged, s.evidence, review.id AS "reviewLayerId", a.seq,
    coalesce(a.pivot_revision, p.pivot_revision) AS "pivotRevision", coalesce(a.body, p.body) AS body,
    revision.text AS "revisedText", editor.name AS "lastEditor",
    ARRAY(SELECT name FROM label WHERE project_id = s.project_id) AS labels
  FROM segment s
  JOIN document d ON d.id = s.document_id
  JOIN layer review ON review.project_id = s.project_id AND review.kind = 'review'
  LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = review.id
  ${shownAnnotation("AND a.seq IS NULL")}
  LEFT JOIN pivot_revision revision ON revision.segment_id = s.id
    AND revision.revision = coalesce(a.pivot_revision, p.pivot_revision)
  LEFT JOIN edit_event e ON e.segment_id = s.id AND e.layer_id = review.id AND e.seq = a.seq
  LEFT JOIN "user" editor ON editor.id = e.user_id
  WHERE s.project_id = $1 AND s.number = ANY($2::int[]) ORDER BY s.number`;

export async function readSegmentState(
  querier: Querier,
  projectId: string,
  number: number,
): Promise<SegmentState | undefined> {
  const [state] = await readSegmentStates(querier, projectId, [number]);
  return state;
}

/** Those that are there, by number. */
export async function readSegmentStates(
  querier: Querier,
  projectId: string,
  numbers: readonly number[],
): Promise<readonly SegmentState[]> {
  const { rows } = await querier.query<Row>({
    name: "segment-states",
    text: statement,
    values: [projectId, numbers],
  });
  return rows.map(stateOf);
}

function stateOf(row: Row): SegmentState {
  const { sourceText, pivotText, body: stored, revisedText, seq, pivotRevision, ...rest } = row;
  const { extras, ...body } = stored === null ? emptyBody : decodeBody(stored, PREDICTIONS);
  return {
    ...rest,
    importedPivotText: pivotText ?? "",
    annotation: { sourceText, pivotText: revisedText ?? pivotText ?? "", ...body },
    extras,
    pivotRevision: pivotRevision ?? 0,
    seq: seq ?? 0,
  };
}

/** The same for many segments, always in one order, so that two who do this do not wait for each other. */
export async function lockSegments(
  tx: Querier,
  projectId: string,
  numbers: readonly number[],
): Promise<void> {
  await tx.query(
    "SELECT 1 FROM segment WHERE project_id = $1 AND number = ANY($2::int[]) ORDER BY number FOR NO KEY UPDATE",
    [projectId, numbers],
  );
}

/** SQL that keeps others from saving to this segment until the end of the transaction; part of its first round trip. */
export const lockSegment = (projectId: string, number: number): string =>
  `SELECT 1 FROM segment WHERE project_id = '${projectId}' AND number = ${number} FOR NO KEY UPDATE`;
