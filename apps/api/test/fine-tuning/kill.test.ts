import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { snapshotPlanSchema, startFineTuningSchema } from "@spanbridge/shared/contracts";
import { expect, it } from "vitest";
import { start } from "../helpers/process.ts";
import { obama } from "../helpers/rows.ts";
import { useStandIn } from "../helpers/stand-in.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const standIn = useStandIn(1);
const project = "killed";

it("a server that is killed while it uploads, starts a job and follows it goes on, and nothing is sent or started twice", {
  timeout: 240_000,
}, async () => {
  const { as, owner, bring, db } = world();
  const { fineTuning, projects, snapshots } = as(owner);
  const endpoint = standIn().fineTuning;
  await projects.create({ name: project, sourceLang: "zh" });
  await bring(
    project,
    Array.from({ length: 10 }, (_, index) => obama(`r${index}`)),
  );
  await snapshots.create({ project, name: "v1", plan: snapshotPlanSchema.parse({ split: { by: "none" } }) });
  const settings = { baseUrl: standIn().baseUrl, baseModel: "base+stay", acceptedOnly: false };
  const { id } = await fineTuning.start(startFineTuningSchema.parse({ project, snapshot: "v1", settings }));
  const now = () => fineTuning.get({ project, fineTuning: id });

  const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-kill-tuning-"));
  const serve = () =>
    start("main.ts", [], { SPANBRIDGE_DATA: dir, SPANBRIDGE_PORT: "0", DATABASE_URL: db.url });
  /** Serves until the endpoint was asked this and, told or not, has done it; then dies at once. */
  const dieAfter = async (method: string, place: string, done: () => boolean, told: boolean) => {
    endpoint.mischief = (request) =>
      request.method === method && request.path === place && !told ? { kind: "forget_to_answer" } : undefined;
    const server = serve();
    await until(async () => done());
    server.child.kill("SIGKILL");
    await server.ended;
    endpoint.mischief = () => undefined;
  };
  await dieAfter("POST", "/files", () => endpoint.files.length > 0, false);
  await dieAfter("POST", "/fine_tuning/jobs", () => endpoint.jobs.length > 0, false);
  await dieAfter("GET", "/fine_tuning/jobs/ftjob-1", () => (endpoint.jobs[0]?.looks ?? 0) > 1, true);
  expect(["uploading", "training"]).toContain((await now()).state);

  endpoint.stay = false;
  const server = serve();
  await until(async () => (await now()).state === "done");
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dir, { recursive: true, force: true });

  expect(await now()).toMatchObject({ model: "ft:base:spanbridge::ftjob-1", job: "ftjob-1" });
  expect(endpoint.files).toHaveLength(1);
  expect(endpoint.jobs).toHaveLength(1);
});
