import type { Annotation, History, ReviewState } from "@spanbridge/shared";
import type { SegmentView } from "@spanbridge/shared/contracts";
import { createStore, type StoreApi } from "zustand/vanilla";
import { isSettled, type OutboxRecord } from "../queue/outbox.ts";
import type { SegmentServer } from "../queue/ports.ts";
import { hasUnsaved } from "../queue/queue.ts";
import { createSegment, type Segment, type SegmentDeps } from "../segment/segment.ts";
import type { ProjectRules } from "../segment/state.ts";
import {
  type Batch,
  type Batches,
  batchFor,
  type Depths,
  noBatches,
  withBatch,
  withTaken,
} from "./batches.ts";
import type { Memories } from "./memories.ts";

export type WorkspaceDeps = Omit<SegmentDeps, "server" | "onApplied"> & {
  readonly memories: Memories;
  readonly serverFor: (number: number) => SegmentServer;
  /** Called when a segment's state or flag is another one than before; `here`: by what was done on this computer. */
  readonly onMark: (number: number, mark: Mark, before: Mark, here: boolean) => void;
};

/** What the queue shows of a segment. */
export type Mark = { readonly state: ReviewState; readonly flagged: boolean };

/** What is not settled over all segments. */
export type Unsaved = {
  /** How many have edits that are not saved. */
  readonly segments: number;
  /** Whether all of these would outlive the tab. */
  readonly durable: boolean;
  /** Those with edits that were given up and wait for the person, by number. */
  readonly givenUp: readonly number[];
};

export type Workspace = ReturnType<typeof createWorkspace>;

/**
 * The segments of a project that a person has open or has been at. They stay until the page goes, and edits of a segment
 * one has left are still sent; what can be taken back in them outlives the page.
 */
