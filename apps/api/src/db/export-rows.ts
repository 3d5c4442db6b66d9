import type { ExportOptions, LayerKind } from "@spanbridge/shared/contracts";
import { copyOut } from "./copy-out.ts";
import { beginnings, isInLanguages } from "./language.ts";
import type { Querier, Tx } from "./transaction.ts";

export type ExportLayer = {
  readonly id: string;
  readonly kind: LayerKind;
  readonly name: string;
  readonly hidden: boolean;
  /**
   * Ids of the layers that people see where this one says nothing, the first that has something: of "review" the shown runs and the
   * predictions, of any other none.
   */
  readonly behind: readonly string[];
};

export async function findLayer(
  querier: Querier,
  projectId: string,
  name: string,
): Promise<ExportLayer | undefined> {
  const { rows } = await querier.query<ExportLayer>(
    `SELECT l.id, l.kind, l.name, l.hidden, ARRAY(
       SELECT b.id FROM layer b JOIN project o ON o.id = b.project_id
       WHERE l.kind = 'review' AND b.project_id = l.project_id
         AND (b.kind = 'predictions' OR b.id = ANY(o.shown_layer_ids))
       ORDER BY array_position(o.shown_layer_ids, b.id)) AS behind
     FROM layer l WHERE l.project_id = $1 AND l.name = $2`,
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
  const whole = isWhole(selection) ? await idRange(tx, selection.projectId) : undefined;
  // Row by row along an index: the first comes at once and nothing is sorted on disk. One process, so that the others
  // of the machine are left to whoever is working.
  await tx.query(
    `SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = ${whole ? "on" : "off"}; SET LOCAL enable_sort = off;
     SET LOCAL max_parallel_workers_per_gather = 0`,
  );
  const { join, body, revision } = shownOf(selection, whole);
  const query = `
    SELECT s.external_id, d.name, s.source_text, s.pivot_text, CASE WHEN ${revision} > 0 THEN
      (SELECT r.text FROM pivot_revision r WHERE r.segment_id = s.id AND r.revision = ${revision}) END,
      s.meta, s.source_lang, ${body}
    FROM segment s JOIN document d ON d.id = s.document_id ${join} ${where(tx, selection)}
      ${whole ? `AND s.id ${between(whole)} ORDER BY s.id` : "ORDER BY s.number"}`;
  yield* copyOut(tx, query);
}

const isWhole = ({ states, documents, languages, list, numbers }: ExportSelection): boolean =>
  [states, documents, languages].every(({ length }) => length === 0) &&
  list === undefined &&
  numbers === undefined;

type IdRange = { readonly first: string; readonly last: string };

/**
 * The ids of a project's first and last segment, where ids ascend with numbers. Segments and annotations stand next to
 * each other in the order of ids: walking along both takes half as long as looking each annotation up.
 */
async function idRange(tx: Tx, projectId: string): Promise<IdRange | undefined> {
  const end = (direction: "ASC" | "DESC"): string =>
    `(SELECT s.id FROM segment s WHERE s.project_id = p.id ORDER BY s.number ${direction} LIMIT 1)`;
  const { rows } = await tx.query<{ [end in keyof IdRange]: string | null }>(
    `SELECT ${end("ASC")} AS first, ${end("DESC")} AS last FROM project p WHERE p.id = $1 AND p.ids_ascend`,
    [projectId],
  );
  const { first, last } = rows[0] ?? {};
  return first && last ? { first, last } : undefined;
}

const between = ({ first, last }: IdRange): string => `BETWEEN '${first}' AND '${last}'`;

/**
 * Where an annotation comes from. Gold says something only of the segments it has; the other layers are exported with
 * every segment of the project. `range`: of the segments, where it is known.
 */
export function shownOf(
  { layer }: ExportSelection,
  range?: IdRange,
): { join: string; body: string; revision: string } {
  const on = (name: string, id: string): string =>
    `annotation ${name} ON ${name}.segment_id = s.id AND ${name}.layer_id = '${id}'${range ? ` AND ${name}.segment_id ${between(range)}` : ""}`;
  const behind = layer.behind.map((id, index) => ({ id, name: `behind${index}` }));
  const first = (column: string): string =>
    behind.length === 0
      ? `own.${column}`
      : `coalesce(own.${column}, ${behind.map(({ name }) => `${name}.${column}`).join(", ")})`;
  return {
    join: [
      `${layer.kind === "gold" ? "" : "LEFT "}JOIN ${on("own", layer.id)}`,
      ...behind.map(({ id, name }) => `LEFT JOIN ${on(name, id)}`),
    ].join(" "),
    body: first("body"),
    revision: first("pivot_revision"),
  };
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
    ...(languages.length > 0
      ? [isInLanguages(`'${projectId}'`, `ARRAY[${quoted(beginnings(languages))}]`)]
      : []),
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
