import { createHash } from "node:crypto";
import { type ListOrigin, listOriginSchema, type SegmentList } from "@spanbridge/shared/contracts";
import type { Querier } from "./transaction.ts";

/** Lists that nobody has made again for so long are dropped. */
const KEPT_DAYS = 90;

export type NewList = {
  readonly projectId: string;
  /** Ascending. */
  readonly numbers: readonly number[];
  readonly origin: ListOrigin;
  readonly hidden: boolean;
  readonly userId: string;
};

/** Keeps a list and answers its id. The same numbers from the same origin have the same one, so that clicking twice keeps one. */
export async function keepList(querier: Querier, list: NewList): Promise<string> {
  const { projectId, numbers, origin, hidden, userId } = list;
  const id = idOf(list);
  await querier.query(
    `INSERT INTO segment_list (id, project_id, numbers, origin, hidden, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() AT TIME ZONE 'utc')
     ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at`,
    [id, projectId, numbers, JSON.stringify(origin), hidden, userId],
  );
  await querier.query(
    `DELETE FROM segment_list WHERE project_id = $1
     AND created_at < clock_timestamp() AT TIME ZONE 'utc' - interval '${KEPT_DAYS} days'`,
    [projectId],
  );
  return id;
}

/** A UUID of version 8 made of a digest: 122 bits that nobody guesses who does not know all of the list. */
function idOf({ projectId, numbers, origin, hidden }: NewList): string {
  const hash = createHash("sha256").update(JSON.stringify([projectId, origin, hidden, numbers]));
  const hex = hash.digest("hex");
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) & 3];
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

type Row = {
  readonly segments: number;
  readonly start: number | null;
  readonly origin: unknown;
  readonly hidden: boolean;
};

export type KeptList = SegmentList & { readonly hidden: boolean };

/** A list with where it stands now; undefined where the project has none of this id. */
export async function findList(
  querier: Querier,
  projectId: string,
  id: string,
): Promise<KeptList | undefined> {
  const { rows } = await querier.query<Row>(
    `SELECT cardinality(l.numbers) AS segments, l.origin, l.hidden,
       coalesce((SELECT min(s.number) FROM segment s WHERE s.project_id = $1 AND s.state = 'pending'
                 AND s.number IN (SELECT unnest(l.numbers))), l.numbers[1]) AS start
     FROM segment_list l WHERE l.project_id = $1 AND l.id = $2`,
    [projectId, id],
  );
  const row = rows[0];
  return row && { ...row, id, origin: listOriginSchema.parse(row.origin) };
}

/** Whether a list tells something of a hidden layer; undefined where there is no such list. */
export async function isListHidden(
  querier: Querier,
  projectId: string,
  id: string,
): Promise<boolean | undefined> {
  const { rows } = await querier.query<{ hidden: boolean }>({
    name: "list-hidden",
    text: "SELECT hidden FROM segment_list WHERE project_id = $1 AND id = $2",
    values: [projectId, id],
  });
  return rows[0]?.hidden;
}
