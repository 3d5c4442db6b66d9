import { codePoint, previousBoundary, Text } from "@spanbridge/shared";
import type { QueueItem, queueWindowResultSchema, queueWindowSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { type QueueRow, readQueueRows } from "../db/queue.ts";
import { requireList } from "../lists/visible.ts";
import { accessTo } from "../projects/access.ts";

/** Code points of the source text in the list. */
export const PREVIEW = 80;

/** A stretch of the filtered queue. Positions are those of the time `asOf`, states and flags are the current ones. */
export async function readWindow(
  app: App,
  actor: Actor,
  { project, filter, asOf, offset, limit }: z.output<typeof queueWindowSchema>,
): Promise<z.input<typeof queueWindowResultSchema>> {
  const access = await accessTo(app, actor, project, "read");
  const { id } = access;
  const { pool } = app.db;
  await requireList(pool, access, filter.list);
  const list = await app.queueLists.get(pool, id, filter, asOf === undefined ? undefined : new Date(asOf));
  const numbers = list.numbers.slice(offset, offset + limit);
  const rows = numbers.length === 0 ? [] : await readQueueRows(pool, id, numbers, PREVIEW + 1);
  return { asOf: list.asOf.toISOString(), total: list.numbers.size, items: rows.map(itemOf) };
}

export function itemOf({ beginning, ...row }: QueueRow): QueueItem {
  const text = new Text(beginning);
  const preview =
    text.length <= PREVIEW
      ? beginning
      : text.slice({ start: codePoint(0), end: previousBoundary(text, codePoint(PREVIEW + 1)) });
  return { ...row, preview };
}
