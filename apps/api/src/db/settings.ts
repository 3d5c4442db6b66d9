import { type WikipediaSettings, wikipediaSettingsSchema } from "@spanbridge/shared/contracts";
import { z } from "zod";
import type { Querier } from "./transaction.ts";

const MODEL_ORIGINS = "model_origins";

const WIKIPEDIA = "wikipedia";

/** Origins, beside this machine's own, that text may be sent to. */
export const readModelOrigins = async (querier: Querier): Promise<string[]> =>
  z.array(z.string()).parse((await readSetting(querier, MODEL_ORIGINS)) ?? []);

export const writeModelOrigins = (querier: Querier, origins: readonly string[]): Promise<void> =>
  writeSetting(querier, MODEL_ORIGINS, origins);

/** How Wikipedia is asked; undefined where nobody has said so yet. */
export const readWikipediaSettings = async (querier: Querier): Promise<WikipediaSettings | undefined> =>
  wikipediaSettingsSchema.optional().parse(await readSetting(querier, WIKIPEDIA));

export const writeWikipediaSettings = (querier: Querier, settings: WikipediaSettings): Promise<void> =>
  writeSetting(querier, WIKIPEDIA, settings);

async function readSetting(querier: Querier, name: string): Promise<unknown> {
  const { rows } = await querier.query<{ value: unknown }>("SELECT value FROM setting WHERE name = $1", [
    name,
  ]);
  return rows[0]?.value;
}

async function writeSetting(querier: Querier, name: string, value: unknown): Promise<void> {
  await querier.query(
    `INSERT INTO setting (name, value, updated_at) VALUES ($1, $2, clock_timestamp() AT TIME ZONE 'utc')
     ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
    [name, JSON.stringify(value)],
  );
}
