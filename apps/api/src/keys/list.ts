import type { ApiKey } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { listKeys } from "../db/api-keys.ts";
import { toApiKey } from "./key.ts";

/** One's own keys, the newest first. Nobody sees those of others. */
export async function listOwnKeys(app: App, actor: Actor): Promise<ApiKey[]> {
  const now = app.now();
  return (await listKeys(app.db.pool, actor.userId)).map((row) => toApiKey(row, now));
}
