import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fineTuningSchema, snapshotPlanSchema } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { start } from "../helpers/process.ts";
import { obama } from "../helpers/rows.ts";
import { useStandIn } from "../helpers/stand-in.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const standIn = useStandIn(1);
let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "spanbridge-finetune-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const spanbridge = (...args: string[]) =>
  start("cli/main.ts", args, { SPANBRIDGE_DATA: dir, DATABASE_URL: world().db.url });
const finetune = (verb: string, ...args: string[]) =>
  spanbridge("finetune", verb, ...args, "--project", "cli").ended;
const begin = (baseModel: string, ...args: string[]) =>
  finetune(
    "start",
    "--snapshot",
    "v1",
    "--unaccepted",
    "--llm-base-url",
    standIn().baseUrl,
    "--llm-model",
    baseModel,
    ...args,
  );

describe("fine-tuning on the command line", { timeout: 240_000 }, () => {
  it("is started, followed by a worker of another process, watched, listed and cancelled", async () => {
    const { as, owner, bring } = world();
    await as(owner).projects.create({ name: "cli", sourceLang: "zh" });
    await bring("cli", [obama("a"), obama("b")]);
    const plan = snapshotPlanSchema.parse({ split: { by: "none" } });
    await as(owner).snapshots.create({ project: "cli", name: "v1", plan });
    const worker = spanbridge("worker");
    const done = await begin("base", "--suffix", "cli", "--watch");
    expect(done).toMatchObject({ code: 0, stdout: "ft:base:spanbridge:cli:ftjob-1\n" });
    expect(done.stderr).toContain("The job is queued.");
    const failed = await begin("base+fail", "--watch");
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(failed.stderr).toContain("The training data has too few examples.");
    expect((await begin("base+stay")).code).toBe(0);
    const listed = await finetune("list", "--json");
    const [staying] = z.array(fineTuningSchema).parse(JSON.parse(listed.stdout));
    expect((await finetune("cancel", staying?.id ?? "")).code).toBe(0);
    const watched = await finetune("watch", staying?.id ?? "");
    expect(watched).toMatchObject({ code: 1, stderr: expect.stringContaining("cancelled") });
    expect((await finetune("list")).stdout).toContain("ft:base:spanbridge:cli:ftjob-1");
    expect(await finetune("watch", "nothing")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no fine-tuning "nothing"'),
    });
    worker.child.kill("SIGTERM");
    expect((await worker.ended).code).toBe(0);
  });
});
