import type { eventsResultSchema, eventsSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { readEvents } from "../db/edit-events.ts";
import { accessTo } from "../projects/access.ts";

/** A segment's history, newest first. */
export async function listEvents(
  app: App,
  actor: Actor,
  { project, number, before, limit }: z.output<typeof eventsSchema>,
): Promise<z.input<typeof eventsResultSchema>> {
  const { id } = await accessTo(app, actor, project, "read");
  const found = await readEvents(app.db.pool, { projectId: id, number }, { before, limit: limit + 1 });
  const events = found.slice(0, limit);
  return {
    events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    nextBefore: found.length > limit ? (events.at(-1)?.seq ?? null) : null,
  };
}
