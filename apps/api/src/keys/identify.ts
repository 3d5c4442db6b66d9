import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { hashToken } from "../auth/token.ts";
import { findKeyHolder, noteUse } from "../db/api-keys.ts";
import { isExpired, isKeyShaped } from "./key.ts";

/** Whose program it is that shows a key. `unknown`: made up, mistyped or revoked. */
export type Holder =
  | { readonly kind: "known"; readonly keyId: string; readonly actor: Actor }
  | { readonly kind: "expired" }
  | { readonly kind: "unknown" };

/** Uses are noted to the minute, so that a busy program does not write with every request. */
const NOTED_EVERY_MS = 60_000;

/** Looked up with every request: a key that is revoked, and a role that is taken away, hold at once. */
export async function identifyKey(app: Pick<App, "db" | "now">, key: string): Promise<Holder> {
  if (!isKeyShaped(key)) return { kind: "unknown" };
  const found = await findKeyHolder(app.db.pool, hashToken(key));
  if (!found) return { kind: "unknown" };
  const now = app.now();
  if (isExpired(found, now)) return { kind: "expired" };
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() >= NOTED_EVERY_MS) {
    await noteUse(app.db.pool, found.id, now);
  }
  const { userId, userName: name, role } = found;
  return { kind: "known", keyId: found.id, actor: { userId, name, isOwner: role === "owner" } };
}
