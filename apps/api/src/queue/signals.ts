import type { countSignalsSchema, SignalCounts } from "@spanbridge/shared/contracts";
import type { z } from "zod";
import type { Actor } from "../actor.ts";
import type { App } from "../app.ts";
import { fillDigests } from "../db/digests.ts";
import { countSignals } from "../db/queue.ts";
import { requireList } from "../lists/visible.ts";
import { accessTo } from "../projects/access.ts";
import { searching } from "./searching.ts";

/** How many of the segments that fit the rest of a filter carry each signal. */
export async function readSignalCounts(
  app: App,
  actor: Actor,
  { project, filter }: z.output<typeof countSignalsSchema>,
): Promise<SignalCounts> {
  const access = await accessTo(app, actor, project, "read");
  const { pool } = app.db;
  await requireList(pool, access, filter.list);
  await fillDigests(pool, access.id);
  const rest = { ...filter, signals: undefined, worth: undefined };
  return searching(pool, rest, (querier) => countSignals(querier, access.id, rest));
}
