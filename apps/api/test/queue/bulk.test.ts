import { commands } from "@spanbridge/shared";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { flag, transaction } from "../helpers/edits.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const owner = () => world().as(world().owner);
let project = "";
let made = 0;
let ann: Actor;

beforeEach(async () => {
  project = `bulk-${++made}`;
  await owner().projects.create({ name: project, slug: project, sourceLang: "zh" });
  const lost = obama("2", { source_entities: [], links: [] });
  await world().bring(project, [obama("1"), lost, plain("3"), plain("4", { doc: "other" })]);
  ann = await world().member("Ann", project, "annotator");
});

const states = async () =>
  (await owner().queue.window({ project, filter: {}, offset: 0, limit: 9 })).items.map(({ state }) => state);
const accept = { kind: "accept" as const };
const all = { states: [] };

describe("many segments at once", () => {
  it("accepts what no signal touches, after showing what that is, and takes it back as one", async () => {
    const caller = world().as(ann);
    const preview = await caller.queue.previewBulk({ project, filter: all, action: accept });
    expect(preview).toMatchObject({ count: 3, examples: [{ number: 1 }, { number: 3 }, { number: 4 }] });
    const done = await caller.queue.applyBulk({ project, filter: all, action: accept });
    expect(done).toMatchObject({ changed: 3, left: 0 });
    expect(await states()).toEqual(["accepted", "pending", "accepted", "accepted"]);
    const { events } = await caller.review.events({ project, number: 1 });
    expect(events).toMatchObject([{ seq: 1, user: "Ann", transaction: { edits: [{ kind: "set_review" }] } }]);

    const undone = await caller.queue.undoBulk({ project, batch: done.batch ?? "" });
    expect(undone).toMatchObject({ changed: 3, left: 0 });
    expect(await states()).toEqual(["pending", "pending", "pending", "pending"]);
    const again = await caller.queue.undoBulk({ project, batch: undone.batch ?? "" });
    expect(again.changed).toBe(3);
    expect(await states()).toEqual(["accepted", "pending", "accepted", "accepted"]);
  });

  it("keeps to the filter", async () => {
    await owner().queue.applyBulk({ project, filter: { states: [], document: "other" }, action: accept });
    expect(await states()).toEqual(["pending", "pending", "pending", "accepted"]);
    const none = { states: ["rejected" as const] };
    expect(await owner().queue.previewBulk({ project, filter: none, action: accept })).toEqual({
      count: 0,
      examples: [],
    });
  });

  it("leaves alone what somebody has decided otherwise since", async () => {
    const done = await owner().queue.applyBulk({ project, filter: all, action: accept });
    const { annotation, seq } = await owner().review.open({ project, number: 3 });
    await owner().review.commit({
      project,
      number: 3,
      baseSeq: seq,
      transactions: [
        transaction(commands.setReview(annotation, "rejected", "wrong")),
        flag({ ...annotation, review: { state: "rejected", reason: "wrong" } }),
      ],
    });
    const undone = await owner().queue.undoBulk({ project, batch: done.batch ?? "" });
    expect(undone).toMatchObject({ changed: 2, left: 1 });
    expect(await states()).toEqual(["pending", "pending", "rejected", "pending"]);
  });

  it("is offered to be taken back until that is done, also when it was done elsewhere", async () => {
    const caller = world().as(ann);
    const last = () => caller.queue.lastBulk({ project });
    expect(await last()).toBeNull();
    const done = await caller.queue.applyBulk({ project, filter: all, action: accept });
    expect(await last()).toMatchObject({ batch: done.batch, changed: 3, untouched: 3 });
    expect((await last())?.title).toBe("Accept, with all that no signal touches");
    // Others are not offered it.
    expect(await owner().queue.lastBulk({ project })).toBeNull();

    // Where something was done since, be it a flag, nothing is taken back.
    const { annotation, seq } = await owner().review.open({ project, number: 3 });
    const touch = { project, number: 3, baseSeq: seq, transactions: [flag(annotation)] };
    await owner().review.commit(touch);
    expect(await last()).toMatchObject({ changed: 3, untouched: 2 });
    const undone = await caller.queue.undoBulk({ project, batch: done.batch ?? "" });
    expect(undone).toMatchObject({ changed: 2, left: 1 });
    expect(await states()).toEqual(["pending", "pending", "accepted", "pending"]);
    expect(await last()).toBeNull();
  });

  it("sets back to pending, for managers", async () => {
    await owner().queue.applyBulk({ project, filter: all, action: accept });
    const reset = { project, filter: all, action: { kind: "reset" as const } };
    await expect(world().as(ann).queue.applyBulk(reset)).rejects.toThrow(/Only managers/);
    expect(await owner().queue.applyBulk(reset)).toMatchObject({ changed: 3 });
    expect(await states()).toEqual(["pending", "pending", "pending", "pending"]);
  });

  it("gives work to members, for managers", async () => {
    const action = { kind: "assign" as const, assignee: ann.userId };
    const filter = { states: [], document: "other" };
    await expect(world().as(ann).queue.applyBulk({ project, filter, action })).rejects.toThrow(
      /Only managers/,
    );
    expect(await owner().queue.applyBulk({ project, filter, action })).toMatchObject({ changed: 1, left: 0 });
    const own = await owner().queue.window({
      project,
      filter: { assignee: ann.userId },
      offset: 0,
      limit: 9,
    });
    expect(own.items).toMatchObject([{ number: 4, assignee: "Ann" }]);
    const free = await owner().queue.window({ project, filter: { assignee: "" }, offset: 0, limit: 9 });
    expect(free.total).toBe(3);
    const stranger = await world().person("Eve");
    await expect(
      owner().queue.applyBulk({ project, filter, action: { kind: "assign", assignee: stranger.userId } }),
    ).rejects.toThrow(/not a member/);
  });

  it("is not for people outside of the project, nor for others' batches", async () => {
    const eve = await world().person("Eve");
    await expect(world().as(eve).queue.applyBulk({ project, filter: all, action: accept })).rejects.toThrow(
      /no project/,
    );
    const done = await owner().queue.applyBulk({ project, filter: all, action: accept });
    await expect(
      world()
        .as(ann)
        .queue.undoBulk({ project, batch: done.batch ?? "" }),
    ).rejects.toThrow(/Only the person/);
  });
});
