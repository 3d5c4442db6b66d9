import { describe, expect, test } from "vitest";
import { draftFrom, settingsOf } from "./draft.ts";

const chosen = { stages: ["recognise"], acceptedOnly: true } as const;
const draft = { ...draftFrom([]), baseModel: "base" };

describe("the settings of a fine-tuning", () => {
  test("leave out what is empty", () => {
    expect(settingsOf({ ...draft, apiKeyEnv: " ", seed: "" }, chosen)).toEqual({
      settings: {
        baseUrl: "https://api.openai.com/v1",
        baseModel: "base",
        apiKeyEnv: null,
        suffix: null,
        epochs: null,
        seed: null,
        stages: ["recognise"],
        acceptedOnly: true,
      },
    });
  });

  test("say what is wrong where it is", () => {
    const wrong = { ...draft, baseModel: "", baseUrl: "here", apiKeyEnv: "PATH", epochs: "many" };
    const made = settingsOf(wrong, { ...chosen, stages: [] });
    if (!("problems" in made)) throw new Error("these settings should be wrong");
    expect(Object.keys(made.problems).sort()).toEqual([
      "apiKeyEnv",
      "baseModel",
      "baseUrl",
      "epochs",
      "stages",
    ]);
  });
});
