import { reviewStates } from "@spanbridge/shared";
import {
  createSnapshotSchema,
  type SplitRule,
  splitRatioSchema,
  usualSplitValues,
} from "@spanbridge/shared/contracts";
import { Command, InvalidArgumentError, Option } from "commander";
import { AppError } from "../error.ts";
import { freeze } from "../snapshots/create.ts";
import { printCounts } from "./print-snapshot.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = {
  readonly project: string;
  readonly note: string;
  readonly layer: string;
  readonly machineLayer: string;
  readonly state?: (typeof reviewStates)[number][];
  readonly document?: string[];
  readonly splitBy: "none" | "segment" | "document" | "field";
  readonly ratio: readonly number[];
  readonly stratify: boolean;
  readonly seed: number;
  readonly keep?: string | null;
  readonly field: string;
};

export const createCommand = (): Command =>
  new Command("create")
    .description("Freezes a selection under a name.")
    .argument("<name>", "name of the snapshot")
    .requiredOption("--project <NAME>", "address or name of the project")
    .option("--note <TEXT>", "why it is frozen", "")
    .option("--layer <LAYER>", "whose entities", "review")
    .option("--machine-layer <LAYER>", "what a model said, for preference pairs", "predictions")
    .addOption(new Option("--state <STATE...>", "only segments in these states").choices(reviewStates))
    .option("--document <NAME...>", "only these documents")
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
    .option("--field <KEY>", "key of the imported rows that names the split", "split")
    .action((name: string, options: Options) => withApp((context) => run(context, name, options)));

async function run({ app }: CliContext, name: string, options: Options): Promise<number> {
  const project = await requireProject(app.db.pool, options.project);
  const input = createSnapshotSchema.safeParse({
    project: project.slug,
    name,
    note: options.note,
    plan: {
      layer: options.layer,
      machineLayer: options.machineLayer,
      states: options.state,
      documents: options.document,
      split: ruleOf(options),
    },
  });
  if (!input.success)
    throw new AppError("invalid_input", input.error.issues.map(({ message }) => message).join(" "));
  const author = { userId: "command line", name: "the command line" };
  const { manifest } = await freeze(app, { ...project, mayManage: true }, author, input.data);
  process.stdout.write(`"${name}" holds ${manifest.segments} segments.\n${printCounts(manifest)}`);
  return 0;
}

function ruleOf({ splitBy, ratio, stratify, seed, keep = null, field }: Options): SplitRule {
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
