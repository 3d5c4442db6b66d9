import { createSnapshotSchema } from "@spanbridge/shared/contracts";
import { Command } from "commander";
import { AppError } from "../error.ts";
import { freeze } from "../snapshots/create.ts";
import { type PlanOptions, planFrom, withPlanOptions } from "./plan-options.ts";
import { printCounts } from "./print-snapshot.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = PlanOptions & { readonly project: string; readonly note: string };

export const createCommand = (): Command =>
  withPlanOptions(
    new Command("create")
      .description("Freezes a selection under a name.")
      .argument("<name>", "name of the snapshot")
      .requiredOption("--project <NAME>", "address or name of the project")
      .option("--note <TEXT>", "why it is frozen", ""),
  ).action((name: string, options: Options) => withApp((context) => run(context, name, options)));

async function run({ app }: CliContext, name: string, options: Options): Promise<number> {
  const project = await requireProject(app.db.pool, options.project);
  const input = createSnapshotSchema.safeParse({
    project: project.slug,
    name,
    note: options.note,
    plan: planFrom(options),
  });
  if (!input.success)
    throw new AppError("invalid_input", input.error.issues.map(({ message }) => message).join(" "));
  const author = { userId: "command line", name: "the command line" };
  const { manifest } = await freeze(app, { ...project, mayManage: true }, author, input.data);
  process.stdout.write(`"${name}" holds ${manifest.segments} segments.\n${printCounts(manifest)}`);
  return 0;
}
