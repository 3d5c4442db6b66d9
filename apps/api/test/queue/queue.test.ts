import { revisePivot } from "@spanbridge/shared";
import { beforeAll, describe, expect, it } from "vitest";
import { accept, flag, transaction } from "../helpers/edits.ts";
import { plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const project = "queue";
const owner = () => world().as(world().owner);

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  const rows = Array.from({ length: 30 }, (_, index) =>
    plain(String(index + 1), { doc: index < 10 ? "first" : "second" }),
  );
  await world().bring(project, rows);
});

async function decide(number: number, how: typeof accept): Promise<void> {
  const { annotation, seq } = await owner().review.open({ project, number });
  await owner().review.commit({ project, number, baseSeq: seq, transactions: [how(annotation)] });
}

const window = (filter: object, more: { asOf?: string; offset?: number; limit?: number } = {}) =>
  owner().queue.window({ project, filter, offset: 0, limit: 50, ...more });
const numbers = async (...args: Parameters<typeof window>) =>
  (await window(...args)).items.map(({ number }) => number);

describe("the queue", () => {
  it("lists all segments in the order they came in, a stretch at a time", async () => {
    const { total, items } = await window({}, { offset: 28, limit: 10 });
    expect(total).toBe(30);
    expect(items).toMatchObject([
      { number: 29, externalId: "29", document: "second", state: "pending", flagged: false },
      { number: 30, preview: "这是第30句。" },
    ]);
  });

  it("filters by document, text of either side and id", async () => {
    expect((await window({ document: "first" })).total).toBe(10);
    expect(await numbers({ text: "SENTENCE 7." })).toEqual([7]);
    expect(await numbers({ text: "第17句" })).toEqual([17]);
    expect(await numbers({ text: "17", document: "second" })).toEqual([17]);
    expect(await numbers({ text: "%" })).toEqual([]);
    expect((await window({ document: "none" })).total).toBe(0);
  });

  it("keeps what is decided in its place, until it is opened anew", async () => {
    const filter = { states: ["pending" as const] };
    const { asOf, total } = await window(filter);
    expect(total).toBe(30);
    await decide(3, accept);
    const still = await window(filter, { asOf });
    expect(still.total).toBe(30);
    expect(still.items[2]).toMatchObject({ number: 3, state: "accepted" });
    expect(await numbers(filter)).not.toContain(3);
    expect(await numbers({ states: ["accepted" as const] })).toEqual([3]);
    const cursor = { project, number: 3, filter };
    expect(await owner().queue.place({ ...cursor, asOf })).toEqual({
      position: 2,
      previous: 2,
      next: 4,
      nextPending: 4,
    });
    expect(await owner().queue.place(cursor)).toEqual({
      position: null,
      previous: 2,
      next: 4,
      nextPending: 4,
    });
  });

  it("makes a forgotten list again as it was", async () => {
    const filter = { states: ["pending" as const], document: "first" };
    const { asOf, items } = await window(filter);
    await decide(5, accept);
    world().app.queueLists.clear();
    expect(await numbers(filter, { asOf })).toEqual(items.map(({ number }) => number));
  });

  it("finds flagged segments", async () => {
    await decide(8, flag);
    expect(await numbers({ flagged: true })).toEqual([8]);
  });

  it("looks for the next pending one from here on, then from the start", async () => {
    await decide(30, accept);
    const last = await owner().queue.place({ project, number: 29, filter: {} });
    expect(last).toMatchObject({ position: 28, next: 30, nextPending: 1 });
    const first = await owner().queue.place({ project, number: 1, filter: { document: "first" } });
    expect(first).toMatchObject({ previous: null, next: 2, nextPending: 2 });
    const alone = await owner().queue.place({ project, number: 3, filter: { states: ["accepted"] } });
    expect(alone.nextPending).toBeNull();
  });

  it("finds the text of a revised translation", async () => {
    const { annotation } = await owner().review.open({ project, number: 12 });
    const revision = transaction(revisePivot(annotation, "A wholly different text.").edits);
    await owner().review.commit({ project, number: 12, baseSeq: 0, transactions: [revision] });
    expect(await numbers({ text: "wholly" })).toEqual([12]);
  });

  it("cuts previews between characters as people see them", async () => {
    await owner().projects.create({ name: "long", sourceLang: "th" });
    const text = `${"ก".repeat(79)}กำ้${"ข".repeat(10)}`;
    await world().bring("long", [{ id: "x", source_lang: "th", source_text: text }]);
    const { items } = await owner().queue.window({ project: "long", filter: {}, offset: 0, limit: 1 });
    expect(items[0]?.preview).toBe("ก".repeat(79));
  });

  it("lists the documents with their first segments", async () => {
    expect(await owner().documents.list({ project })).toEqual([
      { name: "first", segments: 10, firstNumber: 1 },
      { name: "second", segments: 20, firstNumber: 11 },
    ]);
  });
});
