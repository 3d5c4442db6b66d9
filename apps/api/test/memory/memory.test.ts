import { commands } from "@spanbridge/shared";
import type { SegmentView } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { accept, transaction } from "../helpers/edits.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const project = "memory";
beforeAll(async () => {
  const { as, owner, bring } = world();
  await as(owner).projects.create({ name: project, sourceLang: "zh" });
  await bring(
    project,
    Array.from({ length: 6 }, (_, index) => obama(`m${index}`)),
  );
});

const me = () => world().as(world().owner);
const list = (more: object = {}) => me().memory.list({ project, ...more });
const open = (number: number): Promise<SegmentView> => me().review.open({ project, number });
async function decide(number: number, state: "accepted" | "pending"): Promise<void> {
  const { annotation, seq } = await open(number);
  const transactions = [transaction(commands.setReview(annotation, state))];
  await me().review.commit({ project, number, baseSeq: seq, transactions });
}

describe("memory", () => {
  it("learns the linked names of an accepted segment, and forgets them when it is accepted no more", async () => {
    expect((await list()).total).toBe(0);
    const { annotation } = await open(1);
    await me().review.commit({ project, number: 1, baseSeq: 0, transactions: [accept(annotation)] });
    expect((await list()).entries).toMatchObject([
      { pivot: "Obama", source: "奥巴马", label: "PER", origin: "review", uses: 1 },
    ]);
    await decide(2, "accepted");
    expect((await list()).entries).toMatchObject([{ uses: 2 }]);
    await decide(1, "pending");
    await decide(2, "pending");
    expect((await list()).total).toBe(0);
  });

  it("follows a correction of an accepted segment", async () => {
    await decide(3, "accepted");
    const { annotation, seq } = await open(3);
    const span = annotation.spans.find(({ side }) => side === "source");
    if (!span) throw new Error("a source span is needed");
    const edits = commands.relabelSpan(annotation, span.id, "ORG", world().owner.userId);
    await me().review.commit({ project, number: 3, baseSeq: seq, transactions: [transaction(edits)] });
    expect((await list()).entries).toMatchObject([{ label: "ORG", uses: 1 }]);
    const [entry] = (await list()).entries;
    expect(await me().memory.uses({ project, id: entry?.id ?? "" })).toMatchObject([
      { number: 3, externalId: "m2" },
    ]);
  });

  it("learns from many at once", async () => {
    await me().queue.applyBulk({ project, filter: {}, action: { kind: "accept" } });
    const { entries } = await list();
    expect(entries).toMatchObject([
      { label: "PER", uses: 5 },
      { label: "ORG", uses: 1 },
    ]);
    expect((await list({ ambiguous: true })).total).toBe(2);
    expect((await list({ label: "ORG" })).total).toBe(1);
    expect((await list({ text: "obam" })).total).toBe(2);
    expect((await list({ text: "100%" })).total).toBe(0);
  });

  it("merges readings, and what is written by hand stays", async () => {
    const { entries } = await list();
    const [first, second] = entries;
    if (!first || !second) throw new Error("two entries are needed");
    expect(await me().memory.merge({ project, into: first.id, ids: [second.id, first.id] })).toMatchObject({
      uses: 6,
      origin: "person",
    });
    const changed = await me().memory.put({
      project,
      id: first.id,
      pivot: "Barack Obama",
      source: "奥巴马",
      label: "PER",
    });
    expect(changed).toMatchObject({ pivot: "Barack Obama", uses: 6 });
    expect((await list()).total).toBe(1);
    for (const number of [1, 2, 3, 4, 5, 6]) await decide(number, "pending");
    expect((await list()).entries).toMatchObject([{ pivot: "Barack Obama", uses: 0, origin: "person" }]);
  });

  it("is taken out and brought in as lines, with what cannot be read", async () => {
    const tsv = "english\ttarget\nObama\t奥巴马\tPER\nBerlin\t柏林\n\nlonely\nObama\t奥巴马\tPER\n";
    expect(await me().memory.import({ project, tsv })).toEqual({
      added: 2,
      known: 0,
      problems: [{ line: 5, message: "Two names with a tab between them are needed." }],
    });
    expect(await me().memory.import({ project, tsv })).toMatchObject({ added: 0, known: 2 });
    const out = await me().memory.export({ project });
    expect(out.tsv).toBe(
      "english\tsource\tlabel\nBarack Obama\t奥巴马\tPER\nBerlin\t柏林\t\nObama\t奥巴马\tPER\n",
    );
    const { entries } = await list();
    expect(await me().memory.remove({ project, ids: entries.map(({ id }) => id) })).toEqual({ removed: 3 });
  });

  it("belongs to its project", async () => {
    const stranger = await world().person("Stranger");
    await expect(world().as(stranger).memory.list({ project })).rejects.toThrow(/may see/);
  });
});
