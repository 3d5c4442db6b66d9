import type { CreatedApiKey, createApiKeySchema } from "@spanbridge/shared/contracts";
import { v7 } from "uuid";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { hashToken } from "../auth/token.ts";
import { countKeys, insertKey } from "../db/api-keys.ts";
import { AppError } from "../error.ts";
import { newKey, prefixOf, toApiKey } from "./key.ts";

const DAY = 24 * 3_600_000;
/** Enough for every program of a person; a script that makes keys in a loop is stopped. */
const MAX_KEYS = 50;

/** A new key of this person's own, with their rights. */
export async function createKey(
  app: App,
  actor: Actor,
  { name, days }: z.output<typeof createApiKeySchema>,
): Promise<CreatedApiKey> {
  if ((await countKeys(app.db.pool, actor.userId)) >= MAX_KEYS) {
    throw new AppError("conflict", `You have ${MAX_KEYS} keys. Revoke one that is not used any more first.`);
  }
  const key = newKey();
  const now = app.now();
  const row = {
    id: v7(),
    name,
    prefix: prefixOf(key),
    createdAt: now,
    expiresAt: days === null ? null : new Date(now.getTime() + days * DAY),
    lastUsedAt: null,
  };
  await insertKey(app.db.pool, actor.userId, { ...row, hash: hashToken(key) });
  return { ...toApiKey(row, now), key };
}
