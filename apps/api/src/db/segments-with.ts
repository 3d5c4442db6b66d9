import type { Side } from "@spanbridge/shared";
import type { Querier } from "./transaction.ts";

/** Characters that mean something in a LIKE pattern, escaped. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, "\\$&")}%`;

/**
 * Numbers, ascending, of the segments whose texts hold these words: all of them, each in its side's text as it is now or
 * was in some revision. At most `limit`.
 */
export async function findSegmentsWith(
  querier: Querier,
  projectId: string,
  words: readonly { readonly side: Side; readonly surface: string }[],
  limit: number,
): Promise<readonly number[]> {
  const values: unknown[] = [projectId, limit];
  const conditions = words.map(({ side, surface }) => {
    const pattern = `$${values.push(containing(surface))}`;
    return side === "source"
      ? `s.source_text LIKE ${pattern}`
      : `(s.pivot_text LIKE ${pattern}
          OR s.id IN (SELECT r.segment_id FROM pivot_revision r WHERE r.text LIKE ${pattern}))`;
  });
  const { rows } = await querier.query<{ number: number }>(
    `SELECT s.number FROM segment s WHERE s.project_id = $1 AND ${conditions.join(" AND ")}
     ORDER BY s.number LIMIT $2`,
    values,
  );
  return rows.map(({ number }) => number);
}
