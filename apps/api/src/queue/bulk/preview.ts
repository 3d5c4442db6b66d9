import type { BulkPreview, bulkSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../../actor.ts";
import type { App } from "../../app.ts";
import { readQueueRows } from "../../db/queue.ts";
import { accessTo } from "../../projects/access.ts";
import { itemOf, PREVIEW } from "../window.ts";
import { rightFor, selected } from "./selection.ts";

const EXAMPLES = 5;

/** What an action on a whole queue would change, before anybody says yes to it. */
export async function previewBulk(
  app: App,
  actor: Actor,
  { project, filter, action }: z.output<typeof bulkSchema>,
): Promise<BulkPreview> {
  const access = await accessTo(app, actor, project, rightFor(action));
  const numbers = await selected(app, access, filter, action);
  if (!numbers || numbers.size === 0) return { count: 0, examples: [] };
  const rows = await readQueueRows(app.db.pool, access.id, numbers.slice(0, EXAMPLES), PREVIEW + 1);
  return { count: numbers.size, examples: rows.map(itemOf) };
}
