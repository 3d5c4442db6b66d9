import { evaluationOptionsSchema, type ProjectDetail } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEvaluationSearch, parseSearch, stringifySearch } from "../../app/search.ts";
import { choiceOf, ofOther, optionsOf } from "./choice.ts";

type Layer = ProjectDetail["layers"][number];
const layer = (name: string, kind: Layer["kind"], annotations = 10): Layer => ({
  name,
  kind,
  hidden: kind === "gold",
  annotations,
});
const review = layer("review", "review", 0);
const predictions = layer("predictions", "predictions");
const gold = layer("gold", "gold");

describe("what is compared where the address says nothing", () => {
  it("is predictions against gold", () => {
    expect(choiceOf([review, predictions, gold], {})).toMatchObject({ gold: "gold", pred: "predictions" });
  });

  it("is predictions against what people accepted, for those who see no gold", () => {
    const layers = [layer("review", "review", 3), predictions];
    expect(choiceOf(layers, {})).toMatchObject({ gold: "review", pred: "predictions" });
  });

  it("is nothing where there is only one layer with anything in it", () => {
    expect(choiceOf([review, predictions], {})).toBeUndefined();
    expect(choiceOf([review], {})).toBeUndefined();
  });

  it("passes over layers that do not exist and a layer compared with itself", () => {
    const layers = [review, predictions, gold];
    expect(choiceOf(layers, { pred: "gone", vs: "gone" })).toMatchObject({
      pred: "predictions",
      vs: undefined,
    });
    expect(choiceOf(layers, { vs: "predictions" })?.vs).toBeUndefined();
    expect(choiceOf(layers, { vs: "review" })?.vs).toBe("review");
  });
});

describe("the address of an evaluation", () => {
  const searches = fc.record({
    gold: fc.constantFrom("gold", undefined),
    pred: fc.constantFrom("review", "predictions", undefined),
    vs: fc.constantFrom("review", undefined),
    side: fc.constantFrom("pivot" as const, undefined),
    document: fc.option(fc.string(), { nil: undefined }),
    state: fc.constantFrom(["accepted" as const], ["pending" as const, "skipped" as const], undefined),
    label: fc.constantFrom(["PER"], ["PER", "a&b=c"], undefined),
    signal: fc.constantFrom(["low_confidence" as const], undefined),
    show: fc.constantFrom("other" as const, undefined),
  });

  it("says all of it, and the server takes what it says", () => {
    fc.assert(
      fc.property(searches, (search) => {
        const again = parseEvaluationSearch(parseSearch(stringifySearch(search)));
        expect({ ...again, state: new Set(again.state) }).toEqual({
          ...search,
          state: new Set(search.state),
        });
        const choice = choiceOf([review, predictions, gold], again);
        if (!choice) throw new Error("nothing to compare");
        expect(evaluationOptionsSchema.safeParse(optionsOf(choice)).success).toBe(true);
      }),
    );
  });

  it("makes something the server takes of whatever stands in it", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const choice = choiceOf([review, predictions, gold], parseEvaluationSearch(parseSearch(query)));
        if (!choice) throw new Error("nothing to compare");
        expect(evaluationOptionsSchema.safeParse(optionsOf(choice)).success).toBe(true);
      }),
    );
  });

  it("opens the figures of the second system as those of a first", () => {
    const choice = choiceOf([review, predictions, gold], { vs: "review", label: ["PER"] });
    if (!choice) throw new Error("nothing to compare");
    expect(optionsOf(ofOther(choice))).toMatchObject({ predicted: "review", filter: { labels: ["PER"] } });
    expect(optionsOf(ofOther(choice))).not.toHaveProperty("other");
  });
});
