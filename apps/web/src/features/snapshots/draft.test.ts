import { createSnapshotSchema } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { errorsOf, planOf, startDraft } from "./draft.ts";

describe("the draft of a snapshot", () => {
  it("becomes what the server takes", () => {
    for (const by of ["none", "segment", "document", "field"] as const) {
      const plan = planOf({ ...startDraft, by, keep: by === "segment" ? "v1" : "" });
      const input = { project: "news", name: "v2", note: "", plan };
      expect(createSnapshotSchema.parse(input)).toEqual(input);
    }
  });

  it("names any layer that says what a machine had said, or none", () => {
    expect(planOf({ ...startDraft, machineLayer: "run:one" })).toMatchObject({ machineLayer: "run:one" });
    expect(planOf({ ...startDraft, machineLayer: "" })).toMatchObject({ machineLayer: null });
  });

  it("says what is wrong, and asks for no preview of it", () => {
    expect(errorsOf(startDraft)).toEqual({ name: "Give it a name." });
    const broken = { ...startDraft, name: "a/b", train: "x", seed: "-1" };
    expect(Object.keys(errorsOf(broken))).toEqual(["name", "ratio", "seed"]);
    expect(planOf(broken)).toBeNull();
    expect(planOf({ ...startDraft, train: "0", dev: "0", test: "" })).toBeNull();
    expect(planOf({ ...startDraft, by: "field", field: " " })).toBeNull();
  });
});
