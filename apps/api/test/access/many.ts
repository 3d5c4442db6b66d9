import { v7 } from "uuid";
import type { Caller, World } from "../helpers/world.ts";
import { members, ownerOf, type Procedures, scratch } from "./procedures.ts";

const project = scratch;
const accept = { project, filter: {}, action: { kind: "accept" as const } };
const reset = { project, filter: {}, action: { kind: "reset" as const } };
const correction = {
  kind: "change" as const,
  side: "source" as const,
  surface: "奥巴马",
  label: "PER",
  counterpart: "Obama",
  to: { surface: "奥巴马", label: "ORG", start: 0, end: 0 },
};

/** What is done to many segments at once, and what is shown around one. */
export function manyProcedures(world: () => World): Procedures {
  /** Annotators take back only what they did themselves; for whom cannot do it at all, the owner does it. */
  const accepted = async (caller: Caller): Promise<string> => {
    await ownerOf(world).queue.applyBulk(reset);
    const done = await caller.queue.applyBulk(accept).catch(() => ownerOf(world).queue.applyBulk(accept));
    if (done.batch === null) throw new Error("nothing was accepted");
    return done.batch;
  };
  return {
    "queue.signals": {
      may: members,
      call: (caller) => caller.queue.signals({ project, filter: {} }),
    },
    "queue.keep": { may: members, call: (caller) => caller.queue.keep({ project, filter: {} }) },
    "queue.previewBulk": { may: members, call: (caller) => caller.queue.previewBulk(accept) },
    "queue.applyBulk": { may: members, call: (caller) => caller.queue.applyBulk(accept) },
    "queue.lastBulk": { may: members, call: (caller) => caller.queue.lastBulk({ project }) },
    "queue.undoBulk": {
      may: members,
      call: async (caller) => caller.queue.undoBulk({ project, batch: await accepted(caller) }),
    },
    "review.alternatives": {
      may: members,
      call: (caller) => caller.review.alternatives({ project, number: 1 }),
    },
    "review.opinions": {
      may: members,
      call: (caller) => caller.review.opinions({ project, number: 1 }),
    },
    "review.context": {
      may: members,
      call: (caller) => caller.review.context({ project, number: 1, reach: 2 }),
    },
    "review.findIdentical": {
      may: members,
      call: (caller) => caller.review.findIdentical({ project, correction }),
    },
    "review.applyIdentical": {
      may: members,
      call: (caller) => caller.review.applyIdentical({ project, correction, numbers: [1, 2] }),
    },
    // Skips what is not one's own: here everything.
    "review.revertBatch": {
      may: members,
      call: (caller) =>
        caller.review.revertBatch({
          project,
          changes: [{ number: 1, transaction: v7() }],
          origin: "undo",
        }),
    },
  };
}
