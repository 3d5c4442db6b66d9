import type { QueuePlace, queuePlaceSchema } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { firstPending } from "../db/queue.ts";
import type { Querier } from "../db/transaction.ts";
import { requireList } from "../lists/visible.ts";
import { accessTo } from "../projects/access.ts";
import type { Ordered } from "./ordered.ts";

/** Where a segment stands in the filtered queue, what is beside it, and what is next to do. */
export async function findPlace(
  app: App,
  actor: Actor,
  { project, number, filter, asOf }: z.output<typeof queuePlaceSchema>,
): Promise<QueuePlace> {
  const access = await accessTo(app, actor, project, "read");
  const { id } = access;
  const { pool } = app.db;
  await requireList(pool, access, filter.list);
  const at = asOf === undefined ? undefined : new Date(asOf);
  const { numbers } = await app.queueLists.get(pool, id, filter, at);
  const position = numbers.indexOf(number);
  const here = numbers.rank(number);
  const after = position === undefined ? here : here + 1;
  return {
    position: position ?? null,
    previous: numbers.at(here - 1) ?? null,
    next: numbers.at(after) ?? null,
    nextPending:
      (await pendingBetween(pool, id, numbers, after, numbers.size)) ??
      (await pendingBetween(pool, id, numbers, 0, here)) ??
      null,
  };
}

/** Runs looked through at a time: a few milliseconds' worth. */
const BATCH = 500;

async function pendingBetween(
  querier: Querier,
  projectId: string,
  numbers: Ordered,
  start: number,
  end: number,
): Promise<number | undefined> {
  let batch: (readonly [number, number])[] = [];
  for (const run of numbers.between(start, end)) {
    batch.push(run);
    if (batch.length < BATCH) continue;
    const found = await firstPending(querier, projectId, batch);
    if (found !== undefined) return found;
    batch = [];
  }
  return batch.length === 0 ? undefined : firstPending(querier, projectId, batch);
}
