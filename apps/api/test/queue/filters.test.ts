import { commands, range, spanId } from "@spanbridge/shared";
import { beforeAll, describe, expect, it } from "vitest";
import { accept, transaction } from "../helpers/edits.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const project = "filters";
const owner = () => world().as(world().owner);

/** The English entity has no place: not_projected and counts_differ. */
const lost = (id: string) => obama(id, { source_entities: [], links: [] });
const unsure = (id: string) =>
  obama(id, {
    source_entities: [{ id: "s1", start: 0, end: 3, label: "PER", text: "奥巴马", score: 0.2 }],
  });
const torn = (id: string) =>
  obama(id, {
    source_entities: [{ id: "s1", start: 0, end: 3, label: "ORG", text: "奥巴马", score: 0.7 }],
  });

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  await world().bring(project, [obama("1"), unsure("2"), plain("3"), lost("4"), torn("5"), obama("6")]);
});

const numbers = async (filter: object) =>
  (await owner().queue.window({ project, filter, offset: 0, limit: 50 })).items.map(({ number }) => number);

describe("the queue", () => {
  it("shows what is most worth a look first, then the rest as it came", async () => {
    expect(await numbers({ order: "worth" })).toEqual([4, 5, 2, 1, 3, 6]);
    expect(await numbers({ order: "confidence" })).toEqual([2, 5, 1, 6, 3, 4]);
    const place = await owner().queue.place({ project, number: 2, filter: { order: "worth" } });
    expect(place).toEqual({ position: 2, previous: 5, next: 1, nextPending: 1 });
  });

  it("filters by signal, confidence and label", async () => {
    expect(await numbers({ signals: ["labels_differ"] })).toEqual([5]);
    expect(await numbers({ signals: ["not_projected", "low_confidence"] })).toEqual([2, 4]);
    expect(await numbers({ worth: true })).toEqual([2, 4, 5]);
    expect(await numbers({ worth: false })).toEqual([1, 3, 6]);
    expect(await numbers({ confidenceBelow: 0.8 })).toEqual([2, 5]);
    expect(await numbers({ labels: ["ORG"] })).toEqual([5]);
    expect(await numbers({ labels: ["ORG", "PER"] })).toEqual([1, 2, 4, 5, 6]);
  });

  it("counts the segments of each signal, among those that fit the rest of the filter", async () => {
    const counts = async (filter: object) =>
      Object.fromEntries(
        (await owner().queue.signals({ project, filter })).map(({ signal, segments }) => [signal, segments]),
      );
    const all = { not_projected: 1, counts_differ: 1, labels_differ: 1, low_confidence: 1 };
    expect(await counts({})).toEqual(all);
    expect(await counts({ signals: ["labels_differ"] })).toEqual(all);
    expect(await counts({ labels: ["ORG"] })).toEqual({ labels_differ: 1 });
  });

  it("says with each segment why it is worth a look", async () => {
    const { items } = await owner().queue.window({ project, filter: {}, offset: 3, limit: 1 });
    expect(items).toMatchObject([{ number: 4, signals: ["not_projected", "counts_differ"], assignee: null }]);
  });

  it("searches by regular expression, on either side or on one", async () => {
    expect(await numbers({ text: "^奥巴马.*[3-5]$", regex: true })).toEqual([4, 5]);
    expect(await numbers({ text: "^obama .*[1-2]$", regex: true })).toEqual([1, 2]);
    expect(await numbers({ text: "sentence", side: "source" })).toEqual([]);
    expect(await numbers({ text: "sentence", side: "pivot" })).toEqual([3]);
    expect(await numbers({ text: "第3句", side: "source" })).toEqual([3]);
  });

  it("tells what is wrong with a regular expression", async () => {
    await expect(numbers({ text: "奥(", regex: true })).rejects.toThrow(/not a regular expression/);
  });

  it("follows what people do", async () => {
    const { annotation, seq } = await owner().review.open({ project, number: 4 });
    const { userId } = world().owner;
    const added = commands.addSpan(annotation, "source", range(0, 3), "PER", spanId("x"), userId);
    const pivot = annotation.spans[0]?.id ?? spanId("none");
    const after = { ...annotation, spans: [...annotation.spans, ...added.flatMap(spanIn)] };
    const edits = [...added, ...commands.linkSpans(after, spanId("x"), pivot, userId)];
    await owner().review.commit({
      project,
      number: 4,
      baseSeq: seq,
      transactions: [transaction(edits), accept(annotation)],
    });
    expect(await numbers({ worth: true })).toEqual([2, 5]);
    expect(await numbers({ order: "worth" })).toEqual([5, 2, 1, 3, 4, 6]);
    expect(await numbers({ decidedBy: userId })).toEqual([4]);
    expect(await numbers({ decidedBy: "somebody else" })).toEqual([]);
  });

  it("finds out anew what an import or a renamed label has changed", async () => {
    await owner().projects.create({ name: "later", sourceLang: "zh" });
    await world().bring("later", [obama("1", { source_entities: [], english_entities: [], links: [] })]);
    await world().bring("later", [lost("1")]);
    const { items } = await owner().queue.window({
      project: "later",
      filter: { worth: true },
      offset: 0,
      limit: 5,
    });
    expect(items).toMatchObject([{ number: 1, signals: ["not_projected", "counts_differ"] }]);
  });
});

const spanIn = (edit: ReturnType<typeof commands.addSpan>[number]) =>
  edit.kind === "add_span" ? [edit.span] : [];
