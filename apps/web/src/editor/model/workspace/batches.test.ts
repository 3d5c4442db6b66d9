import { describe, expect, test } from "vitest";
import { batchFor, noBatches, withBatch, withTaken } from "./batches.ts";

const batch = (title: string) => ({ title, changes: [{ number: 1, transaction: title }] });
const at = (...depths: number[]) => new Map(depths.map((depth, index) => [index + 1, depth]));

describe("undo over many segments", () => {
  test("comes first while nothing was done in a segment since", () => {
    const batches = withBatch(noBatches, batch("a"), at(2));
    expect(batchFor(batches, "undo", at(2))?.title).toBe("a");
    expect(batchFor(batches, "undo", at(3))).toBeUndefined();
    // A segment that was opened since, and worked on.
    expect(batchFor(batches, "undo", at(2, 1))).toBeUndefined();
    expect(batchFor(batches, "undo", at(2, 0))?.title).toBe("a");
    // What was done since is taken back: the batch is next.
    expect(batchFor(batches, "undo", at(1))?.title).toBe("a");
  });

  test("goes back and forth, the last one first", () => {
    let batches = withBatch(withBatch(noBatches, batch("a"), at()), batch("b"), at());
    batches = withTaken(batches, "undo", batch("b back"), at());
    expect(batchFor(batches, "undo", at())?.title).toBe("a");
    expect(batchFor(batches, "redo", at())?.title).toBe("b back");
    batches = withTaken(batches, "redo", batch("b again"), at());
    expect(batchFor(batches, "undo", at())?.title).toBe("b again");
    expect(batchFor(batches, "redo", at())).toBeUndefined();
  });

  test("a new batch ends what could be done again", () => {
    const undone = withTaken(withBatch(noBatches, batch("a"), at()), "undo", batch("a"), at());
    expect(batchFor(withBatch(undone, batch("b"), at()), "redo", at())).toBeUndefined();
  });
});
