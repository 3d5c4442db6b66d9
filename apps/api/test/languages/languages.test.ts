import { evaluationOptionsSchema, queueFilterSchema, snapshotPlanSchema } from "@spanbridge/shared/contracts";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { readSegmentStates } from "../../src/db/segment-state.ts";
import { runImport } from "../../src/import/run.ts";
import { useSite } from "../helpers/listening.ts";
import { obama } from "../helpers/rows.ts";
import { bytesOf, useWorld } from "../helpers/world.ts";
import { type RestClient, restAs } from "../rest/client.ts";

const world = useWorld();
const site = useSite(world);
const project = "several";
const owner = () => world().as(world().owner);
let rest: RestClient;
let cookie = "";

const japanese = {
  source_lang: "ja",
  source_text: "オバマは北京を訪れた。",
  source_entities: [{ id: "s1", start: 0, end: 3, label: "PER" }],
};
const rows = [
  obama("a", { source_lang: "zh-Hant" }),
  // Says less than the project does: it has no language of its own.
  obama("b"),
  obama("c", { source_lang: "zh-CN" }),
  obama("d", japanese),
];
const bring = (layer: "predictions" | "gold", sent: readonly object[], others = "keep") =>
  runImport(world().app, world().owner, {
    project,
    layer,
    strict: false,
    formatOptions: { other_languages: others },
    source: { name: "rows.jsonl", bytes: bytesOf(sent) },
    signal: new AbortController().signal,
  });

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh-Hant" });
  await bring("predictions", rows);
  const wrong = { ...japanese, source_entities: [{ id: "s1", start: 0, end: 4, label: "PER" }] };
  await bring("gold", [rows[0] ?? {}, obama("d", wrong)]);
  rest = await restAs(world(), world().owner);
  cookie = await site().signIn(world().owner);
});

const linesOf = async (response: Response): Promise<readonly [unknown, unknown][]> =>
  (await response.text())
    .split("\n")
    .filter(Boolean)
    .map((line) => [JSON.parse(line).id, JSON.parse(line).source_lang]);

describe("rows in another language than the project's", () => {
  it("are left out with a reason unless the import was told to keep them", async () => {
    const report = await bring("predictions", [obama("e", japanese)], "leave_out");
    expect(report).toMatchObject({ outcome: "refused", diagnosticCounts: { other_language: 1 } });
    expect((await owner().projects.get({ project })).languages).toEqual(["zh-Hant", "ja", "zh-CN"]);
  });

  it("keep it in the review screen and in every file that holds languages", async () => {
    expect((await owner().review.open({ project, number: 4 })).sourceLang).toBe("ja");
    expect((await owner().review.open({ project, number: 2 })).sourceLang).toBe("zh-Hant");
    const url = `${site().url}/api/projects/${project}/export?format=pairs`;
    const all = await linesOf(await fetch(url, { headers: { cookie } }));
    expect(all).toEqual([
      ["a", "zh-Hant"],
      ["b", "zh-Hant"],
      ["c", "zh-CN"],
      ["d", "ja"],
    ]);
  });

  it("are what a run goes by", async () => {
    const { rows: found } = await world().db.pool.query<{ id: string }>(
      "SELECT id FROM project WHERE slug = $1",
      [project],
    );
    const states = await readSegmentStates(world().db.pool, found[0]?.id ?? "", [1, 2, 3, 4]);
    expect(states.map(({ sourceLang }) => sourceLang)).toEqual(["zh-Hant", "zh-Hant", "zh-CN", "ja"]);
    const run = await owner().runs.start({
      project,
      name: "offline",
      config: { engine: "offline" },
      selection: { languages: ["ja"] },
    });
    expect(run.segments.total).toBe(1);
    const estimate = await owner().runs.estimate({
      project,
      config: { engine: "offline" },
      selection: { languages: ["zh"] },
    });
    expect(estimate.segments).toBe(3);
  });
});

