import { setImmediate as turn } from "node:timers/promises";
import { revisePivot } from "@spanbridge/shared";
import { type EvaluationOptions, evaluationOptionsSchema } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { findProjectAccess } from "../../src/db/access.ts";
import { evaluate } from "../../src/evaluation/evaluate.ts";
import { accept, addSpan, transaction } from "../helpers/edits.ts";
import { useSite } from "../helpers/listening.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const site = useSite(world);
const project = "scored";
const owner = () => world().as(world().owner);
const optionsOf = (options: Partial<z.input<typeof evaluationOptionsSchema>> = {}): EvaluationOptions =>
  evaluationOptionsSchema.parse({ gold: "gold", predicted: "predictions", ...options });
const run = (options: Parameters<typeof optionsOf>[0] = {}) =>
  owner().evaluation.run({ project, options: optionsOf(options) });

// 北京和上海。: 北京 0–2, 上海 3–5. The English text has Beijing 0–7 and Shanghai 12–20.
const text = { source_text: "北京和上海。", english_text: "Beijing and Shanghai." };
const source = (id: string, start: number, end: number, label: string, score?: number) => ({
  id,
  start,
  end,
  label,
  ...(score === undefined ? {} : { score }),
});
const both = [source("e1", 0, 7, "LOC"), source("e2", 12, 20, "LOC")];
const row = (id: string, doc: string, spans: object[], links: string[][], english: object[] = both) => ({
  id,
  doc,
  source_lang: "zh",
  ...text,
  source_entities: spans,
  english_entities: english,
  links,
});
const right = [source("s1", 0, 2, "LOC"), source("s2", 3, 5, "LOC")];
const straight = [
  ["e1", "s1"],
  ["e2", "s2"],
];

async function findProjectOf(slug: string) {
  const access = await findProjectAccess(world().app.db, slug, world().owner.userId);
  if (!access) throw new Error(`no project ${slug}`);
  return access;
}

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  await world().bring(project, [
    row("a", "one", [source("s1", 0, 2, "LOC", 0.95), source("s2", 3, 5, "LOC", 0.9)], straight),
    row("b", "one", [source("s1", 0, 3, "LOC", 0.4), source("s2", 3, 5, "ORG", 0.8)], straight),
    row("c", "two", [source("s1", 3, 5, "LOC", 0.3)], [["e1", "s1"]]),
    plain("d", { doc: "two" }),
  ]);
  await world().bring(
    project,
    ["a", "b", "c"].map((id) => row(id, id === "c" ? "two" : "one", right, straight)),
    { layer: "gold" },
  );
});

describe("an evaluation", () => {
  it("takes the segments that gold has, and says what became of each span", async () => {
    const { segments, documents, predicted, other, comparison } = await run();
    expect([segments, documents, other, comparison]).toEqual([3, 2, null, null]);
    expect(predicted.spans.strict.micro).toMatchObject({ correct: 3, predicted: 5, gold: 6 });
    expect(predicted.spans.exact.micro).toMatchObject({ correct: 4 });
    expect(predicted.outcomes).toEqual({
      correct: 3,
      missed: 1,
      spurious: 0,
      label: 1,
      boundary: 1,
      both: 0,
    });
    expect(predicted.edges.end).toEqual([
      { offset: 0, spans: 4 },
      { offset: 1, spans: 1 },
    ]);
  });

  it("holds links against links by place", async () => {
    const { predicted } = await run();
    // c: Beijing is linked to 上海. b: one end has another boundary.
    expect(predicted.links).toMatchObject({
      predicted: 5,
      gold: 6,
      outcomes: { correct: 3, endpoint: 1, missing: 2, extra: 1 },
    });
    expect(predicted.links?.aer).toBeCloseTo(1 - (3 + 3) / (5 + 6));
    const { origin, segments, start } = await owner().evaluation.open({
      project,
      options: optionsOf(),
      drill: { kind: "outcome", outcome: "link" },
    });
    expect([origin.items, segments, start]).toEqual([3, 1, 3]);
  });

  it("counts the names that memory knows and the translation has as memory has them", async () => {
    expect((await run()).predicted.names).toBeNull();
    await owner().memory.import({ project, tsv: "Beijing\t北京\tLOC\nShang Hai\t上海\nNot there\t广州\n" });
    const { names } = (await run()).predicted;
    const figures = { rendered: 3, known: 6, rate: 1 / 2 };
    expect(names).toEqual({ ...figures, perLabel: [{ label: "LOC", ...figures }] });
    const opened = (drill: { kind: "name"; rendered: boolean }) =>
      owner().evaluation.open({ project, options: optionsOf(), drill });
    expect((await opened({ kind: "name", rendered: false })).origin.items).toBe(3);
    expect(await opened({ kind: "name", rendered: true })).toMatchObject({ segments: 3, start: 1 });
    // A second rendering that memory accepts as well.
    await owner().memory.import({ project, tsv: "Shanghai\t上海\n" });
    expect((await run()).predicted.names).toMatchObject({ rendered: 6, known: 6 });
    expect((await run({ filter: { labels: ["ORG"] } })).predicted.names).toBeNull();
  });

  it("sets precision against confidence", async () => {
    const { confidence } = (await run({ bins: 2 })).predicted;
    expect(confidence).toMatchObject({ count: 5, without: 0 });
    expect(confidence.bins).toMatchObject([
      { count: 2, correct: 1, precision: 1 / 2 },
      { count: 3, correct: 2, precision: 2 / 3 },
    ]);
    const low = await owner().evaluation.open({
      project,
      options: optionsOf({ bins: 2 }),
      drill: { kind: "confidence", bin: 0, of: "wrong" },
    });
    expect([low.origin.items, low.start]).toEqual([1, 2]);
  });

  it("filters by document, label, state and signal", async () => {
    expect((await run({ filter: { documents: ["two"] } })).segments).toBe(1);
    const org = (await run({ filter: { labels: ["ORG"] } })).predicted;
    expect(org.spans.strict.micro).toMatchObject({ correct: 0, predicted: 1, gold: 0 });
    // The pair in which either is an ORG.
    expect(org.outcomes).toMatchObject({ label: 1, missed: 0, correct: 0 });
    expect((await run({ filter: { states: ["accepted"] } })).segments).toBe(0);
    expect((await run({ filter: { signals: ["labels_differ"] } })).segments).toBe(1);
    expect((await run({ filter: { signals: ["low_confidence"] } })).segments).toBe(2);
  });

  it("scores the side of the translation too", async () => {
    const { predicted } = await run({ side: "pivot" });
    expect(predicted.spans.strict.micro).toMatchObject({ correct: 6, predicted: 6, gold: 6 });
  });

  it("has nothing to say, and no NaN, where nothing is chosen", async () => {
    const { segments, predicted } = await run({ filter: { documents: ["none"] } });
    expect(segments).toBe(0);
    expect(JSON.stringify(predicted)).not.toContain("null,null");
    expect(predicted.spans.strict.micro.f1).toBe(0);
  });
});

