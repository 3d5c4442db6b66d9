import { commands, noteId, revisePivot } from "@spanbridge/shared";
import type { CommitResult, SegmentView } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../src/actor.ts";
import { accept, addSpan, flag, transaction } from "../helpers/edits.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const project = "review";
let ann: Actor;
let bob: Actor;
let nextNumber = 0;

beforeAll(async () => {
  const { as, owner, member, bring } = world();
  await as(owner).projects.create({ name: project, sourceLang: "zh" });
  await bring(
    project,
    Array.from({ length: 40 }, (_, index) => obama(`r${index}`)),
  );
  ann = await member("Ann", project, "annotator");
  bob = await member("Bob", project, "annotator");
});

/** A segment that no other test uses. */
async function fresh(): Promise<SegmentView> {
  nextNumber++;
  return world().as(ann).review.open({ project, number: nextNumber });
}

const open = (number: number): Promise<SegmentView> => world().as(ann).review.open({ project, number });

function saved(result: CommitResult): number {
  if (result.outcome !== "saved") throw new Error(JSON.stringify(result));
  return result.seq;
}

describe("opening a segment", () => {
  it("shows the predictions before the first edit", async () => {
    const view = await fresh();
    expect(view).toMatchObject({ seq: 0, lastEditor: null, people: {} });
    expect(view.annotation.spans.map(({ id, side, start, end }) => [id, side, start, end])).toEqual([
      ["s1", "source", 0, 3],
      ["e1", "pivot", 0, 5],
    ]);
    expect(view.annotation.spans[0]?.provenance).toEqual({
      origin: "import",
      ref: "predictions",
      confidence: 0.9,
    });
  });

  it("keeps the further keys of the file", async () => {
    const { bring, as } = world();
    await bring(project, [obama("meta", { genre: "news", nested: { a: [1, null] } })]);
    const { items } = await as(ann).queue.window({ project, filter: { text: "meta" }, offset: 0, limit: 1 });
    const view = await open(items[0]?.number ?? 0);
    expect(view.metadata).toEqual({ genre: "news", nested: { a: [1, null] } });
  });

  it("says so when there is no such segment", async () => {
    await expect(open(9999)).rejects.toThrow(/no segment 9999/);
  });
});

