import { type Annotation, codePointLength, spanById, Text, textOf } from "@spanbridge/shared";
import { v7 } from "uuid";
import { now } from "./now.ts";
import type { Querier, Tx } from "./transaction.ts";

type Pair = { readonly pivot: string; readonly source: string; readonly label: string };

/** Longer names are phrases that no lookup would find again. */
const LONGEST_NAME = 200;

/** The pairs of names that an annotation states: every link, with the label of its source span. */
export function pairsOf(annotation: Annotation): Pair[] {
  const texts = {
    pivot: new Text(textOf(annotation, "pivot")),
    source: new Text(textOf(annotation, "source")),
  };
  const found = new Map<string, Pair>();
  for (const link of annotation.links) {
    const pivot = spanById(annotation, link.pivot);
    const source = spanById(annotation, link.source);
    if (!pivot || !source) continue;
    const pair = {
      pivot: texts.pivot.slice(pivot).trim(),
      source: texts.source.slice(source).trim(),
      label: source.label,
    };
    const fits = [pair.pivot, pair.source].every(
      (name) => name !== "" && codePointLength(name) <= LONGEST_NAME,
    );
    if (fits) found.set(JSON.stringify(pair), pair);
  }
  return [...found.values()];
}

/**
 * Brings memory up to what people have decided about these segments: the pairs of accepted ones count, those of others
 * do not any more. What only such a segment had taught goes with it. Part of the transaction that decides.
 */
export async function learnFrom(
  tx: Tx,
  projectId: string,
  segments: readonly { readonly id: string; readonly annotation: Annotation }[],
): Promise<void> {
  if (segments.length === 0) return;
  const ids = segments.map(({ id }) => id);
  const learnt = segments.flatMap(({ id, annotation }) =>
    annotation.review.state === "accepted" ? pairsOf(annotation).map((pair) => ({ ...pair, id })) : [],
  );
  if (learnt.length > 0) {
    // In one order in all transactions, so that no two wait for each other.
    const keys = [
      ...new Map(learnt.map((pair) => [JSON.stringify([pair.pivot, pair.source, pair.label]), pair])),
    ]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, pair]) => pair);
    await tx.query({
      name: "learn-pairs",
      text: `INSERT INTO memory_entry (id, project_id, pivot, source, label, origin, updated_at)
             SELECT n.id, $1, n.pivot, n.source, n.label, 'review', ${now}
             FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) AS n (id, pivot, source, label)
             ON CONFLICT (project_id, pivot, source, label) DO UPDATE SET updated_at = excluded.updated_at`,
      values: [
        projectId,
        keys.map(() => v7()),
        keys.map(({ pivot }) => pivot),
        keys.map(({ source }) => source),
        keys.map(({ label }) => label),
      ],
    });
  }
  await tx.query({
    name: "learn-uses",
    text: `WITH stated AS (
             SELECT e.id AS entry_id, n.segment_id
             FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) AS n (segment_id, pivot, source, label)
             JOIN memory_entry e ON e.project_id = $1 AND e.pivot = n.pivot AND e.source = n.source AND e.label = n.label
           ), gone AS (
             DELETE FROM memory_use u WHERE u.segment_id = ANY($2::uuid[])
               AND (u.entry_id, u.segment_id) NOT IN (SELECT entry_id, segment_id FROM stated)
             RETURNING u.entry_id, u.segment_id
           ), added AS (
             INSERT INTO memory_use (entry_id, segment_id) SELECT entry_id, segment_id FROM stated ON CONFLICT DO NOTHING
           )
           DELETE FROM memory_entry e WHERE e.id IN (SELECT entry_id FROM gone) AND e.origin = 'review'
             AND NOT EXISTS (SELECT 1 FROM memory_use u WHERE u.entry_id = e.id AND NOT EXISTS (
               SELECT 1 FROM gone g WHERE g.entry_id = u.entry_id AND g.segment_id = u.segment_id))`,
    values: [
      projectId,
      ids,
      learnt.map(({ id }) => id),
      learnt.map(({ pivot }) => pivot),
      learnt.map(({ source }) => source),
      learnt.map(({ label }) => label),
    ],
  });
}

/** Memory as engines use it, the most confirmed first. */
export async function readPairs(querier: Querier, projectId: string, limit = 200_000): Promise<Pair[]> {
  const { rows } = await querier.query<Pair>(
    `SELECT e.pivot, e.source, e.label FROM memory_entry e LEFT JOIN memory_use u ON u.entry_id = e.id
     WHERE e.project_id = $1 GROUP BY e.id ORDER BY count(u.segment_id) DESC, e.pivot, e.source, e.label LIMIT $2`,
    [projectId, limit],
  );
  return rows;
}

/** Memory without what accepted segments have taught. */
export async function readTaughtPairs(querier: Querier, projectId: string): Promise<Pair[]> {
  const { rows } = await querier.query<Pair>(
    `SELECT pivot, source, label FROM memory_entry WHERE project_id = $1 AND origin <> 'review'
     ORDER BY pivot, source, label LIMIT 200000`,
    [projectId],
  );
  return rows;
}

const MOST_NAMES = 40;

/** Pairs whose source name stands in a text, the most confirmed first. */
export async function pairsIn(querier: Querier, projectId: string, sourceText: string): Promise<Pair[]> {
  const { rows } = await querier.query<Pair>({
    name: "memory-in-text",
    text: `SELECT e.pivot, e.source, e.label FROM memory_entry e
           WHERE e.project_id = $1 AND char_length(e.source) > 1 AND position(e.source IN $2) > 0
           ORDER BY (SELECT count(*) FROM memory_use u WHERE u.entry_id = e.id) DESC, e.pivot, e.source, e.label
           LIMIT ${MOST_NAMES}`,
    values: [projectId, sourceText],
  });
  return rows;
}

export async function pairsFor(
  querier: Querier,
  projectId: string,
  names: readonly string[],
): Promise<Pair[]> {
  const { rows } = await querier.query<Pair>({
    name: "memory-by-pivot",
    text: "SELECT pivot, source, label FROM memory_entry WHERE project_id = $1 AND lower(pivot) = ANY($2::text[])",
    values: [projectId, names.map((name) => name.toLowerCase())],
  });
  return rows;
}
