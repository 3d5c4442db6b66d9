import { describe, expect, it } from "vitest";
import { isMappable, readTargets, unknownLabels, withTarget } from "./label-map.ts";

describe("the label map", () => {
  it("keeps what was decided, and forgets what was taken back", () => {
    const one = withTarget({ language: "zh" }, "PERSON", { kind: "label", name: "PER" });
    expect(one).toEqual({ language: "zh", label_map: "PERSON=PER" });
    const two = withTarget(one, "a=b", { kind: "left_out" });
    expect(two.label_map).toBe("PERSON=PER\na=b=");
    expect([...readTargets(two)]).toEqual([
      ["PERSON", { kind: "label", name: "PER" }],
      ["a=b", { kind: "left_out" }],
    ]);
    expect(withTarget(withTarget(two, "PERSON", null), "a=b", null)).toEqual({ language: "zh" });
  });

  it("is offered for the file's own labels, the most frequent first", () => {
    const found = [
      { name: "B", times: 1 },
      { name: "PER", times: 9 },
      { name: "A", times: 1 },
      { name: "C", times: 3 },
    ];
    expect(unknownLabels(found, new Set(["PER"])).map(({ name }) => name)).toEqual(["C", "A", "B"]);
    expect(isMappable({ name: "a,b", times: 1 })).toBe(false);
    expect(isMappable({ name: "Person name", times: 1 })).toBe(true);
  });
});
