import type { Querier } from "./transaction.ts";

export type KeyRow = {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

const columns = `id, name, prefix, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"`;

export async function insertKey(
  querier: Querier,
  userId: string,
  key: KeyRow & { readonly hash: string },
): Promise<void> {
  await querier.query(
    `INSERT INTO api_key (id, user_id, name, hash, prefix, expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [key.id, userId, key.name, key.hash, key.prefix, key.expiresAt, key.createdAt],
  );
}

/** A person's keys, the newest first. */
export async function listKeys(querier: Querier, userId: string): Promise<readonly KeyRow[]> {
  const { rows } = await querier.query<KeyRow>(
    `SELECT ${columns} FROM api_key WHERE user_id = $1 ORDER BY created_at DESC, id DESC`,
    [userId],
  );
  return rows;
}

export async function countKeys(querier: Querier, userId: string): Promise<number> {
  const { rows } = await querier.query<{ count: number }>(
    "SELECT count(*) AS count FROM api_key WHERE user_id = $1",
    [userId],
  );
  return rows[0]?.count ?? 0;
}

/** False where this person has no such key. */
export async function deleteKey(querier: Querier, userId: string, id: string): Promise<boolean> {
  const { rowCount } = await querier.query("DELETE FROM api_key WHERE user_id = $1 AND id = $2", [
    userId,
    id,
  ]);
  return rowCount === 1;
}

export type KeyHolder = {
  readonly id: string;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly userId: string;
  readonly userName: string;
  readonly role: "owner" | "member";
};

/** Whose key has this hash; undefined for none, which is what a revoked one is. */
export async function findKeyHolder(querier: Querier, hash: string): Promise<KeyHolder | undefined> {
  const { rows } = await querier.query<KeyHolder>({
    name: "key-holder",
    text: `SELECT k.id, k.expires_at AS "expiresAt", k.last_used_at AS "lastUsedAt", u.id AS "userId",
             u.name AS "userName", u.role
           FROM api_key k JOIN "user" u ON u.id = k.user_id WHERE k.hash = $1`,
    values: [hash],
  });
  return rows[0];
}

export async function noteUse(querier: Querier, id: string, at: Date): Promise<void> {
  await querier.query("UPDATE api_key SET last_used_at = $2 WHERE id = $1", [id, at]);
}
