import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { start } from "../helpers/process.ts";
import { bareRows, useStandIn } from "../helpers/stand-in.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

// SPANBRIDGE_KILL_SEGMENTS=1000 for the long version.
const SEGMENTS = Number(process.env.SPANBRIDGE_KILL_SEGMENTS ?? 30);
const KILLS = 3;
const CONCURRENCY = 4;
const STAGES = 3;

const world = useWorld();
const standIn = useStandIn(SEGMENTS);

it("a killed server goes on where it was: no exchange that it had kept is asked again, and none is missing", {
  timeout: 300_000 + SEGMENTS * 2000,
}, async () => {
  const { as, owner, bring, db } = world();
  const slug = "kill";
  await as(owner).projects.create({ name: slug, sourceLang: "zh" });
  await bring(slug, bareRows(SEGMENTS));
  standIn().mischief = () => ({ kind: "slow", milliseconds: 20 });
  const { runs } = as(owner);
  const { id } = await runs.start({
    project: slug,
    config: {
      engine: "eat",
      model: { baseUrl: standIn().baseUrl, model: "stand-in" },
      eat: { check: false },
      concurrency: CONCURRENCY,
    },
  });
  const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-kill-run-"));
  const serve = () =>
    start("main.ts", [], { SPANBRIDGE_DATA: dir, SPANBRIDGE_PORT: "0", DATABASE_URL: db.url });
  const kept = async (): Promise<number> =>
    (await db.pool.query<{ count: number }>("SELECT count(*) AS count FROM exchange")).rows[0]?.count ?? 0;
  const run = () => runs.get({ project: slug, run: id });

  let lost = 0;
  for (let kill = 1; kill <= KILLS; kill++) {
    const server = serve();
    const goal = Math.floor((kill * SEGMENTS * STAGES) / (KILLS + 1));
    await until(async () => (await kept()) >= goal);
    server.child.kill("SIGKILL");
    await server.ended;
    // What had been asked and was not kept when it died was on its way: no more than it worked on at a time.
    const onItsWay = standIn().asked.length - lost - (await kept());
    expect(onItsWay).toBeLessThanOrEqual(CONCURRENCY);
    lost += onItsWay;
    expect((await run()).state).toBe("running");
  }
  const server = serve();
  await until(async () => (await run()).state === "done");
  server.child.kill("SIGTERM");
  await server.ended;
  await rm(dir, { recursive: true, force: true });

  const done = await run();
  expect(done.segments).toEqual({ total: SEGMENTS, done: SEGMENTS, failed: 0, working: 0 });
  expect(done.calls).toMatchObject({ paid: SEGMENTS * STAGES, reused: 0 });
  expect(done.entities).toEqual({ placed: 2 * SEGMENTS, unplaced: 0 });
  expect(await kept()).toBe(SEGMENTS * STAGES);
  // Every question once, but for those whose answer was lost with the process.
  expect(new Set(standIn().asked.map(({ key }) => key)).size).toBe(SEGMENTS * STAGES);
  expect(standIn().asked.length).toBe(SEGMENTS * STAGES + lost);
});
