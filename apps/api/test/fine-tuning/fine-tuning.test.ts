import {
  type FineTuning,
  type FineTuningState,
  isFineTuningOver,
  snapshotPlanSchema,
  startFineTuningSchema,
} from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkers } from "../../src/runs/work/job.ts";
import { obama } from "../helpers/rows.ts";
import { bareRows, useStandIn } from "../helpers/stand-in.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const standIn = useStandIn(20);
const project = "tuned";
let stopWorkers: () => Promise<void> = async () => undefined;

const owner = () => world().as(world().owner);
const tuning = () => owner().fineTuning;
const server = () => standIn().fineTuning;

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  const rows = Array.from({ length: 20 }, (_, index) => obama(`r${index}`, { doc: `d${index % 5}` }));
  await world().bring(project, rows);
  const split = { by: "document", ratio: { train: 3, dev: 1, test: 1 }, seed: 4 } as const;
  await owner().snapshots.create({ project, name: "v1", plan: snapshotPlanSchema.parse({ split }) });
  stopWorkers = await startWorkers(world().app, 1);
});
afterAll(() => stopWorkers());

const begin = (baseModel: string, more: object = {}, snapshot = "v1"): Promise<FineTuning> =>
  tuning().start(
    startFineTuningSchema.parse({
      project,
      snapshot,
      settings: {
        baseUrl: standIn().baseUrl,
        baseModel,
        stages: ["recognise"],
        acceptedOnly: false,
        timeoutSeconds: 2,
        ...more,
      },
    }),
  );

async function reaches(
  { id }: FineTuning,
  states: readonly FineTuningState[] | ((now: FineTuning) => boolean),
): Promise<FineTuning> {
  let found: FineTuning | undefined;
  await until(async () => {
    found = await tuning().get({ project, fineTuning: id });
    return typeof states === "function" ? states(found) : states.includes(found.state);
  });
  if (!found) throw new Error("no fine-tuning");
  return found;
}
const over = (started: FineTuning) => reaches(started, ({ state }) => isFineTuningOver(state));

