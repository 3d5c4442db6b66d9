import { readFileSync } from "node:fs";
import type { RunConfigInput } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkers } from "../../src/runs/work/job.ts";
import { accept } from "../helpers/edits.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const owner = () => world().as(world().owner);
let stop: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  stop = await startWorkers(world().app, 1);
});
afterAll(() => stop());

async function run(project: string, config: RunConfigInput = { engine: "offline" }): Promise<string> {
  const { id } = await owner().runs.start({ project, config, show: true });
  await until(async () => ["done", "failed"].includes((await owner().runs.get({ project, run: id })).state));
  return id;
}

type Entity = { id: string; start: number; end: number; label: string };
type Row = {
  id: string;
  source_text: string;
  english_text: string;
  source_entities: Entity[];
  english_entities: Entity[];
};

/** Real sentences with one name each, by somebody who always takes one character more on the right. */
const rows = readFileSync(new URL("../../../../samples/pud_zh-en.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line): Row => JSON.parse(line))
  .flatMap(({ id, source_text, english_text, source_entities, english_entities }) => {
    const [source] = source_entities;
    const [english] = english_entities;
    if (!source || !english || source_entities.length + english_entities.length > 2) return [];
    const wider = { ...source, id: "s1", end: Math.min(source.end + 1, [...source_text].length) };
    return [
      {
        id,
        source_lang: "zh",
        source_text,
        english_text,
        source_entities: [strip(wider)],
        english_entities: [strip({ ...english, id: "e1" })],
        links: [["e1", "s1"]],
      },
    ];
  });

function strip({ id, start, end, label }: Entity): Entity {
  return { id, start, end, label };
}

describe("the weights of the offline engine", () => {
  const project = "learning";

  it("are the shipped ones while too little is accepted", async () => {
    await owner().projects.create({ name: project, sourceLang: "zh" });
    await world().bring(project, rows);
    expect((await owner().projects.get({ project })).counts.pending).toBeGreaterThan(50);
    await run(project);
    expect(await owner().runs.learning({ project })).toEqual({ accepted: 0, minimum: 40, learnt: null });
  });

  it("are learnt from what people accept, once, and used where they are better", async () => {
    await owner().runs.show({ project, run: null });
    for (let number = 1; number <= 50; number++) {
      const { annotation, seq } = await owner().review.open({ project, number });
      await owner().review.commit({ project, number, baseSeq: seq, transactions: [accept(annotation)] });
    }
    await run(project, { engine: "offline", learn: false });
    expect((await owner().runs.learning({ project })).learnt).toBeNull();

    await run(project);
    const { accepted, learnt } = await owner().runs.learning({ project });
    expect(accepted).toBeGreaterThanOrEqual(40);
    expect(learnt).toMatchObject({ segments: accepted, used: true });
    expect(learnt?.after).toBeGreaterThan(learnt?.before ?? 1);

    await run(project);
    expect((await owner().runs.learning({ project })).learnt).toEqual(learnt);
  });
});

describe("the conventions of a project", () => {
  const project = "conventions";
  const row = {
    id: "a",
    source_lang: "zh",
    source_text: "中国赢得了比赛。",
    english_text: "China won the match.",
    source_entities: [],
    english_entities: [{ id: "e1", start: 0, end: 5, label: "ORG", text: "China" }],
    links: [],
  };
  const labels = async () =>
    (await owner().review.open({ project, number: 1 })).annotation.spans
      .filter(({ side }) => side === "source")
      .map(({ label }) => label);

  it("decide how a run labels countries, as they were when it began", async () => {
    const made = await owner().projects.create({ name: project, sourceLang: "zh" });
    expect(made.conventions).toMatchObject({ countries: "auto", placeLabel: "LOC", glosses: true });
    await world().bring(project, [row]);
    await run(project);
    expect(await labels()).toEqual(["LOC"]);

    const conventions = { ...made.conventions, countries: "translation" as const };
    const changed = await owner().projects.update({ project, data: { conventions } });
    expect(changed.conventions).toEqual(conventions);
    const id = await run(project);
    expect(await labels()).toEqual(["ORG"]);
    expect((await owner().runs.get({ project, run: id })).config).toMatchObject({ conventions });
  });

  it("say what belongs to a name, and what is left open", async () => {
    const project = "edges";
    const made = await owner().projects.create({ name: project, sourceLang: "zh" });
    await world().bring(project, [
      {
        ...row,
        source_text: "德國隊來了，奧巴馬總統很高興。",
        english_text: "The German team came, Obama was glad.",
        english_entities: [
          { id: "e1", start: 22, end: 27, label: "PER", text: "Obama" },
          { id: "e2", start: 4, end: 10, label: "LOC", text: "German" },
        ],
      },
    ]);
    const places = async () => {
      const { annotation } = await owner().review.open({ project, number: 1 });
      return annotation.spans
        .filter(({ side }) => side === "source")
        .map(({ start, end }) => [...annotation.sourceText].slice(start, end).join(""));
    };
    await run(project);
    expect(await places()).toEqual([expect.stringContaining("德國"), "奧巴馬"]);
    const conventions = { ...made.conventions, titles: "in" as const, demonyms: false };
    await owner().projects.update({ project, data: { conventions } });
    await run(project);
    expect(await places()).toEqual(["奧巴馬總統"]);
  });

  it("give no label that the project does not have", async () => {
    const conventions = { countries: "place" as const, placeLabel: "GPE" };
    await owner().projects.update({ project, data: { conventions } });
    await run(project);
    expect(await labels()).toEqual(["ORG"]);
  });
});
