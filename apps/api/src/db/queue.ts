import type { QueueSignal, ReviewState } from "@spanbridge/shared";
import type { QueueFilter } from "@spanbridge/shared/contracts";
import { conditions } from "./queue-filter.ts";
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
function findRuns(
  querier: Querier,
  projectId: string,
  filter: QueueFilter,
  changedSince: Date | undefined,
): Promise<readonly Run[]> {
  const { text, values } = conditions(projectId, filter, changedSince);
  return runsWhere(querier, text, values, Boolean(filter.text));
}

async function runsWhere(
  querier: Querier,
  text: string,
  values: unknown[],
  slow: boolean,
): Promise<readonly Run[]> {
  if (!slow) {
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

/** Whether the list has to be put in order number by number: what comes before the runs, as SQL. */
const heads = {
  number: undefined,
  worth: { among: "s.worth > 0", by: "s.worth DESC, s.number" },
  confidence: { among: "s.confidence IS NOT NULL", by: "s.confidence, s.number" },
} as const;

/**
 * The segments that the order of a filter puts first, one by one, and the others as runs of numbers: in a project of a
 * million segments most have no signal and go in the order in which they came.
 */
export async function findOrdered(
  querier: Querier,
  projectId: string,
  filter: QueueFilter,
  changedSince: Date | undefined,
): Promise<{ readonly head: readonly number[]; readonly runs: readonly Run[] }> {
  const order = heads[filter.order ?? "number"];
  if (!order) return { head: [], runs: await findRuns(querier, projectId, filter, changedSince) };
  const { text, values } = conditions(projectId, filter, changedSince);
  const { rows } = await querier.query<{ numbers: number[] | null }>(
    `SELECT array_agg(s.number ORDER BY ${order.by}) AS numbers FROM segment s WHERE ${text} AND ${order.among}`,
    values,
  );
  const runs = await runsWhere(
    querier,
    `${text} AND (${order.among}) IS NOT TRUE`,
    values,
    Boolean(filter.text),
  );
  return { head: rows[0]?.numbers ?? [], runs };
}

/** How many of the segments that fit a filter carry each signal. */
export async function countSignals(
  querier: Querier,
  projectId: string,
  filter: QueueFilter,
): Promise<{ signal: QueueSignal; segments: number }[]> {
  const { text, values } = conditions(projectId, filter);
  const { rows } = await querier.query<{ signal: QueueSignal; segments: number }>(
    `SELECT signal, count(*) AS segments FROM segment s CROSS JOIN LATERAL unnest(s.signals) AS signal
     WHERE ${text} GROUP BY signal ORDER BY segments DESC, signal`,
    values,
  );
  return rows;
}

export type QueueRow = {
  readonly number: number;
  readonly externalId: string;
  readonly document: string;
  /** The first characters of the source text. */
  readonly beginning: string;
  /** Null: the project's. */
  readonly sourceLang: string | null;
  readonly state: ReviewState;
  readonly flagged: boolean;
  readonly signals: QueueSignal[];
  readonly assignee: string | null;
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
             s.source_lang AS "sourceLang", s.state, s.flagged, s.signals, u.name AS assignee
           FROM unnest($2::int[]) WITH ORDINALITY AS wanted (number, place)
           JOIN segment s ON s.project_id = $1 AND s.number = wanted.number
           JOIN document d ON d.id = s.document_id LEFT JOIN "user" u ON u.id = s.assignee_id
           ORDER BY wanted.place`,
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
