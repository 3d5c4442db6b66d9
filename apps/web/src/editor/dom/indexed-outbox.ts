import { createStore, type UseStore } from "idb-keyval";
import { z } from "zod";
import { type Outbox, type OutboxRecord, outboxRecordSchema } from "../model/queue/outbox.ts";

const entrySchema = z.object({ owner: z.string(), record: outboxRecordSchema });
type Entry = z.infer<typeof entrySchema>;

const lockOf = (tab: string): string => `spanbridge-tab ${tab}`;

let store: UseStore | undefined;
const objects: UseStore = (mode, use) => {
  store ??= createStore("spanbridge", "outbox");
  return store(mode, use);
};

/**
 * The outbox in IndexedDB, for one person and project. `tab` names this page; while it lives it holds a lock of that
 * name, so that other tabs leave its records alone, and a crash releases them.
 */
export function indexedOutbox(user: string, project: string, tab: string): Outbox {
  const prefix = `${user} ${project} `;
  holdLock(tab);
  return {
    put: (record) => write((to) => to.put({ owner: tab, record } satisfies Entry, prefix + record.id)),
    remove: (id) => write((to) => to.delete(prefix + id)),
    claim: async (number) => {
      const alive = await liveTabs();
      return objects("readwrite", (from) => takeOver(from, prefix, tab, alive, number));
    },
  };
}

// Transactions on one store run in the order in which they were made: nothing here waits before making one.
function write(request: (to: IDBObjectStore) => IDBRequest): Promise<void> {
  return objects(
    "readwrite",
    (to) =>
      new Promise((resolve, reject) => {
        request(to);
        to.transaction.oncomplete = () => resolve();
        to.transaction.onabort = () => reject(to.transaction.error);
      }),
  );
}

/** Records of tabs that are gone, now under this tab's name. One that cannot be read is left where it is. */
function takeOver(
  from: IDBObjectStore,
  prefix: string,
  tab: string,
  alive: ReadonlySet<string>,
  number: number | undefined,
): Promise<readonly OutboxRecord[]> {
  return new Promise((resolve, reject) => {
    const found: OutboxRecord[] = [];
    const cursors = from.openCursor(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
    cursors.onerror = () => reject(cursors.error);
    cursors.onsuccess = () => {
      const cursor = cursors.result;
      if (!cursor) return resolve(found);
      const entry = entrySchema.safeParse(cursor.value);
      if (entry.success && mayTake(entry.data, tab, alive, number)) {
        cursor.update({ owner: tab, record: entry.data.record } satisfies Entry);
        found.push(entry.data.record);
      }
      cursor.continue();
    };
  });
}

const mayTake = (
  { owner, record }: Entry,
  tab: string,
  alive: ReadonlySet<string>,
  number: number | undefined,
) => owner !== tab && !alive.has(lockOf(owner)) && (number === undefined || record.meta.number === number);

// Without locks (a plain-http page on another host) every other tab counts as gone. Two tabs may then send the same
// edits; the server knows them by their ids.
async function liveTabs(): Promise<ReadonlySet<string>> {
  const locks = "locks" in navigator ? await navigator.locks.query() : undefined;
  return new Set(locks?.held?.flatMap(({ name }) => name ?? []));
}

const held = new Set<string>();

function holdLock(tab: string): void {
  if (held.has(tab) || !("locks" in navigator)) return;
  held.add(tab);
  // Never resolved: the browser releases it when the page goes, however it goes.
  void navigator.locks.request(lockOf(tab), () => new Promise<never>(() => undefined));
}
