import type { TrainingOptions } from "@spanbridge/shared/contracts";
import { trainingOptionsSchema, trainingShapes } from "@spanbridge/shared/contracts";
import { describe, expect, it } from "vitest";
import { configFiles } from "./configs.ts";

const textOf = (shape: TrainingOptions["shape"], examples: number): string => {
  const count = { stage: "translate", tokens: 100, longest: 40 } as const;
  const counts = [
    { ...count, part: "train" as const, examples },
    { ...count, part: "dev" as const, examples: 3 },
  ];
  const options = trainingOptionsSchema.parse({ shape });
  const files = configFiles({
    options,
    name: "data",
    report: { counts, skipped: [], heldBack: 0, notAccepted: 0 },
  });
  return files.map(({ text }) => text).join("\n");
};

describe("configuration files", () => {
  it("say the warm-up in steps, a tenth of all: ratios are no argument of newer trainers", () => {
    expect(textOf("sft-trl", 800)).toContain("warmup_steps=30,");
    expect(textOf("preference-trl", 800)).toContain("warmup_steps=10,");
    expect(textOf("sft-openai", 801)).toContain("warmup_steps: 31\n");
    expect(textOf("preference-llamafactory", 1)).toContain("warmup_steps: 1\n");
    for (const shape of trainingShapes) expect(textOf(shape, 10)).not.toContain("warmup_ratio");
  });
});