describe("saving", () => {
  it("copies the predictions with their ids and applies the edits", async () => {
    const { number, annotation } = await fresh();
    const add = addSpan(annotation, 6, 8, "LOC", ann);
    const seq = saved(
      await world()
        .as(ann)
        .review.commit({ project, number, baseSeq: 0, transactions: [add, accept(annotation)] }),
    );
    expect(seq).toBe(2);
    const after = await open(number);
    expect(after).toMatchObject({ seq: 2, lastEditor: "Ann", people: { [ann.userId]: "Ann" } });
    expect(after.annotation.review.state).toBe("accepted");
    expect(after.annotation.spans.map(({ id, label }) => [id, label])).toEqual([
      ["s1", "PER"],
      [expect.any(String), "LOC"],
      ["e1", "PER"],
    ]);
    expect(after.annotation.spans[0]?.provenance.origin).toBe("import");
    expect(after.annotation.links).toHaveLength(1);
    const { items } = await world()
      .as(ann)
      .queue.window({ project, filter: { states: ["accepted"] }, offset: 0, limit: 200 });
    expect(items.map((item) => item.number)).toContain(number);
  });

  it("applies a transaction that is sent twice once", async () => {
    const { number, annotation } = await fresh();
    const commit = { project, number, baseSeq: 0, transactions: [accept(annotation)] };
    expect(saved(await world().as(ann).review.commit(commit))).toBe(1);
    expect(saved(await world().as(ann).review.commit(commit))).toBe(1);
    expect((await open(number)).seq).toBe(1);
  });

  it("goes on behind transactions whose answer was lost", async () => {
    const { number, annotation } = await fresh();
    const first = accept(annotation);
    await world()
      .as(ann)
      .review.commit({ project, number, baseSeq: 0, transactions: [first] });
    const again = { project, number, baseSeq: 0, transactions: [first, flag(annotation)] };
    expect(saved(await world().as(ann).review.commit(again))).toBe(2);
    expect((await open(number)).annotation).toMatchObject({ flagged: true, review: { state: "accepted" } });
  });

  it("names the lost ones when somebody else came in between", async () => {
    const { number, annotation } = await fresh();
    const first = accept(annotation);
    await world()
      .as(ann)
      .review.commit({ project, number, baseSeq: 0, transactions: [first] });
    await world()
      .as(bob)
      .review.commit({ project, number, baseSeq: 1, transactions: [flag(annotation)] });
    const mine = addSpan(annotation, 6, 8, "LOC", ann);
    const result = await world()
      .as(ann)
      .review.commit({ project, number, baseSeq: 0, transactions: [first, mine] });
    expect(result).toMatchObject({ outcome: "stale", known: [first.id], current: { seq: 2 } });
    expect((await open(number)).seq).toBe(2);
  });

  it("accepts no proposals but those that were shown", async () => {
    const { number, annotation, basis } = await fresh();
    const commit = { project, number, baseSeq: 0, transactions: [accept(annotation)] };
    const other = await world()
      .as(ann)
      .review.commit({ ...commit, basis: "those of an earlier run" });
    expect(other).toMatchObject({ outcome: "stale", known: [], current: { seq: 0, basis } });
    expect(basis).not.toBe("");
    expect(
      saved(
        await world()
          .as(ann)
          .review.commit({ ...commit, basis }),
      ),
    ).toBe(1);
    expect((await open(number)).basis).toBe("");
  });

  it("meets a stale base with what is there now, and changes nothing", async () => {
    const { number, annotation } = await fresh();
    await world()
      .as(bob)
      .review.commit({ project, number, baseSeq: 0, transactions: [flag(annotation)] });
    const mine = { project, number, baseSeq: 0, transactions: [accept(annotation)] };
    const result = await world().as(ann).review.commit(mine);
    expect(result).toMatchObject({ outcome: "stale", known: [], current: { seq: 1, lastEditor: "Bob" } });
    expect(
      saved(
        await world()
          .as(ann)
          .review.commit({ ...mine, baseSeq: 1 }),
      ),
    ).toBe(2);
  });

  it("lets one of many first edits win and tells the others", async () => {
    const { number, annotation } = await fresh();
    const attempts = Array.from({ length: 12 }, (_, index) =>
      world()
        .as(index % 2 === 0 ? ann : bob)
        .review.commit({ project, number, baseSeq: 0, transactions: [flag(annotation)] }),
    );
    const outcomes = (await Promise.all(attempts)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "stale")).toHaveLength(11);
    expect((await open(number)).seq).toBe(1);
  });

  it("saves one resent transaction once, however many times at once", async () => {
    const { number, annotation } = await fresh();
    const commit = { project, number, baseSeq: 0, transactions: [flag(annotation)] };
    const results = await Promise.all(
      Array.from({ length: 10 }, () => world().as(ann).review.commit(commit)),
    );
    expect(results.map(saved)).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it("refuses what does not fit, and all that came with it", async () => {
    const { number, annotation } = await fresh();
    const bad = addSpan(annotation, 0, 2, "NOSUCH", ann);
    const result = await world()
      .as(ann)
      .review.commit({ project, number, baseSeq: 0, transactions: [flag(annotation), bad] });
    expect(result).toMatchObject({
      outcome: "refused",
      refusal: { transaction: bad.id, code: "unknown_label" },
      current: { seq: 0, annotation: { flagged: false } },
    });
    expect((await open(number)).seq).toBe(0);
  });

  it("refuses what claims to be somebody else's", async () => {
    const { number, annotation } = await fresh();
    const note = { id: noteId("n1"), text: "Hm.", author: bob.userId, at: "2026-01-01T00:00:00.000Z" };
    for (const forged of [addSpan(annotation, 6, 8, "LOC", bob), transaction(commands.addNote(note))]) {
      const result = await world()
        .as(ann)
        .review.commit({ project, number, baseSeq: 0, transactions: [forged] });
      expect(result).toMatchObject({ outcome: "refused", refusal: { code: "not_yours" } });
    }
  });

  it("does not take a transaction id of another segment", async () => {
    const first = await fresh();
    const second = await fresh();
    const used = flag(first.annotation);
    await world()
      .as(ann)
      .review.commit({ project, number: first.number, baseSeq: 0, transactions: [used] });
    await expect(
      world()
        .as(ann)
        .review.commit({ project, number: second.number, baseSeq: 0, transactions: [used] }),
    ).rejects.toThrow(/another segment/);
  });
});

describe("revising the translation", () => {
  it("makes a revision for a new text and finds the old one again", async () => {
    const { number, annotation } = await fresh();
    const there = transaction(revisePivot(annotation, `${annotation.pivotText} Indeed.`).edits);
    saved(
      await world()
        .as(ann)
        .review.commit({ project, number, baseSeq: 0, transactions: [there] }),
    );
    const revised = await open(number);
    expect(revised.annotation.pivotText).toMatch(/Indeed\.$/);
    const back = transaction(revisePivot(revised.annotation, annotation.pivotText).edits);
    saved(
      await world()
        .as(ann)
        .review.commit({ project, number, baseSeq: 1, transactions: [back] }),
    );
    expect((await open(number)).annotation.pivotText).toBe(annotation.pivotText);
    const again = transaction(revisePivot(annotation, revised.annotation.pivotText).edits);
    saved(
      await world()
        .as(ann)
        .review.commit({ project, number, baseSeq: 2, transactions: [again] }),
    );
    expect((await open(number)).annotation.pivotText).toBe(revised.annotation.pivotText);
    const { rows } = await world().db.pool.query(
      `SELECT r.revision, r.created_by FROM pivot_revision r JOIN segment s ON s.id = r.segment_id
       JOIN project p ON p.id = s.project_id WHERE p.slug = $1 AND s.number = $2`,
      [project, number],
    );
    expect(rows).toEqual([{ revision: 1, created_by: ann.userId }]);
  });
});

describe("the history", () => {
  it("lists who did what, newest first, in pages", async () => {
    const { number, annotation } = await fresh();
    const transactions = [flag(annotation), accept(annotation)];
    await world().as(ann).review.commit({ project, number, baseSeq: 0, transactions });
    const first = await world().as(bob).review.events({ project, number, limit: 1 });
    expect(first.events).toMatchObject([{ seq: 2, user: "Ann", transaction: transactions[1] }]);
    expect(Math.abs(Date.now() - Date.parse(first.events[0]?.at ?? ""))).toBeLessThan(600_000);
    const rest = await world()
      .as(bob)
      .review.events({ project, number, limit: 1, before: first.nextBefore ?? 0 });
    expect(rest).toMatchObject({ events: [{ seq: 1, transaction: transactions[0] }], nextBefore: null });
  });
});
