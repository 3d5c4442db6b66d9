import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { deleteKey } from "../db/api-keys.ts";

/** Ends one of one's own keys: the next request with it is refused. */
export async function revokeKey(
  app: App,
  actor: Actor,
  { id }: { id: string },
): Promise<{ revoked: boolean }> {
  return { revoked: await deleteKey(app.db.pool, actor.userId, id) };
}