describe("hidden layers", () => {
  it("are scored for managers only, and so are the lists made from them", async () => {
    const options = optionsOf();
    const drill = { kind: "outcome", outcome: "boundary" } as const;
    const manager = world().as(await world().member("Mira", project, "manager"));
    const annotator = world().as(await world().member("Ada", project, "annotator"));
    expect((await manager.evaluation.run({ project, options })).segments).toBe(3);
    await expect(annotator.evaluation.run({ project, options })).rejects.toThrow(/no layer "gold"/);
    await expect(annotator.evaluation.open({ project, options, drill })).rejects.toThrow(/no layer "gold"/);
    const { id: list } = await manager.evaluation.open({ project, options, drill });
    const window = { project, filter: { list }, offset: 0, limit: 10 };
    expect((await manager.queue.window(window)).items.map(({ number }) => number)).toEqual([2]);
    await expect(annotator.queue.window(window)).rejects.toThrow(/list/);
    await expect(annotator.queue.place({ project, filter: { list }, number: 2 })).rejects.toThrow(/list/);
    const accept = { project, filter: { list }, action: { kind: "accept" as const } };
    await expect(annotator.queue.previewBulk(accept)).rejects.toThrow(/list/);
    await expect(annotator.queue.applyBulk(accept)).rejects.toThrow(/list/);
    await expect(annotator.lists.get({ project, list })).rejects.toThrow(/list/);
    const visible = { ...options, gold: "review" };
    expect((await annotator.evaluation.run({ project, options: visible })).segments).toBe(0);
  });
});

