/** What was done to many segments at once, to be taken back at once. */
export type Batch = {
  readonly title: string;
  readonly changes: readonly { readonly number: number; readonly transaction: string }[];
};

/** How many steps each open segment could take back at some moment, by number. */
export type Depths = ReadonlyMap<number, number>;

type Entry = { readonly batch: Batch; readonly depths: Depths };

/** Batches in the order of what was done; the last one is next. Beside the histories of the segments, not in them. */
export type Batches = { readonly done: readonly Entry[]; readonly undone: readonly Entry[] };

export const noBatches: Batches = { done: [], undone: [] };

export const withBatch = ({ done }: Batches, batch: Batch, depths: Depths): Batches => ({
  done: [...done, { batch, depths }],
  undone: [],
});

/**
 * The batch that undo or redo means now. Undo: unless something was done in a segment since, which then comes first.
 * Redo: as long as nothing was done since it was taken back.
 */
export function batchFor(batches: Batches, verb: "undo" | "redo", depths: Depths): Batch | undefined {
  const entry = (verb === "undo" ? batches.done : batches.undone).at(-1);
  if (!entry) return undefined;
  const since = [...depths].some(([number, depth]) => depth > (entry.depths.get(number) ?? 0));
  return since ? undefined : entry.batch;
}

export function withTaken(
  { done, undone }: Batches,
  verb: "undo" | "redo",
  result: Batch,
  depths: Depths,
): Batches {
  const entry = { batch: result, depths };
  return verb === "undo"
    ? { done: done.slice(0, -1), undone: [...undone, entry] }
    : { done: [...done, entry], undone: undone.slice(0, -1) };
}
