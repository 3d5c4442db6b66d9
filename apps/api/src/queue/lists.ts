import type { QueueFilter } from "@spanbridge/shared/contracts";
import { fillDigests } from "../db/digests.ts";
import { databaseTime, findOrdered } from "../db/queue.ts";
import { needsDigests } from "../db/queue-filter.ts";
import type { Pooled } from "../db/transaction.ts";
import { Intervals } from "./intervals.ts";
import { Ordered } from "./ordered.ts";
import { searching } from "./searching.ts";

/** A filtered queue as it was at a time, in which positions stay put while people work through it. */
export type QueueList = { readonly asOf: Date; readonly numbers: Ordered };

/** About 16 MB. Beyond it the list that was used longest ago goes; it is made again when it is asked for. */
const MAX_RUNS = 2_000_000;

/**
 * The queues that people have open, kept because each step through one needs it. One that was dropped (or made by a
 * server that has since been restarted) is made again from the filter and its time: segments that have changed since
 * then are taken in, so that what somebody has just accepted does not vanish from under them.
 */
export class QueueLists {
  readonly #lists = new Map<string, Promise<QueueList>>();
  #runs = 0;

  /** `asOf` undefined: the queue as it is now. */
  async get(
    pool: Pooled["pool"],
    projectId: string,
    filter: QueueFilter,
    asOf: Date | undefined,
  ): Promise<QueueList> {
    const at = asOf ?? (await databaseTime(pool));
    const key = JSON.stringify([projectId, filter, at]);
    const known = this.#lists.get(key);
    if (known) {
      // The last one used is last in the map.
      this.#lists.delete(key);
      this.#lists.set(key, known);
      return known;
    }
    const made = make(pool, projectId, filter, at, asOf);
    this.#lists.set(key, made);
    try {
      this.#runs += weightOf(await made);
    } catch (error) {
      this.#lists.delete(key);
      throw error;
    }
    await this.#dropOldest();
    return made;
  }

  clear(): void {
    this.#lists.clear();
    this.#runs = 0;
  }

  async #dropOldest(): Promise<void> {
    for (const [key, list] of this.#lists) {
      if (this.#runs <= MAX_RUNS || this.#lists.size <= 1) return;
      this.#lists.delete(key);
      this.#runs -= weightOf(await list);
    }
  }
}

/** Even an empty list takes some room. */
const weightOf = ({ numbers }: QueueList): number => numbers.weight + 50;

/** Nothing has changed since a time that is only just being taken. */
async function make(
  pool: Pooled["pool"],
  projectId: string,
  filter: QueueFilter,
  asOf: Date,
  changedSince: Date | undefined,
): Promise<QueueList> {
  if (needsDigests(filter)) await fillDigests(pool, projectId);
  const { head, runs } = await searching(pool, filter, (querier) =>
    findOrdered(querier, projectId, filter, changedSince),
  );
  return { asOf, numbers: new Ordered(head, new Intervals(runs)) };
}
