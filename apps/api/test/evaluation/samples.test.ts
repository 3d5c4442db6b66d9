import {
  type Drill,
  evaluationOptionsSchema,
  outcomeKinds,
  projectionKinds,
} from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { useWorld } from "../helpers/world.ts";

const world = useWorld();
const owner = () => world().as(world().owner);
const options = evaluationOptionsSchema.parse({ gold: "gold", predicted: "predictions" });

describe("what a word aligner projected, against what people marked", () => {
  // Counts and scores were computed apart, by a script of a few lines over sets.
  it.each([
    ["zh", 230, 490, 540, 0.4466, 0.468, 429],
    ["ru", 257, 501, 489, 0.5192, 0.5899, 393],
  ] as const)("%s", async (language, correct, predicted, gold, strict, exact, bound) => {
    const project = `sample-${language}-aligner`;
    await owner().samples.install({ sample: project });
    const found = await owner().evaluation.run({ project, options });
    expect(found).toMatchObject({ segments: 499, documents: 201, gold: { name: "gold", hidden: true } });
    const { spans, outcomes, intervals, projection, links } = found.predicted;
    expect(spans.strict.micro).toMatchObject({ correct, predicted, gold });
    expect(spans.strict.micro.f1).toBeCloseTo(strict, 4);
    expect(spans.exact.micro.f1).toBeCloseTo(exact, 4);
    expect(outcomes.correct).toBe(correct);
    expect(outcomes.correct + outcomes.missed + outcomes.label + outcomes.boundary + outcomes.both).toBe(
      gold,
    );
    const { low, high } = intervals.strict.f1;
    expect(low).toBeLessThan(strict);
    expect(high).toBeGreaterThan(strict);
    expect(projection?.bound.typed.correct).toBe(bound);
    // Nobody linked the two sides of gold, so that nothing is said of links.
    expect(links).toBeNull();
  });

  it("gives the same intervals for the same seed, and others for another", async () => {
    const project = "sample-zh-aligner";
    const once = await owner().evaluation.run({ project, options });
    expect(await owner().evaluation.run({ project, options })).toEqual(once);
    const other = await owner().evaluation.run({ project, options: { ...options, seed: 2 } });
    expect(other.predicted.spans).toEqual(once.predicted.spans);
    expect(other.predicted.intervals.strict).not.toEqual(once.predicted.intervals.strict);
  });

  it("opens every figure down to segments whose parts add up to it", async () => {
    const project = "sample-zh-aligner";
    const { predicted } = await owner().evaluation.run({ project, options });
    const figures: [Drill, number][] = [];
    for (const outcome of outcomeKinds)
      figures.push([{ kind: "outcome", outcome }, predicted.outcomes[outcome]]);
    for (const { gold, predicted: said, spans } of predicted.confusion.cells) {
      figures.push([{ kind: "cell", gold, predicted: said }, spans]);
    }
    for (const { label, gold, predicted: said, correct } of predicted.spans.strict.perLabel) {
      figures.push([{ kind: "label", label, of: "gold" }, gold]);
      figures.push([{ kind: "label", label, of: "predicted" }, said]);
      figures.push([{ kind: "label", label, of: "correct" }, correct]);
    }
    for (const { offset, spans } of predicted.edges.end) {
      figures.push([{ kind: "edge", edge: "end", offset }, spans]);
    }
    for (const outcome of projectionKinds) {
      figures.push([{ kind: "projection", outcome }, predicted.projection?.exact.outcomes[outcome] ?? -1]);
    }
    const { right = 0, ambiguous = 0 } = predicted.projection?.occurrence ?? {};
    figures.push([{ kind: "occurrence", right: true }, right]);
    figures.push([{ kind: "occurrence", right: false }, ambiguous - right]);
    figures.push([{ kind: "confidence", bin: null, of: "all" }, predicted.confidence.without]);
    for (const [drill, count] of figures) {
      const { origin, segments } = await owner().evaluation.open({ project, options, drill });
      expect([drill, origin.items]).toEqual([drill, count]);
      expect(segments).toBeLessThanOrEqual(count);
      expect(segments > 0).toBe(count > 0);
    }
  });
});
