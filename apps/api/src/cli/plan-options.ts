import { reviewStates } from "@spanbridge/shared";
import {
  type SnapshotPlan,
  type SplitRule,
  snapshotPlanSchema,
  splitRatioSchema,
  usualSplitValues,
} from "@spanbridge/shared/contracts";
import { type Command, InvalidArgumentError, Option } from "commander";

/** Which segments, and how they are divided. */
export type PlanOptions = {
  readonly layer: string;
  readonly machineLayer: string;
  readonly state?: (typeof reviewStates)[number][];
  readonly document?: string[];
  readonly language?: string[];
  readonly splitBy: "none" | "segment" | "document" | "field";
  readonly ratio: readonly number[];
  readonly stratify: boolean;
  readonly seed: number;
  readonly keep?: string | null;
  readonly field: string;
};

export const withPlanOptions = (command: Command): Command =>
  command
    .option("--layer <LAYER>", "whose entities", "review")
    .option("--machine-layer <LAYER>", "what a model said, for preference pairs", "predictions")
    .addOption(new Option("--state <STATE...>", "only segments in these states").choices(reviewStates))
    .option("--document <NAME...>", "only these documents")
    .option("--language <TAG...>", "only source texts in these languages and their variants")
    .addOption(
      new Option("--split-by <WHAT>", "how it is divided")
        .choices(["none", "segment", "document", "field"])
        .default("none"),
    )
    .addOption(
      new Option("--ratio <TRAIN,DEV,TEST>", "shares").argParser(ratioOf).default([80, 10, 10], "80,10,10"),
    )
    .option("--no-stratify", "labels need not be in every split in proportion")
    .addOption(new Option("--seed <NUMBER>", "draws the splits").argParser(wholeNumber).default(1))
    .option("--keep <SNAPSHOT>", "an earlier snapshot whose segments stay in their splits")
    .option("--field <KEY>", "key of the imported rows that names the split", "split");

export const planFrom = (options: PlanOptions): SnapshotPlan =>
  snapshotPlanSchema.parse({
    layer: options.layer,
    machineLayer: options.machineLayer,
    states: options.state,
    documents: options.document,
    languages: options.language,
    split: ruleOf(options),
  });

function ruleOf({ splitBy, ratio, stratify, seed, keep = null, field }: PlanOptions): SplitRule {
  switch (splitBy) {
    case "none":
      return { by: "none" };
    case "field":
      return { by: "field", field, values: { ...usualSplitValues } };
    case "segment":
    case "document": {
      const [train = 0, dev = 0, test = 0] = ratio;
      return { by: splitBy, ratio: { train, dev, test }, stratify, seed, keep };
    }
  }
}

function ratioOf(text: string): number[] {
  const [train, dev, test, ...more] = text.split(",").map(Number);
  const parsed = splitRatioSchema.safeParse({ train, dev, test });
  if (!parsed.success || more.length > 0) throw new InvalidArgumentError("Three numbers such as 80,10,10.");
  return [parsed.data.train, parsed.data.dev, parsed.data.test];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new InvalidArgumentError("A whole number.");
  return Number(text);
}
