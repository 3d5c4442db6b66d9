import type { Tx } from "./transaction.ts";

/** What the database holds already of a segment that a file brings. */
export type KnownSegment = {
  readonly id: string;
  readonly externalId: string;
  readonly contentHash: string;
  readonly sourceText: string;
  /** As imported: revision 0. Null where there is none. */
  readonly pivotText: string | null;
  /** Later translations; the first is revision 1. */
  readonly revisions: readonly { readonly revision: number; readonly text: string }[];
  /** The annotation in the layer that is imported into, as it is stored. */
  readonly annotation: { readonly pivotRevision: number; readonly body: string } | null;
  /** Whether people have edited it: then an import decides nothing about its state. */
  readonly edited: boolean;
};

type Row = Omit<KnownSegment, "annotation"> & {
  readonly body: string | null;
  readonly pivotRevision: number | null;
};

/**
 * Looks up segments by the ids of a file, by id. The rows are locked: nobody adds a revision of the translation while
 * we do.
 */
export async function findKnownSegments(
  tx: Tx,
  projectId: string,
  layerId: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, KnownSegment>> {
  await tx.query({
    name: "lock-known-segments",
    text: `SELECT 1 FROM segment WHERE project_id = $1 AND external_id = ANY($2) ORDER BY number FOR NO KEY UPDATE`,
    values: [projectId, externalIds],
  });
  const { rows } = await tx.query<Row>({
    name: "known-segments",
    text: `SELECT s.id, s.external_id AS "externalId", s.content_hash AS "contentHash", s.source_text AS "sourceText",
             s.pivot_text AS "pivotText", a.body::text AS body, a.pivot_revision AS "pivotRevision",
             EXISTS (SELECT 1 FROM edit_event e WHERE e.segment_id = s.id) AS edited,
             (SELECT coalesce(json_agg(json_build_object('revision', r.revision, 'text', r.text) ORDER BY r.revision),
                '[]') FROM pivot_revision r WHERE r.segment_id = s.id) AS revisions
           FROM segment s LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = $2
           WHERE s.project_id = $1 AND s.external_id = ANY($3)`,
    values: [projectId, layerId, externalIds],
  });
  return new Map(
    rows.map(({ body, pivotRevision, ...row }) => [
      row.externalId,
      { ...row, annotation: body === null ? null : { body, pivotRevision: pivotRevision ?? 0 } },
    ]),
  );
}
