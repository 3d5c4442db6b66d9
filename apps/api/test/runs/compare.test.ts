import type { ComparisonDrill } from "@spanbridge/shared/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { plain } from "../helpers/rows.ts";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const project = "compared";
const owner = () => world().as(world().owner);
const layers = { project, a: "predictions", b: "gold" };

// 北京和上海。: 北京 0–2, 上海 3–5. The English text has Beijing 0–7 and Shanghai 12–20.
const span = (id: string, start: number, end: number, label = "LOC") => ({ id, start, end, label });
const english = [span("e1", 0, 7), span("e2", 12, 20)];
const row = (id: string, spans: object[], links: string[][]) => ({
  id,
  source_lang: "zh",
  source_text: "北京和上海。",
  english_text: "Beijing and Shanghai.",
  source_entities: spans,
  english_entities: english,
  links,
});
const [beijing, shanghai] = [span("s1", 0, 2), span("s2", 3, 5)];
const straight = [
  ["e1", "s1"],
  ["e2", "s2"],
];

beforeAll(async () => {
  await owner().projects.create({ name: project, sourceLang: "zh" });
  await world().bring(project, [
    row("alike", [beijing, shanghai], straight),
    row("edges", [span("s1", 0, 3), span("s2", 3, 5, "ORG")], straight),
    row("one each", [beijing], [["e1", "s1"]]),
    row("open", [beijing], [["e1", "s1"]]),
    plain("mine"),
  ]);
  await world().bring(
    project,
    [
      row("alike", [beijing, shanghai], straight),
      row("edges", [beijing, shanghai], straight),
      row("one each", [shanghai], [["e2", "s2"]]),
      row("open", [beijing], [["e1", "s1"]]),
    ],
    { layer: "gold" },
  );
});

describe("a comparison of two layers", () => {
  it("says what became of each span, and what neither has a place for", async () => {
    const found = await owner().runs.compare(layers);
    expect(found.counts).toEqual({
      same: 3,
      boundary: 1,
      label: 1,
      both: 0,
      only_a: 1,
      only_b: 1,
      open: 1,
    });
    expect(found.segments).toEqual({ both: 4, different: 2, only_a: 1, only_b: 0 });
    expect(found.perLabel.map(({ label, counts }) => [label, counts.same, counts.label])).toEqual([
      ["LOC", 3, 0],
      ["ORG", 0, 1],
    ]);
  });

  it("turns round with its layers", async () => {
    const { counts, segments } = await owner().runs.compare({ project, a: layers.b, b: layers.a });
    expect(counts).toMatchObject({ same: 3, boundary: 1, label: 1, only_a: 1, only_b: 1, open: 1 });
    expect(segments).toEqual({ both: 4, different: 2, only_a: 0, only_b: 1 });
  });

  it.each<[ComparisonDrill, number, number[]]>([
    [{ kind: "agreement", of: "same", label: null }, 3, [1, 4]],
    [{ kind: "agreement", of: "boundary", label: null }, 1, [2]],
    [{ kind: "agreement", of: "label", label: "ORG" }, 1, [2]],
    [{ kind: "agreement", of: "label", label: "LOC" }, 0, []],
    [{ kind: "agreement", of: "only_a", label: null }, 1, [3]],
    [{ kind: "agreement", of: "open", label: "LOC" }, 1, [4]],
    [{ kind: "segments", of: "different" }, 2, [2, 3]],
    [{ kind: "segments", of: "only_a" }, 1, [5]],
  ])("opens %j", async (drill, items, numbers) => {
    const list = await owner().runs.openComparison({ ...layers, drill });
    expect(list).toMatchObject({
      segments: numbers.length,
      start: numbers[0] ?? null,
      origin: { kind: "comparison", layers: { a: "predictions", b: "gold" }, drill, items },
    });
    const window = await owner().queue.window({ project, filter: { list: list.id }, offset: 0, limit: 9 });
    expect(window.items.map(({ number }) => number)).toEqual(numbers);
  });

  it("is not of what people decide, nor of one layer with itself", async () => {
    await expect(owner().runs.compare({ ...layers, b: "review" })).rejects.toThrow(/evaluation/);
    await expect(owner().runs.compare({ ...layers, b: "predictions" })).rejects.toThrow(/two different/);
    await expect(owner().runs.compare({ ...layers, b: "run:none" })).rejects.toThrow(/no layer/);
  });
});
