import { v7 } from "uuid";
import type { Querier } from "./transaction.ts";

export type UserRow = { readonly id: string; readonly name: string; readonly role: "owner" | "member" };

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

/** The first owner; undefined on an installation that nobody has opened yet. */
export async function findOwner(querier: Querier): Promise<UserRow | undefined> {
  const { rows } = await querier.query<UserRow>(
    `SELECT id, name, role FROM "user" WHERE role = 'owner' ORDER BY "createdAt", id LIMIT 1`,
  );
  return rows[0];
}

/** Everybody of this name: names need not be unique. */
export async function findUsersByName(querier: Querier, name: string): Promise<readonly UserRow[]> {
  const { rows } = await querier.query<UserRow>(
    `SELECT id, name, role FROM "user" WHERE name = $1 ORDER BY "createdAt", id`,
    [name],
  );
  return rows;
}

export async function listUsers(querier: Querier): Promise<readonly UserRow[]> {
  const { rows } = await querier.query<UserRow>(`SELECT id, name, role FROM "user" ORDER BY name, id`);
  return rows;
}

/** A new person. They have no mail address with us; the column wants one that is unique, so it gets one that cannot exist. */
export async function insertUser(querier: Querier, user: Omit<UserRow, "id">): Promise<string> {
  const id = v7();
  await querier.query(
    `INSERT INTO "user" (id, name, email, "emailVerified", role, "createdAt", "updatedAt")
     VALUES ($1, $2, $3, false, $4, now() AT TIME ZONE 'utc', now() AT TIME ZONE 'utc')`,
    [id, user.name, `${id}@users.invalid`, user.role],
  );
  return id;
}
