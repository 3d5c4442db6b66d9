import { commands } from "@spanbridge/shared";
import { snapshotPlanSchema, trainingOptionsSchema, trainingShapes } from "@spanbridge/shared/contracts";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { startWorkers } from "../../src/runs/work/job.ts";
import { accept, addSpan, transaction } from "../helpers/edits.ts";
import { useSite } from "../helpers/listening.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const site = useSite(world);
const project = "training";
let cookie = "";
const owner = () => world().as(world().owner);

const archiveOf = async (query: string): Promise<Buffer> => {
  const path = `/api/projects/${project}/snapshots/v1/training?${query}`;
  const response = await fetch(`${site().url}${path}`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const filesOf = (archive: Buffer): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
const linesOf = (file: string | undefined): string[] =>
  (file ?? "").split("\n").filter((line) => line !== "");

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  const rows = Array.from({ length: 20 }, (_, index) => obama(`r${index}`, { doc: `d${index % 5}` }));
  await world().bring(project, rows);
  // Every second segment is accepted, every fourth with an entity more.
  for (let number = 1; number <= 20; number += 2) {
    const { annotation } = await owner().review.open({ project, number });
    const added = number % 4 === 1 ? [addSpan(annotation, 6, 8, "LOC", world().owner)] : [];
    await owner().review.commit({
      project,
      number,
      baseSeq: 0,
      transactions: [...added, accept(annotation)],
    });
  }
  const split = { by: "document", ratio: { train: 3, dev: 1, test: 1 }, seed: 4 } as const;
  await owner().snapshots.create({ project, name: "v1", plan: snapshotPlanSchema.parse({ split }) });
  cookie = await site().signIn(world().owner);
});