describe("what people correct", () => {
  it("is what they would see, scored against gold, and can itself be what is right", async () => {
    const opened = await owner().review.open({ project, number: 3 });
    const transactions = [addSpan(opened.annotation, 0, 2, "LOC", world().owner), accept(opened.annotation)];
    const before = await run();
    const list = await owner().evaluation.open({
      project,
      options: optionsOf(),
      drill: { kind: "outcome", outcome: "missed" },
    });
    expect(list.origin.items).toBe(1);
    await owner().review.commit({ project, number: 3, baseSeq: 0, transactions });
    const after = await run({ predicted: "review", other: "predictions" });
    expect(before.predicted.spans.strict.micro.correct).toBe(3);
    expect(after.predicted.spans.strict.micro).toMatchObject({ correct: 4, predicted: 6, gold: 6 });
    expect(after.comparison).toMatchObject({ onlyPredicted: 1, onlyOther: 0 });
    expect(after.comparison?.strictF1.difference).toBeCloseTo(8 / 12 - 6 / 11);
    expect(after.comparison?.strictF1.p).toBeGreaterThan(0);
    // The list stays as it was, whatever has been corrected since.
    const window = await owner().queue.window({ project, filter: { list: list.id }, offset: 0, limit: 9 });
    expect(window.items).toMatchObject([{ number: 3, state: "accepted" }]);
    const reviewed = await run({ gold: "review", predicted: "predictions" });
    expect(reviewed).toMatchObject({ segments: 1, states: ["accepted"] });
    expect(reviewed.predicted.outcomes).toMatchObject({ correct: 1, missed: 1 });
  });

  it("with another translation is left out of links and projection, and said to be", async () => {
    const { annotation } = await owner().review.open({ project, number: 1 });
    const transactions = [transaction(revisePivot(annotation, "In Beijing and in Shanghai.").edits)];
    await owner().review.commit({ project, number: 1, baseSeq: 0, transactions });
    const { predicted } = await run({ predicted: "review" });
    expect(predicted.otherText).toBe(1);
    expect(predicted.spans.strict.micro.gold).toBe(6);
    expect(predicted.links?.gold).toBe(4);
    expect(predicted.projection?.rate.entities).toBe(4);
    const pivot = (await run({ predicted: "review", other: "predictions", side: "pivot" })).predicted;
    expect([pivot.otherText, pivot.spans.strict.micro.gold]).toEqual([1, 4]);
  });
});

describe("a list of segments", () => {
  it("is walked through in its order and kept once", async () => {
    const options = optionsOf();
    const open = () =>
      owner().evaluation.open({ project, options, drill: { kind: "label", label: "LOC", of: "gold" } });
    const first = await open();
    expect((await open()).id).toBe(first.id);
    expect(await owner().lists.get({ project, list: first.id })).toEqual(first);
    const filter = { list: first.id };
    expect(await owner().queue.place({ project, number: 2, filter })).toMatchObject({
      position: 1,
      previous: 1,
      next: 3,
    });
    await owner().projects.create({ name: "elsewhere", sourceLang: "zh" });
    await expect(owner().lists.get({ project: "elsewhere", list: first.id })).rejects.toThrow(/list/);
  });
});

describe("a long evaluation", () => {
  it("tells how far it is and can be called off", async () => {
    await owner().projects.create({ name: "long", sourceLang: "zh" });
    const rows = Array.from({ length: 6000 }, (_, index) => obama(String(index), { doc: `d${index % 40}` }));
    await world().bring("long", rows);
    await world().bring("long", rows, { layer: "gold" });
    const evaluationId = "0199c000-0000-7000-8000-000000000001";
    const { evaluations } = world().app;
    const controller = new AbortController();
    const run = evaluations.begin(evaluationId, world().owner.userId);
    const { id } = await findProjectOf("long");
    const running = evaluate(
      world().app.db,
      { id, name: "Long", sourceLang: "zh", pivotLang: "en" },
      { mayManage: true },
      optionsOf(),
      {
        signal: controller.signal,
        tell: (done, total) => {
          run.tell(done, total);
          controller.abort();
        },
      },
    );
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
    const progress = await owner().evaluation.progress({ evaluationId });
    expect(progress).toMatchObject({ total: 6000 });
    expect(progress?.done).toBeGreaterThan(0);
    const stranger = world().as(await world().person("Sam"));
    expect(await stranger.evaluation.progress({ evaluationId })).toBeNull();
    run.end();
    expect(await owner().evaluation.progress({ evaluationId })).toBeNull();
  });

  it("ends when whoever asked for it goes away", async () => {
    const evaluationId = "0199c000-0000-7000-8000-000000000002";
    const { evaluations } = world().app;
    const progress = () => evaluations.progressOf(evaluationId, world().owner.userId);
    const cookie = await site().signIn(world().owner);
    const input = { project: "long", options: optionsOf({ samples: 10_000 }), evaluationId };
    const address = `${site().url}/api/trpc/evaluation.run?input=${encodeURIComponent(JSON.stringify(input))}`;
    const closing = new AbortController();
    const answer = fetch(address, { headers: { cookie }, signal: closing.signal });
    while (progress() === undefined) await turn();
    closing.abort();
    await expect(answer).rejects.toThrow();
    let last = progress();
    while (progress() !== undefined) {
      last = progress();
      await turn();
    }
    // Had it gone on, it would have read everything before it drew its samples.
    expect(last?.done ?? 0).toBeLessThan(6000);
  });

  it("of a project without documents draws segments", async () => {
    await owner().projects.create({ name: "loose", sourceLang: "zh" });
    const rows = Array.from({ length: 12 }, (_, index) => obama(String(index)));
    await world().bring("loose", rows);
    await world().bring("loose", rows, { layer: "gold" });
    const { predicted } = await owner().evaluation.run({ project: "loose", options: optionsOf() });
    expect(predicted.intervals).toMatchObject({ unit: "segment", units: 12 });
    expect(predicted.spans.strict.micro.f1).toBe(1);
  });
});
