import {
  type TrainingCounts,
  type TrainingShape,
  type TrainingStage,
  trainingOptionsSchema,
  trainingShapes,
  trainingStages,
} from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { AppError } from "../error.ts";
import { sendTraining } from "../training/download.ts";
import { openOutput } from "./output.ts";
import { type PlanOptions, planFrom, withPlanOptions } from "./plan-options.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = PlanOptions & {
  readonly project: string;
  readonly snapshot?: string;
  readonly shape: TrainingShape;
  readonly stage?: TrainingStage[];
  readonly unaccepted?: boolean;
  readonly model?: string;
  readonly out: string;
};

export const trainingCommand = (): Command =>
  withPlanOptions(new Command("training"))
    .description(
      "Writes the training data of a snapshot, or of a selection as it is now, with configuration files, as an archive.",
    )
    .requiredOption("--project <NAME>", "address or name of the project")
    .option("--snapshot <NAME>", "name of the snapshot; the options of a selection do not count then")
    .addOption(
      new Option("--shape <SHAPE>", "what the lines look like").choices(trainingShapes).makeOptionMandatory(),
    )
    .addOption(new Option("--stage <STAGE...>", "only these stages").choices(trainingStages))
    .option("--unaccepted", "also segments that nobody has accepted")
    .option("--model <NAME>", "base model for the configuration files")
    .requiredOption("--out <FILE>", "where to; - is stdout")
    .action((options: Options) => withApp((context) => run(context, options)));

async function run({ app, signal }: CliContext, options: Options): Promise<number> {
  const project = await requireProject(app.db.pool, options.project);
  const { snapshot, shape, stage: stages, model, unaccepted } = options;
  const parsed = trainingOptionsSchema.safeParse({
    shape,
    stages,
    model,
    ...(unaccepted && { acceptedOnly: false }),
  });
  if (!parsed.success)
    throw new AppError("invalid_input", parsed.error.issues.map(({ message }) => message).join(" "));
  const output = await openOutput(options.out, signal);
  try {
    const request = {
      ...(snapshot === undefined ? { plan: planFrom(options) } : { snapshot }),
      options: parsed.data,
    };
    const by = { userId: null, via: "command line" } as const;
    const report = await sendTraining(app, { ...project, mayManage: true }, by, request, output.write);
    await output.finish();
    process.stderr.write(summary(report));
    return 0;
  } catch (error) {
    await output.discard();
    if (output.readerLeft(error)) return 0;
    throw error;
  }
}

function summary({ counts, skipped, heldBack, notAccepted }: TrainingCounts): string {
  return [
    ...counts.map(
      ({ part, stage, examples, tokens, longest }) =>
        `${part} ${stage}: ${examples} examples, ${tokens} tokens, the longest ${longest}\n`,
    ),
    `${heldBack} segments held back, ${notAccepted} not accepted.\n`,
    ...skipped.map(({ stage, reason, count }) => `Left out of ${stage}, ${count} times: ${reason}\n`),
  ].join("");
}
