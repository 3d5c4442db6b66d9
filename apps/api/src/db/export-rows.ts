import type { SegmentMeta, SegmentRecord } from "@spanbridge/formats";
import type { ExportOptions, LayerKind } from "@spanbridge/shared/contracts";
import { z } from "zod";
import { decodeBody, emptyBody } from "./annotation-body.ts";
import { copyOut } from "./copy-out.ts";
import { PREDICTIONS, refOf } from "./layer-ref.ts";
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
  const { rows } = await tx.query<{ count: number }>(`SELECT count(*) AS count ${fromWhere(tx, selection)}`);
  return rows[0]?.count ?? 0;
}

/** The segments of an export in the project's order, a few hundred at a time. */
export async function* readExport(tx: Tx, selection: ExportSelection): AsyncGenerator<SegmentRecord[]> {
  const query = `SELECT s.external_id, d.name, s.source_text, s.pivot_text, r.text, s.meta, a.body ${fromWhere(
    tx,
    selection,
  )} ORDER BY s.number`;
  const ref = refOf(selection.layer.kind, selection.layer.name);
  for await (const rows of copyOut(tx, query)) {
    yield rows.map((row) => toRecord(row, selection.sourceLang, ref));
  }
}

/**
 * Gold says something only of the segments it has; the other layers are exported with every segment of the project.
 * "review" is what people see: where nobody has edited, the predictions.
 */
function fromWhere(tx: Tx, { projectId, layer, states, documents }: ExportSelection): string {
  const quoted = (values: readonly string[]): string =>
    values.map((value) => tx.escapeLiteral(value)).join(", ");
  const own = `a.segment_id = s.id AND a.layer_id = '${layer.id}'`;
  const where = [
    `s.project_id = '${projectId}'`,
    ...(states.length > 0 ? [`s.state IN (${quoted(states)})`] : []),
    ...(documents.length > 0 ? [`d.name IN (${quoted(documents)})`] : []),
  ];
  return `FROM segment s JOIN document d ON d.id = s.document_id
    ${layer.kind === "review" ? shownAnnotation(projectId, layer.id) : `${layer.kind === "gold" ? "" : "LEFT"} JOIN annotation a ON ${own}`}
    LEFT JOIN pivot_revision r ON r.segment_id = a.segment_id AND r.revision = a.pivot_revision
    WHERE ${where.join(" AND ")}`;
}

const shownAnnotation = (projectId: string, reviewLayer: string): string => `
    LEFT JOIN annotation own ON own.segment_id = s.id AND own.layer_id = '${reviewLayer}'
    LEFT JOIN annotation a ON a.segment_id = s.id AND a.layer_id = CASE WHEN own.seq IS NULL
      THEN (SELECT id FROM layer WHERE project_id = '${projectId}' AND name = '${PREDICTIONS}')
      ELSE own.layer_id END`;

/** Names that an import made for rows without an id; they are made again when the file is read again. */
const MADE = /^#[0-9a-f]{16}(-\d+)?$/;

function toRecord(row: readonly (string | null)[], sourceLang: string, ref: string): SegmentRecord {
  const [externalId = "", document = "", sourceText, pivotText, revised, meta, stored] = row;
  const { extras, ...body } = stored ? decodeBody(JSON.parse(stored), ref) : emptyBody;
  const imported = pivotText ?? "";
  const shown = revised ?? imported;
  return {
    id: externalId === null || MADE.test(externalId) ? null : externalId,
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
