import type { History } from "@spanbridge/shared";
import { createStore, type UseStore } from "idb-keyval";
import { z } from "zod";
import { historySchema, type Memories } from "../model/workspace/memories.ts";

/** Older ones go when the page is opened: nobody takes back what was done that many segments ago. */
const KEPT = 1000;

const markSchema = z.object({ at: z.number() });
const entrySchema = markSchema.extend({ history: historySchema });
type Entry = z.infer<typeof entrySchema>;

let store: UseStore | undefined;
const objects: UseStore = (mode, use) => {
  store ??= createStore("spanbridge-history", "histories");
  return store(mode, use);
};

/** Histories in IndexedDB, for one person and project. `now`: milliseconds, for their order. */
export function indexedMemories(user: string, project: string, now: () => number): Memories {
  const prefix = `${user} ${project} `;
  const keyOf = (number: number): string => prefix + number;
  return {
    put: (number, history) =>
      objects("readwrite", async (to) => {
        if (isEmpty(history)) await answered(to.delete(keyOf(number)));
        else await answered(to.put({ at: now(), history } satisfies Entry, keyOf(number)));
      }),
    get: async (number) => {
      const found: unknown = await objects("readonly", (from) => answered(from.get(keyOf(number))));
      const entry = entrySchema.safeParse(found);
      return entry.success ? entry.data.history : undefined;
    },
    numbers: () => objects("readwrite", (from) => inOrder(from, prefix)),
  };
}

const isEmpty = ({ done, undone }: History): boolean => done.length + undone.length === 0;

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Oldest first; those that are too many or cannot be read are removed. */
async function inOrder(from: IDBObjectStore, prefix: string): Promise<readonly number[]> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const keys = answered(from.getAllKeys(range));
  const values: unknown[] = await answered(from.getAll(range));
  const found = (await keys).flatMap((key, index) => {
    const entry = markSchema.safeParse(values[index]);
    return entry.success
      ? [{ key, at: entry.data.at, number: Number(String(key).slice(prefix.length)) }]
      : [];
  });
  const kept = found.sort((a, b) => a.at - b.at).slice(-KEPT);
  const stays = new Set(kept.map(({ key }) => key));
  for (const key of await keys) if (!stays.has(key)) from.delete(key);
  return kept.map(({ number }) => number);
}
