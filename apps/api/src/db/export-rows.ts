import type { SegmentMeta, SegmentRecord } from "@spanbridge/formats";
import type { ExportOptions, LayerKind } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { decodeBody, emptyBody } from "./annotation-body.ts";
import { copyOut } from "./copy-out.ts";
import { refOf, shownAnnotation } from "./layer-ref.ts";
import { isMadeId } from "./made-id.ts";
import type { Querier, Tx } from "./transaction.ts";

export type ExportLayer = {
  readonly id: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly hidden: boolean;
};

export async function findLayer(
  querier: Querier,
  projectId: string,
  name: string,
): Promise<ExportLayer | undefined> {
  const { rows } = await querier.query<ExportLayer>(
    "SELECT id, kind, name, hidden FROM layer WHERE project_id = $1 AND name = $2",
    [projectId, name],
  );
  return rows[0];
}

export type ExportSelection = Pick<ExportOptions, "states" | "documents"> & {
  readonly projectId: string;
  readonly sourceLang: string;
  readonly layer: ExportLayer;
};

/** How many segments an export will hold. */
export async function countExport(tx: Tx, selection: ExportSelection): Promise<number> {
  const gold = selection.layer.kind === "gold" ? shownOf(selection).join : "";
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM segment s JOIN document d ON d.id = s.document_id ${gold} ${where(tx, selection)}`,
  );
  return rows[0]?.count ?? 0;
}

/** The segments of an export in the project's order, a few hundred at a time. */
export async function* readExport(tx: Tx, selection: ExportSelection): AsyncGenerator<SegmentRecord[]> {
  const { join, body, revision } = shownOf(selection);
  // Row by row along the index of numbers: the first comes at once and nothing is sorted on disk. One process, so that
  // the others of the machine are left to whoever is working.
  await tx.query(
    "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off; SET LOCAL max_parallel_workers_per_gather = 0",
  );
  const query = `
    SELECT s.external_id, d.name, s.source_text, s.pivot_text, CASE WHEN ${revision} > 0 THEN
      (SELECT r.text FROM pivot_revision r WHERE r.segment_id = s.id AND r.revision = ${revision}) END, s.meta, ${body}
    FROM segment s JOIN document d ON d.id = s.document_id ${join} ${where(tx, selection)} ORDER BY s.number`;
  const ref = refOf(selection.layer.kind, selection.layer.name);
  for await (const rows of copyOut(tx, query)) {
    yield rows.map((row) => toRecord(row, selection.sourceLang, ref));
  }
}

/**
 * Where an annotation comes from. Gold says something only of the segments it has; the other layers are exported with
 * every segment of the project. "review" is what people see: where nobody has edited, the shown run or the predictions.
 */
function shownOf({ layer }: ExportSelection): { join: string; body: string; revision: string } {
  const own = `annotation own ON own.segment_id = s.id AND own.layer_id = '${layer.id}'`;
  switch (layer.kind) {
    case "gold":
      return { join: `JOIN ${own}`, body: "own.body", revision: "own.pivot_revision" };
    case "predictions":
    case "run":
      return { join: `LEFT JOIN ${own}`, body: "own.body", revision: "own.pivot_revision" };
    case "review":
      return {
        join: `LEFT JOIN ${own} ${shownAnnotation()}`,
        body: "coalesce(own.body, p.body)",
        revision: "coalesce(own.pivot_revision, p.pivot_revision)",
      };
  }
}

function where(tx: Tx, { projectId, states, documents }: ExportSelection): string {
  const quoted = (values: readonly string[]): string =>
    values.map((value) => tx.escapeLiteral(value)).join(", ");
  return [
    `WHERE s.project_id = '${projectId}'`,
    ...(states.length > 0 ? [`s.state IN (${quoted(states)})`] : []),
    ...(documents.length > 0 ? [`d.name IN (${quoted(documents)})`] : []),
  ].join(" AND ");
}

function toRecord(row: readonly (string | null)[], sourceLang: string, ref: string): SegmentRecord {
  const [externalId = "", document = "", sourceText, pivotText, revised, meta, stored] = row;
  const { extras, ...body } = stored ? decodeBody(JSON.parse(stored), ref) : emptyBody;
  const imported = pivotText ?? "";
  const shown = revised ?? imported;
  return {
    id: externalId === null || isMadeId(externalId) ? null : externalId,
    document: document || null,
    sourceLang,
    annotation: { sourceText: sourceText ?? "", pivotText: shown, ...body },
    originalPivotText: shown === imported ? null : imported,
    meta: meta ? metaSchema.parse(JSON.parse(meta)) : null,
    spanExtras: extras,
  };
}

/** It was written by us; of what a file held in it nothing is looked at. */
const metaSchema: z.ZodType<SegmentMeta> = z.custom<SegmentMeta>(
  (value) => typeof value === "object" && value !== null,
);
