import type { Run, RunConfigInput } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkers } from "../../src/runs/work/job.ts";
import { accept } from "../helpers/edits.ts";
import { obama, plain } from "../helpers/rows.ts";
import { bareRows, useStandIn } from "../helpers/stand-in.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const standIn = useStandIn(100);
let stopWorkers: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  stopWorkers = await startWorkers(world().app, 2);
});
afterAll(() => stopWorkers());

const eat = (more: object = {}, settings: object = {}): RunConfigInput => ({
  engine: "eat",
  model: {
    baseUrl: standIn().baseUrl,
    model: "stand-in",
    retries: 0,
    price: { input: 1, output: 2 },
    ...settings,
  },
  eat: { check: false },
  concurrency: 4,
  ...more,
});

async function project(name: string, segments: number): Promise<string> {
  const { as, owner, bring } = world();
  await as(owner).projects.create({ name, slug: name, sourceLang: "zh" });
  if (segments > 0) await bring(name, bareRows(segments));
  return name;
}

const runs = () => world().as(world().owner).runs;
const open = (slug: string, number: number) =>
  world().as(world().owner).review.open({ project: slug, number });

/** Waits until the run is in one of these states. */
async function settled(
  slug: string,
  run: string,
  states: readonly Run["state"][] = ["done", "failed"],
): Promise<Run> {
  let found: Run | undefined;
  await until(async () => {
    found = await runs().get({ project: slug, run });
    return states.includes(found.state);
  });
  if (!found) throw new Error("no run");
  return found;
}