describe("the filter by language", () => {
  it("chooses what is exported, in the browser and over REST", async () => {
    const url = `${site().url}/api/projects/${project}/export?format=pairs&language=ja&language=zh-CN`;
    expect((await linesOf(await fetch(url, { headers: { cookie } }))).map(([id]) => id)).toEqual(["c", "d"]);
    expect(
      (await linesOf(await rest("/projects/several/export?language=zh-Hant"))).map(([id]) => id),
    ).toEqual(["a", "b"]);
    expect((await linesOf(await rest("/projects/several/export?language=ZH"))).map(([id]) => id)).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(await linesOf(await rest("/projects/several/export?language=z"))).toEqual([]);
    const page = await (await rest("/projects/several/segments?language=ja")).json();
    expect(page).toMatchObject({ segments: [{ id: "d" }] });
  });

  it("chooses what is scored, and scores each text in its own units", async () => {
    const scored = (languages: string[]) =>
      owner().evaluation.run({
        project,
        options: evaluationOptionsSchema.parse({
          gold: "gold",
          predicted: "predictions",
          filter: { languages },
        }),
      });
    const [all, ja, zh] = [await scored([]), await scored(["ja"]), await scored(["zh"])];
    expect([all.segments, ja.segments, zh.segments]).toEqual([2, 1, 1]);
    expect(ja.predicted.spans.strict.micro).toMatchObject({ correct: 0, predicted: 1, gold: 1 });
    expect(zh.predicted.spans.strict.micro).toMatchObject({ correct: 1, predicted: 1, gold: 1 });
    const opened = await owner().evaluation.open({
      project,
      options: evaluationOptionsSchema.parse({
        gold: "gold",
        predicted: "predictions",
        filter: { languages: ["ja"] },
      }),
      drill: { kind: "outcome", outcome: "boundary" },
    });
    expect(opened).toMatchObject({ segments: 1, start: 4 });
    const answer = await rest("/projects/several/evaluation", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ gold: "gold", predicted: "predictions", filter: { languages: ["ja"] } }),
    });
    expect(await answer.json()).toMatchObject({ segments: 1 });
  });

  it("chooses what the queue shows", async () => {
    const { total, items } = await owner().queue.window({
      project,
      filter: queueFilterSchema.parse({ language: "ja" }),
      offset: 0,
      limit: 10,
    });
    expect([total, items[0]?.externalId]).toEqual([1, "d"]);
    const chinese = queueFilterSchema.parse({ language: "zh" });
    expect((await owner().queue.window({ project, filter: chinese, offset: 0, limit: 10 })).total).toBe(3);
    const own = queueFilterSchema.parse({ language: "zh-Hant" });
    expect((await owner().queue.window({ project, filter: own, offset: 0, limit: 10 })).total).toBe(2);
  });

  it("chooses the names that are looked for in Wikipedia, by the Wikipedia that languages share", async () => {
    const names = async (language?: string) => {
      const { names, wiki } = await owner().wikipedia.preview({ project, source: "entities", language });
      return [names, wiki];
    };
    const osaka = {
      source_text: "大阪。",
      english_text: "Osaka.",
      english_entities: [{ start: 0, end: 5, label: "LOC" }],
    };
    await bring("predictions", [{ id: "o", source_lang: "ja", ...osaka }]);
    expect(await names("ja")).toEqual([2, "ja"]);
    expect(await names()).toEqual([1, "zh"]);
    expect(await names("zh-CN")).toEqual([1, "zh"]);
    await world().db.pool.query("DELETE FROM segment WHERE external_id = 'o'");
  });

  it("chooses what a snapshot freezes, which says what it holds and keeps each row's language", async () => {
    const plan = snapshotPlanSchema.parse({ languages: ["ja", "zh-CN"], split: { by: "none" } });
    const { manifest, card } = await owner().snapshots.create({ project, name: "east", plan });
    expect(manifest.languages).toEqual([
      { language: "ja", segments: 1 },
      { language: "zh-CN", segments: 1 },
    ]);
    expect(card).toContain("language:\n- ja\n- zh\n- en\n");
    expect(card).toContain("- Languages of the source: ja 1, zh-CN 1");
    const file = await rest("/projects/several/snapshots/east/download");
    expect(await linesOf(file)).toEqual([
      ["c", "zh-CN"],
      ["d", "ja"],
    ]);
  });

  it("chooses training data, in which the model is told of each text's own language", async () => {
    const body = {
      plan: { languages: ["ja"], split: { by: "none" } },
      options: { shape: "sft-openai", acceptedOnly: false, stages: ["translate"] },
    };
    const answer = await rest("/projects/several/training", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    const archive = Buffer.from(await answer.arrayBuffer());
    const train = Object.entries(unzipSync(archive)).find(([name]) => name.endsWith("train.jsonl"));
    const text = strFromU8(train?.[1] ?? new Uint8Array());
    expect(text).toContain("Japanese");
    expect(text).not.toContain("Chinese");
  });
});
