import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkers } from "../../src/runs/work/job.ts";
import { accept, transaction } from "../helpers/edits.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const project = "signals";
const owner = () => world().as(world().owner);
let stop: () => Promise<void> = async () => undefined;
afterAll(() => stop());

const short = { source_entities: [{ id: "s1", start: 0, end: 2, label: "PER", text: "奥巴" }] };
const numbers = async (filter: object) =>
  (await owner().queue.window({ project, filter, offset: 0, limit: 50 })).items.map(({ number }) => number);

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  await world().bring(project, [obama("a"), obama("b", short), obama("c"), obama("d", short)]);
  stop = await startWorkers(world().app, 1);
});

async function run(more: object = {}): Promise<string> {
  const config = { engine: "offline" as const };
  const { id } = await owner().runs.start({ project, config, ...more });
  await until(async () => (await owner().runs.get({ project, run: id })).state === "done");
  return id;
}

describe("the queue and what engines have recorded", () => {
  it("knows nothing before a second engine has looked", async () => {
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([]);
    expect(await numbers({ worth: true })).toEqual([]);
  });

  it("a trial is no second opinion", async () => {
    await run({ test: true, name: "trial" });
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([]);
  });

  it("finds the segments in which a run disagrees with what is shown, and puts them first", async () => {
    await run({ name: "one" });
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([2, 4]);
    expect(await numbers({ order: "worth" })).toEqual([2, 4, 1, 3]);
    expect(await owner().queue.signals({ project, filter: {} })).toEqual([
      { signal: "engines_disagree", segments: 2 },
    ]);
    const { evidence } = await owner().review.open({ project, number: 2 });
    expect(evidence).toEqual([
      { kind: "engines_disagree", span: "e1", message: "run:one says “奥巴马” instead (PER)." },
    ]);
  });

  it("what a run has recorded counts as long as it is shown", async () => {
    const [shown] = await owner().runs.list({ project });
    await owner().runs.show({ project, run: shown?.id ?? null });
    const { evidence } = await owner().review.open({ project, number: 2 });
    expect(evidence.map(({ message }) => message)).toContain("predictions says “奥巴” instead (PER).");
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([2, 4]);
    await owner().runs.show({ project, run: null });
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([2, 4]);
  });

  it("is answered by a person who moves the span, and comes back with an undo", async () => {
    const view = await owner().review.open({ project, number: 2 });
    const span = view.annotation.spans.find(({ side }) => side === "source");
    if (!span) throw new Error("a span is needed");
    const { start, end, label, provenance } = span;
    const before = { start, end, label, provenance, surface: "奥巴" };
    const byPerson = { origin: "human" as const, ref: world().owner.userId, previous: provenance };
    const after = { ...before, start: 0, end: 3, provenance: byPerson, surface: "奥巴马" };
    const edit = { kind: "change_span" as const, id: span.id, before, after };
    const move = transaction([JSON.parse(JSON.stringify(edit))]);
    await owner().review.commit({ project, number: 2, baseSeq: 0, transactions: [move] });
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([4]);
    const back = { ...edit, before: after, after: before };
    const undo = transaction([JSON.parse(JSON.stringify(back))], "undo");
    await owner().review.commit({ project, number: 2, baseSeq: 1, transactions: [undo] });
    expect(await numbers({ signals: ["engines_disagree"] })).toEqual([2, 4]);
  });

  it("is not accepted with all that asks for no look", async () => {
    const done = await owner().queue.applyBulk({ project, filter: {}, action: { kind: "accept" } });
    expect(done).toMatchObject({ changed: 2, left: 0 });
    expect(await numbers({ states: ["pending"] })).toEqual([2, 4]);
    const { annotation, seq } = await owner().review.open({ project, number: 4 });
    await owner().review.commit({ project, number: 4, baseSeq: seq, transactions: [accept(annotation)] });
    expect(await numbers({ states: ["pending"], signals: ["engines_disagree"] })).toEqual([2]);
  });
});
