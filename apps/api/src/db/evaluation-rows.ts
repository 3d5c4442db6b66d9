import type { TokenRange } from "@spanbridge/formats";
import { type Annotation, emptyAnnotation, type ReviewState, type Side } from "@spanbridge/shared";
import { z } from "zod";
import { decodeBody } from "./annotation-body.ts";
import { copyOut, rowsOf } from "./copy-out.ts";
import type { ExportLayer } from "./export-rows.ts";
import { beginnings, isInLanguages } from "./language.ts";
import { refOf, shownAnnotation } from "./layer-ref.ts";
import type { Tx } from "./transaction.ts";

/** Which segments are compared: those that the first layer has an annotation for, in these states, documents and languages. */
export type ComparisonSelection = {
  readonly projectId: string;
  /** The layer that counts as right, then those held against it, each once. */
  readonly layers: readonly [gold: ExportLayer, ...systems: ExportLayer[]];
  readonly side: Side;
  readonly states: readonly ReviewState[];
  readonly documents: readonly string[];
  /** Of the source text. */
  readonly languages: readonly string[];
};

/** One segment as the layers have it. */
export type ComparedRow = {
  readonly number: number;
  readonly document: string;
  /** Of the source text, where it is not the project's. */
  readonly sourceLang: string | null;
  readonly gold: Annotation;
  /** In the order of the layers; null where a layer has no annotation of this segment. */
  readonly systems: readonly (Annotation | null)[];
  /** Tokens that came with the text of the compared side; null where there were none. */
  readonly tokens: readonly TokenRange[] | null;
};

export type ComparisonSize = { readonly segments: number; readonly documents: number };

export async function countComparison(tx: Tx, selection: ComparisonSelection): Promise<ComparisonSize> {
  const { rows } = await tx.query<ComparisonSize>(
    `SELECT count(*) AS segments, count(DISTINCT s.document_id) AS documents ${from(tx, selection)}`,
  );
  return rows[0] ?? { segments: 0, documents: 0 };
}

/** Numbers of the segments that one layer has an annotation of and the other has not, ascending. */
export async function numbersOnlyIn(
  tx: Tx,
  projectId: string,
  one: ExportLayer,
  other: ExportLayer,
): Promise<number[]> {
  const { rows } = await tx.query<{ numbers: number[] | null }>(
    `SELECT array_agg(s.number ORDER BY s.number) AS numbers
     FROM segment s JOIN annotation a ON a.segment_id = s.id AND a.layer_id = $2
     WHERE s.project_id = $1 AND NOT EXISTS (
       SELECT 1 FROM annotation o WHERE o.segment_id = s.id AND o.layer_id = $3)`,
    [projectId, one.id, other.id],
  );
  return rows[0]?.numbers ?? [];
}

/** The segments in the project's order, some hundreds at a time. */
export async function* readComparison(tx: Tx, selection: ComparisonSelection): AsyncGenerator<ComparedRow[]> {
  // As for an export: along the index of numbers, nothing sorted on disk, one process.
  await tx.query(
    "SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_sort = off; SET LOCAL max_parallel_workers_per_gather = 0",
  );
  const { layers, side } = selection;
  const columns = layers.map((layer, index) => columnsOf(layer, index));
  const query = `
    SELECT s.number, d.name, s.source_text, s.pivot_text, s.meta #> '{tokens,${side},ranges}', s.source_lang, ${columns.join(", ")}
    ${from(tx, selection)} ORDER BY s.number`;
  for await (const piece of copyOut(tx, query)) {
    yield Array.from(rowsOf(piece), (row) => toCompared(row, selection));
  }
}

/** Body, and the text of the translation where it refers to a later one than the imported. */
function columnsOf(layer: ExportLayer, index: number): string {
  const revision = either(layer, index, "pivot_revision");
  return `${either(layer, index, "body")}, CASE WHEN ${revision} > 0 THEN
    (SELECT r.text FROM pivot_revision r WHERE r.segment_id = s.id AND r.revision = ${revision}) END`;
}

/**
 * "review" is what people see: where nobody has edited, the shown run or the predictions. What counts as right must be
 * somebody's word.
 */
const isSeen = (layer: ExportLayer, index: number): boolean => layer.kind === "review" && index > 0;

const either = (layer: ExportLayer, index: number, column: string): string =>
  isSeen(layer, index) ? `coalesce(a${index}.${column}, p.${column})` : `a${index}.${column}`;

function from(tx: Tx, { projectId, layers, states, documents, languages }: ComparisonSelection): string {
  const joins = layers.flatMap((layer, index) => [
    `${index === 0 ? "JOIN" : "LEFT JOIN"} annotation a${index}
       ON a${index}.segment_id = s.id AND a${index}.layer_id = '${layer.id}'`,
    ...(isSeen(layer, index) ? [shownAnnotation()] : []),
  ]);
  const quoted = (values: readonly string[]): string =>
    values.map((value) => tx.escapeLiteral(value)).join(", ");
  const conditions = [
    `s.project_id = '${projectId}'`,
    ...(states.length > 0 ? [`s.state IN (${quoted(states)})`] : []),
    ...(languages.length > 0
      ? [isInLanguages(`'${projectId}'`, `ARRAY[${quoted(beginnings(languages))}]`)]
      : []),
    ...(documents.length > 0 ? [`d.name IN (${quoted(documents)})`] : []),
  ];
  return `FROM segment s JOIN document d ON d.id = s.document_id ${joins.join(" ")} WHERE ${conditions.join(" AND ")}`;
}

function toCompared(row: readonly (string | null)[], { layers, side }: ComparisonSelection): ComparedRow {
  const [number, document, sourceText, pivotText, tokens, sourceLang = null, ...stored] = row;
  const annotations = layers.map((layer, index) => {
    const body = stored[2 * index];
    const text = stored[2 * index + 1] ?? pivotText ?? "";
    if (body === null || body === undefined) return null;
    const { extras: _, ...rest } = decodeBody(JSON.parse(body), refOf(layer.kind, layer.name));
    return { sourceText: sourceText ?? "", pivotText: text, ...rest };
  });
  const [gold, ...systems] = annotations;
  const revised = side === "pivot" && gold !== null && gold?.pivotText !== pivotText;
  return {
    number: Number(number),
    document: document ?? "",
    sourceLang,
    gold: gold ?? emptyAnnotation(sourceText ?? "", pivotText ?? ""),
    systems,
    // Imported tokens belong to the translation as it was imported.
    tokens: tokens && !revised ? rangesSchema.parse(JSON.parse(tokens)) : null,
  };
}

const rangesSchema = z.array(z.tuple([z.number(), z.number()]));
