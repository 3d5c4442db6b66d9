import type { ReviewState } from "@spanbridge/shared";
import type { QueueFilter } from "@spanbridge/shared/contracts";
import type { Querier } from "./transaction.ts";

export type Run = { readonly first: number; readonly length: number };

/** The database's clock, to which `state_at` belongs. */
export async function databaseTime(querier: Querier): Promise<Date> {
  const { rows } = await querier.query<{ at: number }>({
    name: "database-time",
    text: "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS at",
  });
  return new Date(rows[0]?.at ?? 0);
}

/**
 * Numbers of the segments that fit a filter, as runs. With `changedSince`, those too whose state or flag has changed
 * since then, whatever it is now.
 */
export async function findRuns(
  querier: Querier,
  projectId: string,
  filter: QueueFilter,
  changedSince: Date | undefined,
): Promise<readonly Run[]> {
  const { text, values } = conditions(projectId, filter, changedSince);
  if (!filter.text) {
    // A project in which nothing is decided yet, or everything, is one run; that is seen much faster.
    const { rows: whole } = await querier.query<{ first: number | null; last: number; count: number }>(
      `SELECT min(number) AS first, max(number) AS last, count(*) AS count FROM segment s WHERE ${text}`,
      values,
    );
    const { first, last, count } = whole[0] ?? { first: null, last: 0, count: 0 };
    if (first === null) return [];
    if (last - first + 1 === count) return [{ first, length: count }];
  }
  const { rows } = await querier.query<Run>(
    `SELECT min(number) AS first, count(*) AS length
     FROM (SELECT number, number - row_number() OVER (ORDER BY number) AS run FROM segment s WHERE ${text}) numbered
     GROUP BY run ORDER BY first`,
    values,
  );
  return rows;
}

function conditions(
  projectId: string,
  filter: QueueFilter,
  changedSince: Date | undefined,
): { text: string; values: unknown[] } {
  const values: unknown[] = [projectId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const fits: string[] = [];
  if (filter.states.length > 0) fits.push(`s.state = ANY(${bind(filter.states)}::text[])`);
  if (filter.flagged !== undefined) fits.push(`s.flagged = ${bind(filter.flagged)}::boolean`);
  const all = ["s.project_id = $1"];
  if (fits.length > 0) {
    const fit = fits.join(" AND ");
    all.push(
      changedSince
        ? `(${fit} OR s.state_at > ${bind(changedSince.toISOString())}::timestamptz AT TIME ZONE 'utc')`
        : fit,
    );
  }
  if (filter.document !== undefined) {
    const name = bind(filter.document);
    all.push(`s.document_id = (SELECT id FROM document WHERE project_id = $1 AND name = ${name})`);
  }
  if (filter.text) all.push(textCondition(filter.text, bind));
  return { text: all.join(" AND "), values };
}

/**
 * Looks through all texts: an index of trigrams knows no words of two characters, which most Chinese ones are, and would
 * make every import several times slower. What has no case is compared as it is, which is several times faster.
 */
function textCondition(wanted: string, bind: (value: unknown) => string): string {
  const like = wanted.toLowerCase() === wanted.toUpperCase() ? "LIKE" : "ILIKE";
  const pattern = bind(`%${wanted.replace(/[\\%_]/g, "\\$&")}%`);
  return `(s.source_text ${like} ${pattern} OR s.pivot_text ${like} ${pattern} OR s.external_id ${like} ${pattern}
    OR s.id IN (SELECT r.segment_id FROM pivot_revision r JOIN segment o ON o.id = r.segment_id
                WHERE o.project_id = $1 AND r.text ${like} ${pattern}))`;
}

export type QueueRow = {
  readonly number: number;
  readonly externalId: string;
  readonly document: string;
  /** The first characters of the source text. */
  readonly beginning: string;
  readonly state: ReviewState;
  readonly flagged: boolean;
};

export async function readQueueRows(
  querier: Querier,
  projectId: string,
  numbers: readonly number[],
  characters: number,
): Promise<readonly QueueRow[]> {
  const { rows } = await querier.query<QueueRow>({
    name: "queue-rows",
    text: `SELECT s.number, s.external_id AS "externalId", d.name AS document, left(s.source_text, $3) AS beginning,
             s.state, s.flagged
           FROM segment s JOIN document d ON d.id = s.document_id
           WHERE s.project_id = $1 AND s.number = ANY($2) ORDER BY s.number`,
    values: [projectId, numbers, characters],
  });
  return rows;
}

/** The first pending segment in these runs, in their order; undefined when there is none. */
export async function firstPending(
  querier: Querier,
  projectId: string,
  runs: readonly (readonly [first: number, last: number])[],
): Promise<number | undefined> {
  const { rows } = await querier.query<{ number: number }>({
    name: "first-pending",
    text: `SELECT found.number
           FROM unnest($2::int[], $3::int[]) WITH ORDINALITY AS run (first, last, place)
           CROSS JOIN LATERAL (
             SELECT number FROM segment
             WHERE project_id = $1 AND state = 'pending' AND number BETWEEN run.first AND run.last
             ORDER BY number LIMIT 1
           ) found
           ORDER BY run.place LIMIT 1`,
    values: [projectId, runs.map(([first]) => first), runs.map(([, last]) => last)],
  });
  return rows[0]?.number;
}
