import type { ProjectDetail } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { comparisonOf } from "./choice.ts";

type Layer = ProjectDetail["layers"][number];
const layer = (kind: Layer["kind"], name: string, annotations = 3): Layer => ({
  kind,
  name,
  annotations,
  hidden: kind === "gold",
});
const layers = [
  layer("review", "review", 0),
  layer("predictions", "predictions"),
  layer("gold", "gold"),
  layer("run", "run:one"),
  layer("run", "run:two"),
];

describe("what is compared", () => {
  it("is what the address says", () => {
    expect(comparisonOf(layers, { a: "predictions", b: "run:one", gold: "gold" })).toEqual({
      a: "predictions",
      b: "run:one",
      gold: "gold",
    });
  });

  it("begins with the newest two, against gold where there is one", () => {
    expect(comparisonOf(layers, {})).toEqual({ a: "run:two", b: "run:one", gold: "gold" });
    expect(comparisonOf(layers, { a: "run:one" })).toMatchObject({ a: "run:one", b: "run:two" });
    expect(comparisonOf(layers, { b: "run:two" })).toMatchObject({ a: "run:one", b: "run:two" });
    expect(comparisonOf(layers, { gold: "" })?.gold).toBeUndefined();
  });

  it("takes no layer that is not there, and no layer of decisions", () => {
    expect(comparisonOf(layers, { a: "review", b: "gone" })).toMatchObject({ a: "run:two", b: "run:one" });
    expect(comparisonOf(layers.slice(0, 2), {})).toBeUndefined();
  });
});
