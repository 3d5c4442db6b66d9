import type { Run } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { configOf, draftFrom } from "./draft.ts";

describe("a draft of a run", () => {
  it("becomes what the server takes", () => {
    const draft = { ...draftFrom([]), model: " qwen3 ", seed: "", requestsPerMinute: "30" };
    expect(configOf(draft)).toMatchObject({
      config: {
        engine: "eat",
        model: { model: "qwen3", seed: null, requestsPerMinute: 30, apiKeyEnv: null },
        concurrency: 4,
      },
    });
    expect(configOf({ ...draft, engine: "offline" })).toEqual({ config: { engine: "offline" } });
  });

  it("says what is wrong, by the names of the fields", () => {
    const wrong = configOf({
      ...draftFrom([]),
      baseUrl: "ftp://x",
      apiKeyEnv: "DATABASE_URL",
      concurrency: "many",
    });
    expect("problems" in wrong && wrong.problems.map((problem) => problem.split(":")[0])).toEqual([
      "Address",
      "Model",
      "Key variable",
      "Segments at a time",
    ]);
  });

  it("begins with the settings of the last run with a model", () => {
    const made = configOf({ ...draftFrom([]), model: "m", mode: "faithful", priceInput: "0.5" });
    if (!("config" in made)) throw new Error("the draft is whole");
    const run = { config: { ...made.config } } as Pick<Run, "config">;
    const again = draftFrom([{ config: { engine: "offline" } } as Run, run as Run]);
    expect(again).toMatchObject({ model: "m", mode: "faithful", priceInput: "0.5" });
  });
});
