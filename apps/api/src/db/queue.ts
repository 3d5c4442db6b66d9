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

/** Numbers of the segments that fit a filter, or have changed their state or flag since `asOf`, as runs. */
export async function findRuns(
  querier: Querier,
  projectId: string,
  filter: QueueFilter,
  asOf: Date,
): Promise<readonly Run[]> {
  const { text, values } = conditions(projectId, filter, asOf);
  const { rows } = await querier.query<Run>(
    `SELECT min(number) AS first, count(*) AS length
     FROM (SELECT number, number - row_number() OVER (ORDER BY number) AS run FROM segment s WHERE ${text}) numbered
     GROUP BY run ORDER BY first`,
    values,
  );
  return rows;
}

function conditions(projectId: string, filter: QueueFilter, asOf: Date): { text: string; values: unknown[] } {
  const values: unknown[] = [projectId];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const fits: string[] = [];
  if (filter.states.length > 0) fits.push(`s.state = ANY(${bind(filter.states)}::text[])`);
  if (filter.flagged !== undefined) fits.push(`s.flagged = ${bind(filter.flagged)}::boolean`);
  const all = ["s.project_id = $1"];
  if (fits.length > 0) {
    const since = bind(asOf.toISOString());
    all.push(`(${fits.join(" AND ")} OR s.state_at > ${since}::timestamptz AT TIME ZONE 'utc')`);
  }
  if (filter.document !== undefined) {
    const name = bind(filter.document);
    all.push(`s.document_id = (SELECT id FROM document WHERE project_id = $1 AND name = ${name})`);
  }
  if (filter.text) {
    const pattern = bind(`%${filter.text.replace(/[\\%_]/g, "\\$&")}%`);
    all.push(`(s.source_text ILIKE ${pattern} OR s.pivot_text ILIKE ${pattern} OR s.external_id ILIKE ${pattern}
      OR s.id IN (SELECT r.segment_id FROM pivot_revision r JOIN segment o ON o.id = r.segment_id
                  WHERE o.project_id = $1 AND r.text ILIKE ${pattern}))`);
  }
  return { text: all.join(" AND "), values };
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
