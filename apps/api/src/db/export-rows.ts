import type { ExportOptions, LayerKind } from "@spanbridge/shared/contracts";
import { copyOut } from "./copy-out.ts";
import { languageOf } from "./language.ts";
import { shownAnnotation } from "./layer-ref.ts";
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

export type ExportSelection = Pick<ExportOptions, "states" | "documents" | "languages"> & {
  readonly projectId: string;
  readonly layer: ExportLayer;
  /** Only segments of this kept list. */
  readonly list?: string | undefined;
  /** Only segments from one number to another. */
  readonly numbers?: { readonly first: number; readonly last: number };
};

/** How many segments an export will hold. */
export async function countExport(tx: Tx, selection: ExportSelection): Promise<number> {
  const gold = selection.layer.kind === "gold" ? shownOf(selection).join : "";
  const { rows } = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM segment s JOIN document d ON d.id = s.document_id ${gold} ${where(tx, selection)}`,
  );
  return rows[0]?.count ?? 0;
}

/** Numbers of the first segments of a selection behind one, in order. */
export async function numbersAfter(
  tx: Tx,
  selection: ExportSelection,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const gold = selection.layer.kind === "gold" ? shownOf(selection).join : "";
  const { rows } = await tx.query<{ number: number }>(
    `SELECT s.number FROM segment s JOIN document d ON d.id = s.document_id ${gold}
     ${where(tx, selection)} AND s.number > $1 ORDER BY s.number LIMIT $2`,
    [after, limit],
  );
  return rows.map(({ number }) => number);
}

/** The segments of an export in the project's order, a few hundred at a time: pieces for `exportRecords`. */
export async function* readExport(tx: Tx, selection: ExportSelection): AsyncGenerator<Uint8Array> {
  const { join, body, revision } = shownOf(selection);
  // Row by row along the index of numbers: the first comes at once and nothing is sorted on disk. One process, so that
  // the others of the machine are left to whoever is working.
  await tx.query(
    "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off; SET LOCAL max_parallel_workers_per_gather = 0",
  );
  const query = `
    SELECT s.external_id, d.name, s.source_text, s.pivot_text, CASE WHEN ${revision} > 0 THEN
      (SELECT r.text FROM pivot_revision r WHERE r.segment_id = s.id AND r.revision = ${revision}) END, s.meta, s.source_lang, ${body}
    FROM segment s JOIN document d ON d.id = s.document_id ${join} ${where(tx, selection)} ORDER BY s.number`;
  yield* copyOut(tx, query);
}

/**
 * Where an annotation comes from. Gold says something only of the segments it has; the other layers are exported with
 * every segment of the project. "review" is what people see: where nobody has edited, the shown run or the predictions.
 */
export function shownOf({ layer }: ExportSelection): { join: string; body: string; revision: string } {
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

export function where(
  tx: Tx,
  { projectId, states, documents, languages, list, numbers }: ExportSelection,
): string {
  const quoted = (values: readonly string[]): string =>
    values.map((value) => tx.escapeLiteral(value)).join(", ");
  return [
    `WHERE s.project_id = '${projectId}'`,
    ...(states.length > 0 ? [`s.state IN (${quoted(states)})`] : []),
    ...(languages.length > 0 ? [`${languageOf(`'${projectId}'`)} IN (${quoted(languages)})`] : []),
    ...(numbers ? [`s.number BETWEEN ${numbers.first} AND ${numbers.last}`] : []),
    // As an array, which the index of numbers is read by: with a join turned off, a list of half a million would take hours.
    ...(list
      ? [
          `s.number = ANY((SELECT l.numbers FROM segment_list l WHERE l.project_id = '${projectId}' AND l.id = ${tx.escapeLiteral(list)})::int[])`,
        ]
      : []),
    ...(documents.length > 0 ? [`d.name IN (${quoted(documents)})`] : []),
  ].join(" AND ");
}
