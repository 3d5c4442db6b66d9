import { commands, spanId } from "@spanbridge/shared";
import type { SegmentView } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { accept, addSpan, transaction } from "../helpers/edits.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const project = "identical";
let ann: Actor;
let bob: Actor;

beforeAll(async () => {
  const { as, owner, member, bring } = world();
  await as(owner).projects.create({ name: project, sourceLang: "zh" });
  await bring(project, [...Array.from({ length: 12 }, (_, index) => obama(`r${index}`)), plain("p")]);
  ann = await member("Ann", project, "annotator");
  bob = await member("Bob", project, "annotator");
});

const open = (number: number): Promise<SegmentView> => world().as(ann).review.open({ project, number });

const change = (from: string, to: string) => ({
  kind: "change" as const,
  side: "source" as const,
  surface: "奥巴马",
  label: from,
  counterpart: "Obama",
  to: { surface: "奥巴马", label: to, start: 0, end: 0 },
});

const labelIn = async (number: number): Promise<string | undefined> =>
  (await open(number)).annotation.spans.find(({ side }) => side === "source")?.label;

describe("a correction in identical cases", () => {
  it("finds them with the words around, and changes nothing by looking", async () => {
    const found = await world()
      .as(ann)
      .review.findIdentical({ project, correction: change("PER", "ORG") });
    expect(found.more).toBe(false);
    expect(found.segments.map(({ externalId }) => externalId)).toEqual(
      Array.from({ length: 12 }, (_, index) => `r${index}`),
    );
    expect(found.segments[0]).toMatchObject({
      state: "pending",
      lastEditor: null,
      cases: [{ side: "source", before: "", surface: "奥巴马", after: "访问了北京。r0" }],
    });
    expect((await open(1)).seq).toBe(0);
  });

  it("is done in the chosen segments, with an event in each, and taken back and done again as one", async () => {
    const correction = change("PER", "ORG");
    const done = await world()
      .as(ann)
      .review.applyIdentical({ project, correction, numbers: [3, 1, 2, 13] });
    expect(done.changes.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(done.skipped).toEqual([13]);
    expect(await labelIn(2)).toBe("ORG");
    expect(await labelIn(4)).toBe("PER");
    const { events } = await world().as(ann).review.events({ project, number: 2 });
    expect(events).toMatchObject([
      {
        seq: 1,
        user: "Ann",
        transaction: { title: "In identical cases: Relabel 奥巴马 as ORG", origin: "human" },
      },
    ]);
    expect(events[0]?.transaction.id).toBe(done.changes[1]?.transaction);
    expect((await open(2)).annotation.spans[0]?.provenance).toMatchObject({
      origin: "human",
      ref: ann.userId,
    });

    const back = await world().as(ann).review.revertBatch({ project, changes: done.changes, origin: "undo" });
    expect(back.skipped).toEqual([]);
    expect(await labelIn(2)).toBe("PER");
    expect((await open(2)).annotation.spans[0]?.provenance).toMatchObject({ origin: "import" });
    const again = await world()
      .as(ann)
      .review.revertBatch({ project, changes: back.changes, origin: "redo" });
    expect(again.changes.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await labelIn(2)).toBe("ORG");
  });

  it("is offered to be taken back after a reload, where nothing was done since", async () => {
    const caller = world().as(ann);
    const correction = change("PER", "LOC");
    const done = await caller.review.applyIdentical({ project, correction, numbers: [10, 11, 12] });
    expect(done.changes.length).toBe(3);
    const last = await caller.queue.lastBulk({ project });
    expect(last).toMatchObject({
      title: "In identical cases: Relabel 奥巴马 as LOC",
      changed: 3,
      untouched: 3,
    });
    const other = await open(11);
    await world()
      .as(bob)
      .review.commit({ project, number: 11, baseSeq: other.seq, transactions: [accept(other.annotation)] });
    const back = await caller.queue.undoBulk({ project, batch: last?.batch ?? "" });
    expect(back).toMatchObject({ changed: 2, left: 1 });
    expect([await labelIn(10), await labelIn(11), await labelIn(12)]).toEqual(["PER", "LOC", "PER"]);
    expect(await caller.queue.lastBulk({ project })).toBeNull();
    // What was taken back can be done again in the same way.
    const again = await caller.queue.undoBulk({ project, batch: back.batch ?? "" });
    expect(again.changed).toBe(2);
  });

  it("leaves and names what somebody has changed meanwhile", async () => {
    const correction = change("PER", "LOC");
    const { annotation } = await open(5);
    await world()
      .as(bob)
      .review.commit({
        project,
        number: 5,
        baseSeq: 0,
        transactions: [transaction(commands.relabelSpan(annotation, spanId("s1"), "ORG", bob.userId))],
      });
    const done = await world()
      .as(ann)
      .review.applyIdentical({ project, correction, numbers: [5, 6, 7] });
    expect(done).toMatchObject({ changes: [{ number: 6 }, { number: 7 }], skipped: [5] });
    // What lies beside the change does not stand in the way of taking it back; another change of the same thing does.
    const six = await open(6);
    const seven = await open(7);
    await world()
      .as(bob)
      .review.commit({
        project,
        number: 6,
        baseSeq: six.seq,
        transactions: [addSpan(six.annotation, 6, 8, "LOC", bob), accept(six.annotation)],
      });
    await world()
      .as(bob)
      .review.commit({
        project,
        number: 7,
        baseSeq: seven.seq,
        transactions: [transaction(commands.removeSpan(seven.annotation, spanId("s1")))],
      });
    const back = await world().as(ann).review.revertBatch({ project, changes: done.changes, origin: "undo" });
    expect(back).toMatchObject({ changes: [{ number: 6 }], skipped: [7] });
    expect(await open(6)).toMatchObject({ annotation: { review: { state: "accepted" } } });
    expect(await labelIn(6)).toBe("PER");
  });

  it("is for those who may review, in projects that are not archived, and takes back only one's own", async () => {
    const { as, owner, person, member } = world();
    const stranger = await person("Sam");
    const correction = change("PER", "ORG");
    const asked = { project, correction, numbers: [9] };
    await expect(as(stranger).review.findIdentical({ project, correction })).rejects.toThrow(/no project/);
    await expect(as(stranger).review.applyIdentical(asked)).rejects.toThrow(/no project/);
    const done = await as(ann).review.applyIdentical(asked);
    const changes = done.changes;
    const others = await as(bob).review.revertBatch({ project, changes, origin: "undo" });
    expect(others).toEqual({ changes: [], skipped: [9] });
    await as(owner).projects.create({ name: "shelved", sourceLang: "zh" });
    const eve = await member("Eve", "shelved", "annotator");
    await as(owner).projects.update({ project: "shelved", data: { archived: true } });
    await expect(as(eve).review.applyIdentical({ ...asked, project: "shelved" })).rejects.toThrow(/archived/);
    await expect(as(eve).review.revertBatch({ project: "shelved", changes, origin: "undo" })).rejects.toThrow(
      /archived/,
    );
  });
});

describe("alternatives", () => {
  it("are what accepted segments link the same name to, and where other layers put it", async () => {
    const { as, owner, bring } = world();
    await as(owner).projects.create({ name: "memory", sourceLang: "zh" });
    const other = { source_entities: [{ id: "s1", start: 0, end: 2, label: "PER", text: "奥巴" }] };
    await bring("memory", [obama("a"), obama("b"), obama("c", other), obama("d", other), plain("e")]);
    await bring("memory", [obama("a", other)], { layer: "gold" });
    for (const number of [2, 3, 5]) {
      const { annotation } = await as(owner).review.open({ project: "memory", number });
      await as(owner).review.commit({
        project: "memory",
        number,
        baseSeq: 0,
        transactions: [accept(annotation)],
      });
    }
    const found = await as(owner).review.alternatives({ project: "memory", number: 1 });
    expect(found.memory).toEqual([
      { pivot: "Obama", source: "奥巴", label: "PER", count: 1 },
      { pivot: "Obama", source: "奥巴马", label: "PER", count: 1 },
    ]);
    // What a person has put into memory counts without any use, and capitals do not.
    await as(owner).memory.put({ project: "memory", pivot: "OBAMA", source: "欧巴马", label: "" });
    const { memory } = await as(owner).review.alternatives({ project: "memory", number: 1 });
    expect(memory.at(-1)).toEqual({ pivot: "Obama", source: "欧巴马", label: "", count: 0 });
    // What a segment has taught itself is no alternative there.
    const own = await as(owner).review.alternatives({ project: "memory", number: 2 });
    expect(own.memory.map(({ source }) => source)).toEqual(["奥巴", "欧巴马"]);
    // The gold layer stays out of sight.
    expect(found.layers).toEqual([
      { layer: "predictions", pivot: "Obama", start: 0, end: 3, label: "PER", confidence: 0.9 },
    ]);
    expect(await as(owner).review.alternatives({ project: "memory", number: 5 })).toEqual({
      memory: [],
      layers: [],
    });
  });
});

describe("the text around a segment", () => {
  it("is that of its own document, nearest first", async () => {
    const { as, owner, bring } = world();
    await as(owner).projects.create({ name: "novel", sourceLang: "zh" });
    await bring(
      "novel",
      Array.from({ length: 8 }, (_, index) => plain(`${index}`, { doc: index < 5 ? "one" : "two" })),
    );
    const around = await as(owner).review.context({ project: "novel", number: 4, reach: 2 });
    expect(around.before.map(({ externalId }) => externalId)).toEqual(["2", "1"]);
    expect(around.after).toEqual([
      {
        number: 5,
        externalId: "4",
        state: "pending",
        sourceText: "这是第4句。",
        pivotText: "This is sentence 4.",
      },
    ]);
  });
});
