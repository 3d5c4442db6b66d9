import {
  type Annotation,
  type Digest,
  digestOf,
  disagreements,
  type Evidence,
  isEvidence,
} from "@spanbridge/shared";
import { decodeBody, emptyBody } from "./annotation-body.ts";
import { PREDICTIONS, shownAnnotation } from "./layer-ref.ts";
import { type OpinionRow, readOpinions } from "./opinions.ts";
import type { Querier } from "./transaction.ts";

const BATCH = 1000;

type Row = {
  readonly id: string;
  readonly sourceText: string;
  readonly pivotText: string;
  readonly body: unknown;
};

/** SQL of segments with what people see of them. The source text is only asked for where engines may disagree over it. */
const select = (runs: boolean, which: string): string => `
  SELECT s.id, ${runs ? "s.source_text" : "''"} AS "sourceText", coalesce(r.text, s.pivot_text, '') AS "pivotText",
    coalesce(a.body, p.body) AS body
  FROM segment s
  LEFT JOIN layer review ON review.project_id = s.project_id AND review.kind = 'review'
  LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = review.id
  ${shownAnnotation("AND a.seq IS NULL")}
  LEFT JOIN pivot_revision r ON r.segment_id = s.id AND r.revision = coalesce(a.pivot_revision, p.pivot_revision)
  WHERE s.project_id = $1 AND ${which}`;

/**
 * Finds out anew what there is to say about the segments of a project where that is not known: after an import into
 * segments that were there already, the renaming of a label, or the showing of a run. Imports and edits write it themselves.
 */
export async function fillDigests(querier: Querier, projectId: string): Promise<void> {
  const runs = await hasRuns(querier, projectId);
  for (;;) {
    const { rows } = await querier.query<Row>(select(runs, `s.worth IS NULL LIMIT ${BATCH}`), [projectId]);
    if (rows.length === 0) return;
    // Where somebody has saved meanwhile, what they wrote is newer.
    await write(querier, await judged(querier, projectId, rows, runs), "AND s.worth IS NULL");
  }
}

/** The same for these segments, whose rows the caller has locked: a run has brought something new about them. */
export async function refreshDigests(
  querier: Querier,
  projectId: string,
  segmentIds: readonly string[],
): Promise<void> {
  const { rows } = await querier.query<Row>(select(true, "s.id = ANY($2::uuid[])"), [projectId, segmentIds]);
  await write(querier, await judged(querier, projectId, rows, true), "");
}

async function hasRuns(querier: Querier, projectId: string): Promise<boolean> {
  const { rowCount } = await querier.query(
    "SELECT 1 FROM layer WHERE project_id = $1 AND kind = 'run' LIMIT 1",
    [projectId],
  );
  return (rowCount ?? 0) > 0;
}

type Judged = { readonly id: string; readonly evidence: readonly Evidence[]; readonly digest: Digest };

async function judged(
  querier: Querier,
  projectId: string,
  rows: readonly Row[],
  runs: boolean,
): Promise<Judged[]> {
  const ids = rows.map(({ id }) => id);
  const opinions = new Map<string, OpinionRow[]>();
  for (const opinion of runs ? await readOpinions(querier, projectId, ids) : []) {
    opinions.set(opinion.segmentId, [...(opinions.get(opinion.segmentId) ?? []), opinion]);
  }
  return rows.map(({ id, sourceText, pivotText, body }) => {
    const { extras: _, ...stored } = body === null ? emptyBody : decodeBody(body, PREDICTIONS);
    const annotation: Annotation = { ...stored, sourceText, pivotText };
    const evidence = evidenceOf(annotation, opinions.get(id) ?? []);
    return { id, evidence, digest: digestOf(annotation, evidence) };
  });
}

/** What the shown run has recorded, and where others disagree. A trial on a few segments is no second opinion. */
function evidenceOf(annotation: Annotation, opinions: readonly OpinionRow[]): Evidence[] {
  const recorded = opinions.find(({ shown }) => shown)?.signals.filter(isEvidence) ?? [];
  const others = opinions.filter(({ shown, failure, run }) => !shown && failure === "" && run?.test !== true);
  return [
    ...recorded,
    ...disagreements(
      annotation,
      others.map(({ layer, pivotText, body }) => ({
        name: layer,
        annotation: { pivotText, spans: body.spans, links: body.links },
      })),
    ),
  ];
}

async function write(querier: Querier, judged: readonly Judged[], unless: string): Promise<void> {
  await querier.query(
    `UPDATE segment s SET worth = d.worth, signals = string_to_array(d.signals, ','), confidence = d.confidence,
       evidence = d.evidence
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::real[], $5::json[]) AS d (id, worth, signals, confidence, evidence)
     WHERE s.id = d.id ${unless}`,
    [
      judged.map(({ id }) => id),
      judged.map(({ digest }) => digest.worth),
      judged.map(({ digest }) => digest.signals.join(",")),
      judged.map(({ digest }) => digest.confidence ?? null),
      judged.map(({ evidence }) => JSON.stringify(evidence)),
    ],
  );
}