export function createWorkspace(deps: WorkspaceDeps, initial: ProjectRules) {
  let current = initial;
  const rules = (): ProjectRules => current;
  const segments = new Map<number, Segment>();
  /** They bring home what a second closed tab has left of a segment that is open here. */
  const couriers = new Set<Segment>();
  const unsettled = new Set<Segment>();
  /** Segments in the order of what was done in them, for undo across segments. */
  let journal: readonly number[] = [];
  /** Those of them that are not open, with something to take back. */
  const remembered = new Set<number>();
  let batches: Batches = noBatches;
  const unsaved: StoreApi<Unsaved> = createStore<Unsaved>(() => ({
    segments: 0,
    durable: true,
    givenUp: [],
  }));

  async function addRemembered(record: OutboxRecord): Promise<Segment> {
    // Without its history a segment is still one to work on.
    const past = await deps.memories.get(record.meta.number).catch(() => undefined);
    return add(record, past);
  }

  function add(record: OutboxRecord, past: History | undefined): Segment {
    const { number } = record.meta;
    const known = segments.get(number);
    if (known) return known;
    const onApplied = (): void => {
      journal = [...journal, number];
    };
    const segment = createSegment(
      { ...deps, server: deps.serverFor(number), onApplied },
      rules,
      record,
      past,
    );
    segments.set(number, segment);
    remembered.delete(number);
    const compare = (mark: Mark, old: Mark, here: boolean): void => {
      if (mark.state !== old.state || mark.flagged !== old.flagged) deps.onMark(number, mark, old, here);
    };
    segment.store.subscribe(({ queue, history }, before) => {
      count(segment);
      if (history !== before.history) void deps.memories.put(number, history).catch(() => undefined);
      if (queue.current !== before.queue.current) {
        // What is done here stands on the same base; another base comes from the server.
        compare(markOf(queue.current), markOf(before.queue.current), queue.base === before.queue.base);
      }
    });
    // What a closed tab has left counts from the first moment on.
    compare(markOf(segment.store.getState().queue.current), markOf(record.base), true);
    count(segment);
    return segment;
  }

  function deliver(open: Segment, record: OutboxRecord): void {
    const server = deps.serverFor(open.number);
    const courier = createSegment({ ...deps, server, onApplied: undefined }, rules, record);
    couriers.add(courier);
    const stop = courier.store.subscribe(arrive);
    arrive();

    function arrive(): void {
      count(courier);
      const { queue } = courier.store.getState();
      if (hasUnsaved(queue)) return;
      stop();
      couriers.delete(courier);
      unsettled.delete(courier);
      open.adopt(queue.givenUp);
      for (const entry of queue.givenUp) courier.keepTheirs(entry);
      void server.open().then((view) => view.ok && open.refresh(view.value));
    }
  }

  async function takeOver(records: readonly OutboxRecord[]): Promise<void> {
    for (const record of records) {
      const open = segments.get(record.meta.number);
      if (open) deliver(open, record);
      else await addRemembered(record);
    }
  }

  const depths = (): Depths =>
    new Map([...segments].map(([number, { store }]) => [number, store.getState().history.done.length]));

  /** After a change of this one. After a day's work there are thousands, and hardly any of them unsettled. */
  function count(changed: Segment): void {
    const { queue, durable } = changed.store.getState();
    if (durable && isSettled(queue)) unsettled.delete(changed);
    else unsettled.add(changed);
    const states = [...unsettled].map(({ store }) => store.getState());
    const next: Unsaved = {
      segments: states.filter(({ queue }) => hasUnsaved(queue)).length,
      durable: states.every(({ durable }) => durable),
      givenUp: states.flatMap(({ queue, meta }) => (queue.givenUp.length > 0 ? [meta.number] : [])),
    };
    if (JSON.stringify(next) !== JSON.stringify(unsaved.getState())) unsaved.setState(next);
  }

  // A browser that keeps nothing has nothing to hand over.
  const claim = (number?: number): Promise<readonly OutboxRecord[]> =>
    deps.outbox.claim(number).catch(() => []);
  const recovered = claim().then(takeOver);

  async function remember(): Promise<void> {
    const numbers = await deps.memories.numbers().catch(() => []);
    // What was done here meanwhile is newer.
    journal = [...numbers, ...journal];
    for (const number of numbers) if (!segments.has(number)) remembered.add(number);
  }
  const recalled = recovered.then(remember);

  return {
    get rules() {
      return current;
    },
    /** The project's labels or policy have changed. What is done from now on goes by the new ones. */
    setRules: (next: ProjectRules) => {
      current = next;
    },
    unsaved,
    /** The segment, if it was opened before. */
    get: (number: number) => segments.get(number),
    /**
     * Opens a segment from what this computer has kept of it, else from the server's view. What was kept comes first: it
     * holds edits the server may not have, and shows them even without a connection.
     */
    async open(number: number, read: () => Promise<SegmentView>): Promise<Segment> {
      await recovered;
      const known = segments.get(number);
      if (known) return known;
      const records = await claim(number);
      if (records.length > 0) await takeOver(records);
      return segments.get(number) ?? addRemembered(emptyRecord(deps.newId(), await read()));
    },
    /** The segment where something was done last that can still be taken back, if it is another one than `here`. */
    lastElsewhere: (here: number | undefined): number | undefined =>
      journal.findLast(
        (number) =>
          number !== here &&
          (remembered.has(number) || (segments.get(number)?.store.getState().history.done.length ?? 0) > 0),
      ),
    /** Resolves when what could be taken back before the page was opened is known. */
    recalled,
    /** Something was done to many segments, by a way of its own: it comes next for undo. */
    noteBatch: (batch: Batch) => {
      batches = withBatch(batches, batch, depths());
    },
    /** What was done to many segments, where nothing was done after it that undo would take back first. */
    lastBatch: (verb: "undo" | "redo"): Batch | undefined => batchFor(batches, verb, depths()),
    /** The batch for `verb` has become this one: what was done is now what can be done again, or the other way round. */
    batchTaken: (verb: "undo" | "redo", result: Batch) => {
      batches = withTaken(batches, verb, result, depths());
    },
    retry: () => {
      for (const segment of [...segments.values(), ...couriers]) segment.retry();
    },
    close: () => {
      for (const segment of [...segments.values(), ...couriers]) segment.close();
    },
  };
}

const markOf = ({ review, flagged }: Annotation): Mark => ({ state: review.state, flagged });

function emptyRecord(id: string, { annotation, seq, basis, ...meta }: SegmentView): OutboxRecord {
  return { version: 1, id, meta, base: annotation, seq, basis, sent: [], waiting: [], givenUp: [] };
}
