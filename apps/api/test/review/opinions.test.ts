import { exportOptionsSchema } from "@spanbridge/shared/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startWorkers } from "../../src/runs/work/job.ts";
import { obama, plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";
import { until } from "../support/processes.ts";

const world = useWorld();
const project = "opinions";
const owner = () => world().as(world().owner);
let stop: () => Promise<void> = async () => undefined;
afterAll(() => stop());

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  const other = { source_entities: [{ id: "s1", start: 0, end: 2, label: "PER", text: "奥巴" }] };
  await world().bring(project, [obama("a", other), obama("b"), plain("c", { english_text: undefined })]);
  await world().bring(project, [obama("a")], { layer: "gold" });
  stop = await startWorkers(world().app, 1);
  const config = { engine: "offline" as const };
  const { id } = await owner().runs.start({ project, name: "one", config });
  await until(async () => (await owner().runs.get({ project, run: id })).state === "done");
});

async function exported(): Promise<number[][][]> {
  const { text } = await owner().exports.preview({
    project,
    options: exportOptionsSchema.parse({ format: "pairs" }),
  });
  const rows = (text ?? "").trimEnd().split("\n");
  return rows.map((row) =>
    JSON.parse(row).source_entities.map(({ start, end }: { start: number; end: number }) => [start, end]),
  );
}

describe("what each engine says", () => {
  it("are the predictions and every run, what is shown first, without gold", async () => {
    const found = await owner().review.opinions({ project, number: 1 });
    expect(found.map(({ layer, engine, shown }) => [layer, engine, shown])).toEqual([
      ["predictions", null, true],
      ["run:one", "offline", false],
    ]);
    const places = found.map(({ spans }) =>
      spans.filter(({ side }) => side === "source").map(({ start, end }) => [start, end]),
    );
    expect(places).toEqual([[[0, 2]], [[0, 3]]]);
    expect(found[1]?.links).toHaveLength(1);
  });

  it("says why a run has nothing", async () => {
    const found = await owner().review.opinions({ project, number: 3 });
    expect(found.at(-1)).toMatchObject({ layer: "run:one", spans: [] });
    expect(found.at(-1)?.failure).toMatch(/no translation/);
  });

  it("begins with the run that is shown", async () => {
    const [run] = await owner().runs.list({ project });
    await owner().runs.show({ project, run: run?.id ?? null });
    const found = await owner().review.opinions({ project, number: 1 });
    expect(found.map(({ layer, shown }) => [layer, shown])).toEqual([
      ["run:one", true],
      ["predictions", false],
    ]);
    // An export of what people see says the same, with the predictions where the run has nothing.
    expect(await exported()).toEqual([[[0, 3]], [[0, 3]], []]);
    await owner().runs.show({ project, run: null });
    expect(await exported()).toEqual([[[0, 2]], [[0, 3]], []]);
  });

  it("is not there for a segment that is not", async () => {
    await expect(owner().review.opinions({ project, number: 9 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