describe("a fine-tuning", () => {
  it("sends the training data without what is held out, follows the job and has a model that a run can use", {
    timeout: 240_000,
  }, async () => {
    process.env.SPANBRIDGE_LLM_KEY_TUNE = "sk-tune";
    const started = await begin("base-1", {
      suffix: "zh",
      epochs: 2,
      seed: 7,
      apiKeyEnv: "SPANBRIDGE_LLM_KEY_TUNE",
    });
    expect(started).toMatchObject({
      state: expect.stringMatching(/waiting|uploading/),
      model: null,
      job: "",
    });
    const done = await over(started);
    expect(done).toMatchObject({
      state: "done",
      error: "",
      status: "succeeded",
      job: "ftjob-1",
      model: "ft:base-1:spanbridge:zh:ftjob-1",
      examples: { train: 12, dev: 4 },
      trainedTokens: 1234,
    });
    expect(done.events.map(({ message }) => message)).toEqual([
      "Created fine-tuning job.",
      "The job is queued.",
      "Step 2: training loss=0.50",
      "Step 3: training loss=0.33",
      "The job is succeeded.",
    ]);
    expect(new Set(server().asked.map(({ authorization }) => authorization))).toEqual(
      new Set(["Bearer sk-tune"]),
    );
    expect(server().jobs[0]?.request).toMatchObject({
      model: "base-1",
      suffix: "zh",
      seed: 7,
      method: { type: "supervised", supervised: { hyperparameters: { n_epochs: 2 } } },
    });
    const [dev, train] = server().files;
    expect([dev?.filename, train?.filename]).toEqual([
      `spanbridge-${done.id}-dev.jsonl`,
      `spanbridge-${done.id}-train.jsonl`,
    ]);
    const lines = (train?.text ?? "")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(12);
    expect(lines[0].messages.map(({ role }: { role: string }) => role)).toEqual([
      "system",
      "user",
      "assistant",
    ]);
    const [sentTrain, sentDev] = await owner().exports.history({ project });
    expect([sentTrain, sentDev]).toMatchObject([
      { via: "fine-tuning", snapshot: "v1", selection: { part: "train", examples: 12 } },
      { via: "fine-tuning", snapshot: "v1", selection: { part: "dev", examples: 4 } },
    ]);
    // What the settings of the row say never holds the key.
    const { rows } = await world().db.pool.query("SELECT * FROM fine_tuning");
    expect(JSON.stringify(rows)).not.toContain("sk-tune");

    await world().bring(project, bareRows(2));
    const run = await owner().runs.start({
      project,
      name: "with the new model",
      config: {
        engine: "eat",
        model: { baseUrl: done.settings.baseUrl, model: done.model ?? "" },
        eat: { check: false },
      },
      selection: { numbers: [21, 22] },
    });
    await until(async () => (await owner().runs.get({ project, run: run.id })).state === "done");
    expect(standIn().asked.every(({ body }) => body.model === done.model)).toBe(true);
    expect(standIn().asked.length).toBeGreaterThan(0);
  });

  it("that the endpoint refuses says why, and has started nothing", async () => {
    const refused = await over(await begin("base+reject"));
    expect(refused).toMatchObject({
      state: "failed",
      error: "The endpoint answered with 400: The model base+reject cannot be fine-tuned.",
      model: null,
    });
    expect(server().jobs).toEqual([]);
  });

  it("that fails in training says why, and goes on with a new job on the same files", {
    timeout: 240_000,
  }, async () => {
    const failed = await over(await begin("base+fail"));
    expect(failed).toMatchObject({
      state: "failed",
      error: "The training failed: The training data has too few examples.",
    });
    await tuning().retry({ project, fineTuning: failed.id });
    await until(async () => server().jobs.length === 2);
    expect(server().files).toHaveLength(2);
    expect((await over(failed)).job).toBe("ftjob-2");
  });

  it("is cancelled at the endpoint", { timeout: 240_000 }, async () => {
    const started = await begin("base+stay");
    await reaches(started, ({ status }) => status === "running");
    expect((await tuning().cancel({ project, fineTuning: started.id })).state).toBe("cancelling");
    expect((await over(started)).state).toBe("cancelled");
    expect(server().jobs[0]?.status).toBe("cancelled");
    await expect(tuning().cancel({ project, fineTuning: started.id })).resolves.toMatchObject({
      state: "cancelled",
    });
  });

  it("waits for an endpoint that does not answer, says so, and starts nothing twice", {
    timeout: 240_000,
  }, async () => {
    const answered = new Set<string>();
    // Every change is made, and not told the first time.
    server().mischief = ({ method, path }) => {
      const key = `${method} ${path} ${server().files.length}`;
      if (method !== "POST" || answered.has(key)) return undefined;
      answered.add(key);
      return { kind: "forget_to_answer" };
    };
    const started = await begin("base-2");
    const troubled = await reaches(started, ({ trouble }) => trouble !== "");
    expect(troubled.trouble).toMatch(/^The endpoint http:\/\/127\.0\.0\.1:\d+ cannot be reached/);
    const done = await over(started);
    expect(done).toMatchObject({ state: "done", trouble: "" });
    expect(server().files.map(({ filename }) => filename.replace(done.id, ""))).toEqual([
      "spanbridge--dev.jsonl",
      "spanbridge--train.jsonl",
    ]);
    expect(server().jobs).toHaveLength(1);
  });

  it("is not begun where the address is not allowed or the key is not there, or for what nobody may see", async () => {
    const elsewhere = { baseUrl: "https://elsewhere.example/v1" };
    await expect(begin("base", elsewhere)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(begin("base", { apiKeyEnv: "SPANBRIDGE_LLM_KEY_NONE" })).rejects.toThrow(
      /has no SPANBRIDGE_LLM_KEY_NONE/,
    );
    await expect(begin("base", {}, "none")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(server().asked).toEqual([]);
  });

  it("of a snapshot without an example says so before anything has left", async () => {
    await owner().snapshots.create({
      project,
      name: "undecided",
      plan: snapshotPlanSchema.parse({ split: { by: "none" } }),
    });
    const failed = await over(await begin("base", { acceptedOnly: true }, "undecided"));
    expect(failed).toMatchObject({
      state: "failed",
      error: 'No training example comes of the snapshot "undecided".',
    });
    expect(server().files).toEqual([]);
  });
});
