import { type Run, type RunConfigInput, runConfigSchema, startRunSchema } from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { readRuns } from "../db/runs.ts";
import { AppError } from "../error.ts";
import { cancelRun } from "../runs/control.ts";
import { startRun } from "../runs/start.ts";
import { type ModelOptions, modelFrom, modelOptions } from "./model-options.ts";
import { ownerOf } from "./owner.ts";
import { requireProject } from "./project-ref.ts";
import { compare } from "./run-compare.ts";
import { printRuns, watchRun } from "./run-output.ts";
import { type CliContext, withApp } from "./with-app.ts";

type StartOptions = ModelOptions & {
  readonly project: string;
  readonly engine: "eat" | "offline";
  readonly name?: string;
  readonly concurrency: string;
  readonly limit?: string;
  readonly document?: string[];
  readonly language?: string[];
  readonly all?: true;
  readonly show?: true;
  readonly watch?: true;
};

type RunOptions = { readonly project: string; readonly json?: true };

export function runCommand(): Command {
  const start = new Command("start")
    .description("Starts a run; the server, or `spanbridge worker`, works on it.")
    .requiredOption("--project <NAME>", "address or name of the project")
    .addOption(new Option("--engine <NAME>", "how to project").choices(["eat", "offline"]).default("eat"))
    .option("--name <NAME>", "of the run; else made from engine and day")
    .option("--concurrency <N>", "segments at a time", "4")
    .option("--limit <N>", "only the first so many segments")
    .option("--document <NAME...>", "only segments of these documents")
    .option("--language <TAG...>", "only segments in these source languages")
    .option("--all", "also segments that people have decided (what they decided stays as it is)")
    .option("--show", "make its results what reviewers see")
    .option("--watch", "wait for its end and show how far it is");
  for (const option of modelOptions()) start.addOption(option);
  const one = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .argument("<RUN>", "name of the run")
      .requiredOption("--project <NAME>", "address or name of the project");
  return new Command("run")
    .description("Projection runs of a project.")
    .addCommand(
      start.action((options: StartOptions) => withApp((context) => startIt(context, options))).exitOverride(),
    )
    .addCommand(
      new Command("list")
        .description("Lists the runs.")
        .requiredOption("--project <NAME>", "address or name of the project")
        .option("--json", "as JSON on stdout")
        .action((options: RunOptions) => withApp((context) => list(context, options)))
        .exitOverride(),
    )
    .addCommand(
      one("watch", "Waits for the end of a run and shows how far it is.")
        .action((name: string, options: RunOptions) => withApp((context) => watch(context, name, options)))
        .exitOverride(),
    )
    .addCommand(
      new Command("compare")
        .description("Holds two runs against each other, or a run and a layer such as predictions or gold.")
        .argument("<A>", "name of a run or a layer")
        .argument("<B>", "name of a run or a layer")
        .requiredOption("--project <NAME>", "address or name of the project")
        .option("--json", "as JSON on stdout")
        .action((a: string, b: string, options: RunOptions) =>
          withApp((context) => compare(context, [a, b], options)),
        )
        .exitOverride(),
    )
    .addCommand(
      one("cancel", "Ends a run; what is done stays.")
        .action((name: string, options: RunOptions) => withApp((context) => cancel(context, name, options)))
        .exitOverride(),
    );
}

async function startIt(context: CliContext, options: StartOptions): Promise<number> {
  const { app } = context;
  const { id, slug } = await requireProject(app.db.pool, options.project);
  const config: RunConfigInput =
    options.engine === "offline"
      ? { engine: "offline" }
      : { engine: "eat", ...modelFrom(options), concurrency: Number(options.concurrency) };
  const parsed = startRunSchema.safeParse({
    project: slug,
    ...(options.name !== undefined && { name: options.name }),
    config: runConfigSchema.safeParse(config).data ?? config,
    show: options.show ?? false,
    selection: {
      ...(options.all && { states: [] }),
      ...(options.document && { documents: options.document }),
      ...(options.language && { languages: options.language }),
      ...(options.limit !== undefined && { limit: Number(options.limit) }),
    },
  });
  if (!parsed.success)
    throw new AppError(
      "invalid_input",
      parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"),
    );
  const run = await startRun(app, await ownerOf(context), parsed.data);
  process.stderr.write(
    `Run "${run.name}" on ${run.segments.total} segments. Results go into the layer "${run.layer}".\n`,
  );
  return options.watch ? watchRun(context, id, run.id) : 0;
}

async function list({ app }: CliContext, { project, json }: RunOptions): Promise<number> {
  const { id } = await requireProject(app.db.pool, project);
  printRuns(await readRuns(app.db.pool, id), json ?? false);
  return 0;
}

async function watch(context: CliContext, name: string, { project }: RunOptions): Promise<number> {
  const { id } = await requireProject(context.app.db.pool, project);
  return watchRun(context, id, (await named(context, id, name)).id);
}

async function cancel(context: CliContext, name: string, { project }: RunOptions): Promise<number> {
  const { id, slug } = await requireProject(context.app.db.pool, project);
  const run = await named(context, id, name);
  await cancelRun(context.app, await ownerOf(context), { project: slug, run: run.id });
  return 0;
}

async function named({ app }: CliContext, projectId: string, name: string): Promise<Run> {
  const found = (await readRuns(app.db.pool, projectId)).find((run) => run.name === name || run.id === name);
  if (!found)
    throw new AppError("not_found", `There is no run "${name}". \`spanbridge run list\` lists them.`);
  return found;
}
