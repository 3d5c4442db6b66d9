import { describe, expect, it } from "vitest";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const owner = () => world().as(world().owner);

describe("the samples", () => {
  it("can all be installed, once, with everything their list says", async () => {
    const offered = await owner().samples.list();
    expect(offered).toHaveLength(9);
    for (const { id, segments, sourceLang, licence, source, installedAs } of offered) {
      expect(installedAs).toBeNull();
      expect(await owner().samples.install({ sample: id })).toEqual({ project: id, created: true });
      const project = await owner().projects.get({ project: id });
      expect(project).toMatchObject({ sourceLang, licence, attribution: source });
      expect(project.counts.pending).toBe(segments);
      expect(project.layers.find(({ name }) => name === "predictions")?.annotations).toBe(segments);
      const gold = project.layers.find(({ name }) => name === "gold");
      expect(gold).toEqual(
        id.endsWith("-aligner")
          ? { name: "gold", kind: "gold", hidden: true, annotations: segments }
          : undefined,
      );
      expect(await owner().samples.install({ sample: id })).toEqual({ project: id, created: false });
    }
    expect((await owner().samples.list()).every(({ id, installedAs }) => id === installedAs)).toBe(true);
  });

  it("are installed once when asked for twice at the same time", async () => {
    await owner().projects.remove({
      project: "sample-th",
      confirmName: "Thai: what a language model answered",
    });
    const results = await Promise.all(
      Array.from({ length: 4 }, () => owner().samples.install({ sample: "sample-th" })),
    );
    expect(results.filter(({ created }) => created)).toHaveLength(1);
    expect((await owner().projects.get({ project: "sample-th" })).counts.pending).toBe(63);
  });
});