describe("a run", () => {
  it("projects what has no translation, in a layer of its own; reviewers see it when it is shown", async () => {
    const slug = await project("first", 5);
    const estimate = await runs().estimate({ project: slug, config: eat() });
    expect(estimate).toMatchObject({ segments: 5, calls: 15, basis: "lengths" });
    const started = await runs().start({ project: slug, name: "one", config: eat() });
    const done = await settled(slug, started.id);
    expect(done).toMatchObject({
      state: "done",
      layer: "run:one",
      shown: false,
      segments: { total: 5, done: 5, failed: 0, working: 0 },
      entities: { placed: 10, unplaced: 0 },
      calls: { paid: 15, reused: 0 },
    });
    expect(done.calls.cost).toBeGreaterThan(0);
    expect((await open(slug, 1)).annotation).toMatchObject({ pivotText: "", spans: [] });

    await runs().show({ project: slug, run: started.id });
    const { annotation } = await open(slug, 1);
    expect(annotation.pivotText).toBe("Obama visited Berlin for time number 0.");
    expect(annotation.spans.map(({ side, start, end, label }) => [side, start, end, label])).toEqual([
      ["source", 0, 3, "PER"],
      ["source", 9, 11, "LOC"],
      ["pivot", 0, 5, "PER"],
      ["pivot", 14, 20, "LOC"],
    ]);
    expect(annotation.links).toHaveLength(2);
    expect(annotation.spans[0]?.provenance).toMatchObject({
      origin: "run",
      ref: "run:one",
      confidence: 0.96,
    });

    const trace = await runs().trace({ project: slug, number: 1 });
    expect(trace?.exchanges.map(({ stage, reused }) => [stage, reused])).toEqual([
      ["translate", false],
      ["recognise", false],
      ["locate", false],
    ]);
    expect(trace?.exchanges[0]?.messages.at(-1)?.content).toBe(annotation.sourceText);
    expect(await runs().estimate({ project: slug, config: eat() })).toMatchObject({ basis: "measured" });

    await runs().show({ project: slug, run: null });
    expect((await open(slug, 1)).annotation.spans).toEqual([]);
  });

  it("does not pay again for what was asked before, but for what is asked anew by hand", async () => {
    const slug = await project("again", 2);
    const first = await runs().start({ project: slug, config: eat() });
    await settled(slug, first.id);
    expect(standIn().asked).toHaveLength(6);
    const second = await runs().start({ project: slug, config: eat() });
    expect(await settled(slug, second.id)).toMatchObject({ calls: { paid: 0, reused: 6, cost: 0 } });
    expect(standIn().asked).toHaveLength(6);

    await runs().rerun({ project: slug, number: 1, run: second.id, from: "locate" });
    await settled(slug, second.id);
    expect(
      standIn()
        .asked.slice(6)
        .map(({ body }) => body.response_format?.json_schema?.name),
    ).toEqual(["places"]);
    expect(
      (await runs().trace({ project: slug, number: 1, run: second.id }))?.exchanges.map(
        ({ reused }) => reused,
      ),
    ).toEqual([true, true, false]);
  });

  it("marks a segment that fails, says why, goes on, and tries it again when asked to", async () => {
    const slug = await project("failing", 6);
    standIn().mischief = ({ messages }) =>
      messages.some(({ content }) => content.includes("第3次")) ? { kind: "refusal" } : undefined;
    const started = await runs().start({ project: slug, config: eat() });
    expect(await settled(slug, started.id)).toMatchObject({ segments: { done: 5, failed: 1 } });
    const failed = await runs().segments({ project: slug, run: started.id, only: "failed" });
    expect(failed).toMatchObject({
      total: 1,
      segments: [{ number: 4, state: "failed", reason: "translate: The model refused to answer." }],
    });
    standIn().mischief = () => undefined;
    await runs().resume({ project: slug, run: started.id });
    await until(async () => (await runs().get({ project: slug, run: started.id })).segments.done === 6);
  });

  it("keeps answers that are not in the sentence, with a signal", async () => {
    const slug = await project("unplaced", 2);
    const started = await runs().start({
      project: slug,
      config: eat({}, { model: "stand-in+wrong_phrase" }),
      show: true,
    });
    expect(await settled(slug, started.id)).toMatchObject({
      shown: true,
      entities: { placed: 0, unplaced: 4 },
      signalled: 2,
    });
    const trace = await runs().trace({ project: slug, number: 1 });
    expect(trace?.unplacedAnswers.map(({ answer }) => answer)).toEqual([
      "〈奥巴马〉ではない何か",
      "〈柏林〉ではない何か",
    ]);
    expect(trace?.signals.map(({ kind }) => kind)).toEqual(["not_literal", "not_literal"]);
    const { annotation } = await open(slug, 1);
    expect(annotation.spans.map(({ side }) => side)).toEqual(["pivot", "pivot"]);
  });

  it("pauses and goes on, and ends when it is cancelled", async () => {
    const slug = await project("pausing", 12);
    standIn().mischief = () => ({ kind: "slow", milliseconds: 60 });
    const started = await runs().start({ project: slug, config: eat({ concurrency: 2 }) });
    await until(async () => (await runs().get({ project: slug, run: started.id })).segments.done >= 2);
    await runs().pause({ project: slug, run: started.id });
    await until(async () => (await runs().get({ project: slug, run: started.id })).segments.working === 0);
    const paused = await runs().get({ project: slug, run: started.id });
    expect(paused.state).toBe("paused");
    expect(paused.segments.done).toBeLessThan(12);
    await runs().resume({ project: slug, run: started.id });
    await until(
      async () => (await runs().get({ project: slug, run: started.id })).segments.done > paused.segments.done,
    );
    standIn().mischief = () => ({ kind: "hang" });
    await runs().cancel({ project: slug, run: started.id });
    await until(async () => (await runs().get({ project: slug, run: started.id })).segments.working === 0);
    const cancelled = await runs().get({ project: slug, run: started.id });
    expect(cancelled).toMatchObject({ state: "cancelled", segments: { failed: 0 } });
    await expect(runs().pause({ project: slug, run: started.id })).rejects.toThrow(/cancelled already/);
  });

  it("pauses at once when the endpoint is of no use to any segment", async () => {
    const slug = await project("hopeless", 20);
    standIn().mischief = () => ({ kind: "status", status: 401 });
    const started = await runs().start({ project: slug, config: eat({ concurrency: 1 }) });
    const paused = await settled(slug, started.id, ["paused"]);
    expect(paused.error).toMatch(/does not accept the key/);
    expect(paused.segments.failed).toBe(1);
  });

  it("has patience with an endpoint that has answered before", async () => {
    const slug = await project("moody", 20);
    let asked = 0;
    standIn().mischief = () => (asked++ < 12 ? undefined : { kind: "status", status: 401 });
    const started = await runs().start({ project: slug, config: eat({ concurrency: 1 }) });
    const paused = await settled(slug, started.id, ["paused"]);
    expect(paused.segments.done).toBeGreaterThan(0);
    expect(paused.segments.failed).toBe(5);
  });

  it("never touches what a person decided, and begins from it", async () => {
    const slug = await project("decided", 2);
    const first = await runs().start({ project: slug, name: "a", config: eat(), show: true });
    await settled(slug, first.id);
    const { as, owner } = world();
    const before = await open(slug, 1);
    await as(owner).review.commit({
      project: slug,
      number: 1,
      baseSeq: 0,
      transactions: [accept(before.annotation)],
    });
    const decided = await open(slug, 1);
    const second = await runs().start({
      project: slug,
      name: "b",
      config: { engine: "offline" },
      show: true,
    });
    const done = await settled(slug, second.id);
    expect(done.segments).toMatchObject({ total: 1, done: 1 });
    expect(await open(slug, 1)).toEqual(decided);
    const after = await open(slug, 2);
    expect(after.annotation.spans.find(({ side }) => side === "source")?.provenance.ref).toBe("run:b");
    expect(after.annotation.pivotText).toContain("Merkel visited Paris");
  });

  it("offline is done with a sentence that has no names, and says which has no translation", async () => {
    const slug = await project("nameless", 0);
    const rows = [obama("1"), plain("2"), ...bareRows(1)];
    await world().bring(slug, rows);
    const { id } = await runs().start({ project: slug, config: { engine: "offline" }, show: true });
    const { segments } = await settled(slug, id);
    expect(segments).toMatchObject({ total: 3, done: 2, failed: 1 });
    expect((await open(slug, 2)).annotation.spans).toEqual([]);
  });

  it("is for managers, with segments, an allowed address and a known variable", async () => {
    const slug = await project("rights", 1);
    const ann = await world().member("Ann", slug, "annotator");
    const config = eat();
    await expect(world().as(ann).runs.start({ project: slug, config })).rejects.toThrow(/Only managers/);
    const nothing = { project: slug, config, selection: { states: ["accepted" as const] } };
    await expect(runs().start(nothing)).rejects.toThrow(/No segment/);
    const far = eat({}, { baseUrl: "https://llm.example.org/v1" });
    await expect(runs().start({ project: slug, config: far })).rejects.toThrow(/may not be sent/);
    await expect(
      world()
        .as(ann)
        .runs.setHosts({ origins: ["https://llm.example.org"] }),
    ).rejects.toThrow(/Only an owner/);
    expect(await runs().setHosts({ origins: ["https://llm.example.org/v1"] })).toEqual({
      origins: ["https://llm.example.org"],
    });
    const keyed = eat({}, { baseUrl: "https://llm.example.org/v1", apiKeyEnv: "SPANBRIDGE_LLM_KEY_NOBODY" });
    await expect(runs().start({ project: slug, config: keyed })).rejects.toThrow(
      /has no SPANBRIDGE_LLM_KEY_NOBODY/,
    );
  });
});
