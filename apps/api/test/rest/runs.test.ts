import { type Run, runSchema } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { startWorkers } from "../../src/runs/work/job.ts";
import { obama } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";
import { conflict, forbidden, invalidInput, notFound, problemIn, type RestClient, restAs } from "./client.ts";

const world = useWorld();
let owner: RestClient;
let annotator: RestClient;
let outsider: RestClient;

beforeAll(async () => {
  const { as, owner: olga, bring, member, person } = world();
  await as(olga).projects.create({ name: "p", slug: "p", sourceLang: "zh" });
  await bring("p", [obama("a"), obama("b", { source_entities: [], links: [] })]);
  owner = await restAs(world(), olga);
  annotator = await restAs(world(), await member("Ann", "p", "annotator"));
  outsider = await restAs(world(), await person("Otto"));
});

const post = (rest: RestClient, path: string, body: object = {}) =>
  rest(`/projects/p/runs${path}`, { method: "POST", body: JSON.stringify(body) });
const offline = { config: { engine: "offline" } };
const runIn = async (response: Response): Promise<Run> => runSchema.parse(await response.json());

describe("runs", () => {
  it("are started, watched and listed", async () => {
    const started = await post(owner, "", { ...offline, name: "first" });
    expect(started.status).toBe(202);
    const { id } = await runIn(started.clone());
    const at = started.headers.get("location") ?? "";
    expect(at).toBe(`/api/v1/projects/p/runs/${id}`);
    const stop = await startWorkers(world().app, 1);
    try {
      await until(async () => (await runIn(await annotator(at.replace("/api/v1", "")))).state === "done");
    } finally {
      await stop();
    }
    const segments: unknown = await (await annotator(`/projects/p/runs/${id}/segments?limit=1`)).json();
    expect(segments).toMatchObject({ total: 2, segments: [{ number: 1, state: "done" }] });
    const list: unknown = await (await annotator("/projects/p/runs")).json();
    expect(list).toMatchObject([{ id, name: "first", state: "done", segments: { total: 2, done: 2 } }]);
    const again = await post(owner, "", { ...offline, name: "first" });
    expect(await problemIn(again)).toEqual(conflict);
  });

  it("are paused, go on, and are cancelled", async () => {
    const { id } = await runIn(await post(owner, "", offline));
    expect((await runIn(await post(owner, `/${id}/pause`))).state).toBe("paused");
    expect(["queued", "running"]).toContain((await runIn(await post(owner, `/${id}/resume`))).state);
    expect((await runIn(await post(owner, `/${id}/cancel`))).state).toBe("cancelled");
  });

  it("say beforehand what they would take", async () => {
    const estimate: unknown = await (await post(owner, "/estimate", offline)).json();
    expect(estimate).toMatchObject({ segments: 2, calls: 0, cost: 0 });
  });

  it("are for managers, in projects that are not archived", async () => {
    const { id } = await runIn(await post(owner, "", offline));
    for (const path of ["", "/estimate", `/${id}/pause`, `/${id}/resume`, `/${id}/cancel`]) {
      expect([path, await problemIn(await post(annotator, path, offline))]).toEqual([path, forbidden]);
      expect([path, await problemIn(await post(outsider, path, offline))]).toEqual([path, notFound]);
    }
    for (const path of ["", `/${id}`, `/${id}/segments`]) {
      expect(await problemIn(await outsider(`/projects/p/runs${path}`))).toEqual(notFound);
    }
    const archive = (archived: boolean) =>
      world().as(world().owner).projects.update({ project: "p", data: { archived } });
    await archive(true);
    expect(await problemIn(await post(owner, "", offline))).toEqual(conflict);
    expect((await owner(`/projects/p/runs/${id}`)).status).toBe(200);
    await archive(false);
    expect(await problemIn(await post(owner, "/019a5e1e-0000-7000-8000-000000000000/cancel"))).toEqual(
      notFound,
    );
    expect(await problemIn(await post(owner, "/x/cancel"))).toEqual(invalidInput);
    expect(await problemIn(await post(owner, "", { config: { engine: "magic" } }))).toEqual(invalidInput);
  });
});