describe("training data of a snapshot", () => {
  it("has nothing of the held-out documents", async () => {
    const test = await fetch(`${site().url}/api/projects/${project}/snapshots/v1/download?split=test`, {
      headers: { cookie },
    });
    const rowSchema = z.object({ source_text: z.string(), english_text: z.string() });
    const heldOut = linesOf(await test.text()).map((line) => rowSchema.parse(JSON.parse(line)));
    expect(heldOut).toHaveLength(4);
    for (const shape of trainingShapes) {
      const files = filesOf(await archiveOf(`shape=${shape}&accepted=false`));
      for (const { source_text, english_text } of heldOut) {
        for (const [name, text] of Object.entries(files)) {
          expect(text.includes(source_text), `${source_text} in ${name} of ${shape}`).toBe(false);
          expect(text.includes(english_text), `${english_text} in ${name} of ${shape}`).toBe(false);
        }
      }
    }
  });

  it("is what the preview says, with its tokens", async () => {
    for (const shape of trainingShapes) {
      const options = trainingOptionsSchema.parse({ shape });
      const preview = await owner().training.preview({ project, snapshot: "v1", options });
      const files = filesOf(await archiveOf(`shape=${shape}`));
      const examples = (part: string) =>
        preview.counts.filter((count) => count.part === part).reduce((sum, count) => sum + count.examples, 0);
      expect(linesOf(files["train.jsonl"])).toHaveLength(examples("train"));
      expect(linesOf(files["dev.jsonl"])).toHaveLength(examples("dev"));
      expect(preview.first).toEqual(linesOf(files["train.jsonl"]).slice(0, 3));
      expect(preview).toMatchObject({ heldBack: 4, encoding: "o200k_base" });
      for (const { tokens, longest, examples: count } of preview.counts) {
        expect(longest).toBeGreaterThan(10);
        expect(tokens).toBeLessThanOrEqual(longest * count);
      }
    }
  });

  it("takes what was accepted, unless all is wanted", async () => {
    const of = (acceptedOnly: boolean) =>
      owner().training.preview({
        project,
        snapshot: "v1",
        options: trainingOptionsSchema.parse({ shape: "sft-openai", stages: ["recognise"], acceptedOnly }),
      });
    const [some, all] = [await of(true), await of(false)];
    const sum = ({ counts }: typeof some) => counts.reduce((total, { examples }) => total + examples, 0);
    expect(sum(all)).toBe(16);
    expect(sum(some)).toBe(16 - some.notAccepted);
    expect(some.notAccepted).toBeGreaterThan(0);
  });

  it("has preference pairs only where people changed something", async () => {
    const files = filesOf(await archiveOf("shape=preference-trl"));
    const { counts } = await owner().training.preview({
      project,
      snapshot: "v1",
      options: trainingOptionsSchema.parse({ shape: "preference-trl" }),
    });
    // Adding a source span without a link changes no answer of a stage: nothing is preferred to anything.
    expect(counts).toEqual([]);
    expect(files["train.jsonl"]).toBe("");
  });

  it("has a pair where a person gave an entity another label", async () => {
    const { annotation, seq } = await owner().review.open({ project, number: 3 });
    const english = annotation.spans.find(({ side }) => side === "pivot");
    if (!english) throw new Error("there is no English entity");
    const edits = commands.relabelSpan(annotation, english.id, "ORG", world().owner.userId);
    await owner().review.commit({ project, number: 3, baseSeq: seq, transactions: [transaction(edits)] });
    const plan = snapshotPlanSchema.parse({ split: { by: "none" } });
    await owner().snapshots.create({ project, name: "v2", plan });
    const options = trainingOptionsSchema.parse({ shape: "preference-trl" });
    const { counts, first } = await owner().training.preview({ project, snapshot: "v2", options });
    expect(counts).toMatchObject([{ part: "train", stage: "recognise", examples: 1 }]);
    const pair = z
      .object({
        chosen: z.array(z.object({ content: z.string() })),
        rejected: z.array(z.object({ content: z.string() })),
      })
      .parse(JSON.parse(first[0] ?? ""));
    expect(JSON.parse(pair.chosen[0]?.content ?? "")).toEqual({
      entities: [{ text: "Obama", label: "ORG" }],
    });
    expect(JSON.parse(pair.rejected[0]?.content ?? "")).toEqual({
      entities: [{ text: "Obama", label: "PER" }],
    });
  });

  it("takes what any layer said as the rejected answer", async () => {
    const { runs } = owner();
    const started = await runs.start({
      project,
      name: "other",
      config: { engine: "offline" },
      selection: { states: [], numbers: [3] },
    });
    const stop = await startWorkers(world().app, 1);
    await until(async () => (await runs.get({ project, run: started.id })).state === "done");
    await stop();
    const rejectedOf = async (machineLayer: string | null) => {
      const plan = snapshotPlanSchema.parse({ split: { by: "none" }, machineLayer });
      const options = trainingOptionsSchema.parse({ shape: "preference-trl", stages: ["recognise"] });
      return owner().training.preview({ project, plan, options });
    };
    // Predictions say PER of Obama where a person said ORG; no other snapshot holds it out, or it would not be there.
    expect((await rejectedOf(null)).counts).toEqual([]);
    const all = await Promise.all([rejectedOf("predictions"), rejectedOf("run:other")]);
    for (const { skipped, counts } of all) {
      expect(counts.length + skipped.length).toBeGreaterThan(0);
    }
    expect(
      all[1]?.skipped.find(({ reason }) => reason === "The machine said nothing.")?.count,
    ).toBeGreaterThan(
      all[0]?.skipped.find(({ reason }) => reason === "The machine said nothing.")?.count ?? 0,
    );
  });

  it("of a selection is downloaded like that of a snapshot, with what was selected", async () => {
    const plan = { split: { by: "document", ratio: { train: 1, dev: 1, test: 0 } }, states: ["accepted"] };
    const query = new URLSearchParams({ shape: "sft-openai", plan: JSON.stringify(plan) });
    const address = `${site().url}/api/projects/${project}/training?${query}`;
    const response = await fetch(address, { headers: { cookie } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toContain("training-sft-openai.zip");
    const files = filesOf(Buffer.from(await response.arrayBuffer()));
    expect(JSON.parse(files["selection.json"] ?? "")).toMatchObject({
      project,
      plan: { states: ["accepted"] },
    });
    expect(files["README.md"]).toContain("from a selection of the project as it was");
    const broken = `${site().url}/api/projects/${project}/training?shape=sft-openai&plan=no`;
    expect((await fetch(broken, { headers: { cookie } })).status).toBe(400);
  });

  it("comes with configuration files, and is the same every time", async () => {
    const first = await archiveOf("shape=sft-sharegpt");
    const { annotation, seq } = await owner().review.open({ project, number: 1 });
    const transactions = [addSpan(annotation, 3, 5, "ORG", world().owner)];
    await owner().review.commit({ project, number: 1, baseSeq: seq, transactions });
    expect((await archiveOf("shape=sft-sharegpt")).equals(first)).toBe(true);
    const files = filesOf(first);
    const info: unknown = JSON.parse(files["dataset_info.json"] ?? "");
    expect(info).toMatchObject({ training_v1_train: { file_name: "train.jsonl", formatting: "sharegpt" } });
    expect(files["sft.yaml"]).toContain("dataset: training_v1_train\n");
    expect(Object.keys(filesOf(await archiveOf("shape=preference-trl")))).toContain("train_dpo.py");
    expect(Object.keys(filesOf(await archiveOf("shape=sequence-t5")))).toContain("train_t5.py");
  });

  it("is noted in the history", async () => {
    const [latest] = await owner().exports.history({ project });
    expect(latest).toMatchObject({ snapshot: "v1", format: "sequence-t5", user: "Olga" });
  });
});
