import type { WikipediaSettings } from "@spanbridge/shared/contracts";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readWikipediaSettings, writeWikipediaSettings } from "../db/settings.ts";
import type { Querier } from "../db/transaction.ts";
import { AppError } from "../error.ts";
import { isLocalApi, requireContact } from "./address.ts";
import { WIKIPEDIA_API } from "./transport.ts";

/** How Wikipedia is asked. Nothing is allowed until an owner has said so: names of projects would leave this machine. */
export const settingsOf = async (querier: Querier): Promise<WikipediaSettings> =>
  (await readWikipediaSettings(querier)) ?? { apiBase: WIKIPEDIA_API, contact: "", allowed: false };

export const getWikipediaSettings = (app: App): Promise<WikipediaSettings> => settingsOf(app.db.pool);

/** Allows names to be sent there, or forbids it; only an owner may. Whoever allows it says who asks. */
export async function setWikipediaSettings(
  app: App,
  actor: Actor,
  settings: WikipediaSettings,
): Promise<WikipediaSettings> {
  if (!actor.isOwner) throw new AppError("forbidden", "Only an owner of this installation may do this.");
  if (settings.allowed) requireContact(settings);
  await writeWikipediaSettings(app.db.pool, settings);
  return settings;
}

/** Refuses to ask where that is not allowed. */
export function requireAllowed(settings: Pick<WikipediaSettings, "apiBase" | "contact" | "allowed">): void {
  if (isLocalApi(settings.apiBase)) return;
  if (!settings.allowed) {
    const { host } = new URL(settings.apiBase.replace("{lang}", "en"));
    const where = host.replace(/^en\./, "*.");
    throw new AppError(
      "forbidden",
      `Names may not be sent to ${where}. An owner of this installation can allow it on this page.`,
    );
  }
  requireContact(settings);
}
