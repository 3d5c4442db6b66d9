import { z } from "zod";
import type { Querier } from "./transaction.ts";

const MODEL_ORIGINS = "model_origins";

/** Origins, beside this machine's own, that text may be sent to. */
export async function readModelOrigins(querier: Querier): Promise<string[]> {
  const { rows } = await querier.query<{ value: unknown }>("SELECT value FROM setting WHERE name = $1", [
    MODEL_ORIGINS,
  ]);
  return z.array(z.string()).parse(rows[0]?.value ?? []);
}

export async function writeModelOrigins(querier: Querier, origins: readonly string[]): Promise<void> {
  await querier.query(
    `INSERT INTO setting (name, value, updated_at) VALUES ($1, $2, clock_timestamp() AT TIME ZONE 'utc')
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    [MODEL_ORIGINS, JSON.stringify(origins)],
  );
}
