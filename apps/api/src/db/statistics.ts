import type { Log } from "./log.ts";
import { describeCause } from "./problem.ts";
import type { Pooled } from "./transaction.ts";

/** Fewer new rows than this change no plan. */
const MANY = 2000;

/** Lets the planner know of many new rows at once, rather than when PostgreSQL comes around to it by itself. */
export async function refreshStatistics({ pool }: Pooled, log: Log, newRows: number): Promise<void> {
  if (newRows < MANY) return;
  await pool
    .query("ANALYZE segment, annotation")
    .catch((error: unknown) =>
      log.warn({ error: describeCause(error) }, "the statistics were not refreshed"),
    );
}
