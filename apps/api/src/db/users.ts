import type { Querier } from "./transaction.ts";

/** Names by id; ids that are nobody's are left out. */
export async function namesOf(querier: Querier, ids: Iterable<string>): Promise<Record<string, string>> {
  const wanted = [...ids];
  if (wanted.length === 0) return {};
  const { rows } = await querier.query<{ id: string; name: string }>({
    name: "user-names",
    text: `SELECT id, name FROM "user" WHERE id = ANY($1)`,
    values: [wanted],
  });
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
