import type { modelHostsSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readModelOrigins, writeModelOrigins } from "../db/settings.ts";
import { AppError } from "../error.ts";

type Hosts = z.output<typeof modelHostsSchema>;

export const getModelHosts = async (app: App): Promise<Hosts> => ({
  origins: await readModelOrigins(app.db.pool),
});

/** Allows text to be sent to these addresses; only an owner may. */
export async function setModelHosts(app: App, actor: Actor, { origins }: Hosts): Promise<Hosts> {
  if (!actor.isOwner) throw new AppError("forbidden", "Only an owner of this installation may do this.");
  const unique = [...new Set(origins.map((origin) => new URL(origin).origin))].sort();
  await writeModelOrigins(app.db.pool, unique);
  return { origins: unique };
}
