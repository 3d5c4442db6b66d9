import { setTimeout as delay } from "node:timers/promises";
import {
  type FineTuning,
  isFineTuningOver,
  startFineTuningSchema,
  type TrainingStage,
  trainingStages,
} from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { readFineTunings } from "../db/fine-tunings.ts";
import { AppError } from "../error.ts";
import { cancelFineTuning, retryFineTuning } from "../fine-tuning/control.ts";
import { startFineTuning } from "../fine-tuning/start.ts";
import { ownerOf } from "./owner.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type StartOptions = {
  readonly project: string;
  readonly snapshot: string;
  readonly llmBaseUrl: string;
  readonly llmModel: string;
  readonly llmKeyEnv?: string;
  readonly suffix?: string;
  readonly epochs?: string;
  readonly seed?: string;
  readonly stage?: TrainingStage[];
  readonly unaccepted?: true;
  readonly watch?: true;
};
type ProjectOption = { readonly project: string; readonly json?: true };

const WATCH_MS = 500;

export function finetuneCommand(): Command {
  const project = (command: Command): Command =>
    command.requiredOption("--project <NAME>", "address or name of the project");
  const one = (name: string, description: string): Command =>
    project(
      new Command(name).description(description).argument("<ID>", "as `list` shows it, or its beginning"),
    );
  const start = project(new Command("start"))
    .description(
      "Trains a model further at an OpenAI-compatible endpoint; the server, or `spanbridge worker`, follows it.",
    )
    .requiredOption("--snapshot <NAME>", "snapshot whose training data is sent")
    .requiredOption("--llm-base-url <URL>", "the endpoint, such as https://llm.example.org/v1")
    .requiredOption("--llm-model <NAME>", "model to start from, as the endpoint names it")
    .option("--llm-key-env <NAME>", "environment variable that holds the key: SPANBRIDGE_LLM_KEY…")
    .option("--suffix <NAME>", "becomes part of the new model's name")
    .option("--epochs <N>", "how often the data is gone through; else as the endpoint likes")
    .option("--seed <N>", "whole number")
    .addOption(new Option("--stage <STAGE...>", "only these stages").choices(trainingStages))
    .option("--unaccepted", "also segments that nobody has accepted")
    .option("--watch", "wait for its end and show what the endpoint says");
  return new Command("finetune")
    .description("Fine-tuning of models on snapshots, at somebody's endpoint.")
    .addCommand(
      start.action((options: StartOptions) => withApp((context) => startIt(context, options))).exitOverride(),
    )
    .addCommand(
      project(new Command("list").description("Lists them, with the models that came of them."))
        .option("--json", "as JSON on stdout")
        .action((options: ProjectOption) => withApp((context) => list(context, options)))
        .exitOverride(),
    )
    .addCommand(
      one("watch", "Waits for the end and shows what the endpoint says.")
        .action((id: string, options: ProjectOption) =>
          withApp(async (context) => {
            const { projectId, found } = await named(context, options.project, id);
            return watch(context, projectId, found.id);
          }),
        )
        .exitOverride(),
    )
    .addCommand(
      one("cancel", "Asks the endpoint to stop.")
        .action((id: string, options: ProjectOption) =>
          withApp((context) => move(context, options, id, cancelFineTuning)),
        )
        .exitOverride(),
    )
    .addCommand(
      one("retry", "Goes on with one that failed or was cancelled.")
        .action((id: string, options: ProjectOption) =>
          withApp((context) => move(context, options, id, retryFineTuning)),
        )
        .exitOverride(),
    );
}

async function startIt(context: CliContext, options: StartOptions): Promise<number> {
  const { app } = context;
  const { id: projectId, slug } = await requireProject(app.db.pool, options.project);
  const parsed = startFineTuningSchema.safeParse({
    project: slug,
    snapshot: options.snapshot,
    settings: {
      baseUrl: options.llmBaseUrl,
      baseModel: options.llmModel,
      apiKeyEnv: options.llmKeyEnv ?? null,
      suffix: options.suffix ?? null,
      epochs: options.epochs === undefined ? null : Number(options.epochs),
      seed: options.seed === undefined ? null : Number(options.seed),
      stages: options.stage,
      ...(options.unaccepted && { acceptedOnly: false }),
    },
  });
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new AppError("invalid_input", problems.join("\n"));
  }
  const started = await startFineTuning(app, await ownerOf(context), parsed.data);
  process.stderr.write(`Fine-tuning ${started.id} waits for a worker.\n`);
  return options.watch ? watch(context, projectId, started.id) : 0;
}

async function list({ app }: CliContext, { project, json }: ProjectOption): Promise<number> {
  const { id } = await requireProject(app.db.pool, project);
  const all = await readFineTunings(app.db.pool, id);
  if (json) process.stdout.write(`${JSON.stringify(all)}\n`);
  else if (all.length === 0) process.stderr.write("There are no fine-tunings yet.\n");
  else for (const each of all) process.stdout.write(`${each.id}  ${each.snapshot}  ${stateOf(each)}\n`);
  return 0;
}

/** Shows what the endpoint says until it is over. Exit code 0 where there is a model; its name goes to stdout. */
async function watch({ app, signal }: CliContext, projectId: string, id: string): Promise<number> {
  let told = "";
  const events = new Set<string>();
  for (;;) {
    const [found] = await readFineTunings(app.db.pool, projectId, id);
    if (!found) return 1;
    for (const { id: event, at, message } of found.events) {
      const key = `${event} ${at} ${message}`;
      if (!events.has(key)) process.stderr.write(`${at}  ${message}\n`);
      events.add(key);
    }
    const line = stateOf(found);
    if (line !== told) process.stderr.write(`${line}\n`);
    told = line;
    if (isFineTuningOver(found.state)) {
      if (found.model !== null) process.stdout.write(`${found.model}\n`);
      return found.state === "done" ? 0 : 1;
    }
    if (signal.aborted) return 1;
    await delay(WATCH_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function move(
  context: CliContext,
  { project }: ProjectOption,
  id: string,
  how: typeof cancelFineTuning,
): Promise<number> {
  const { found, slug } = await named(context, project, id);
  const moved = await how(context.app, await ownerOf(context), { project: slug, fineTuning: found.id });
  process.stderr.write(`${stateOf(moved)}\n`);
  return 0;
}

async function named({ app }: CliContext, project: string, id: string) {
  const { id: projectId, slug } = await requireProject(app.db.pool, project);
  const all = await readFineTunings(app.db.pool, projectId);
  const [found, other] = all.filter((each) => each.id.startsWith(id));
  if (!found || other) {
    const why = other ? `Several fine-tunings begin with "${id}".` : `There is no fine-tuning "${id}".`;
    throw new AppError("not_found", `${why} \`spanbridge finetune list\` lists them.`);
  }
  return { projectId, slug, found };
}

const stateOf = ({ state, status, model, error, trouble, examples }: FineTuning): string =>
  [
    state,
    ...(status !== "" ? [`the endpoint says ${status}`] : []),
    ...(examples.train > 0 ? [`${examples.train} examples, ${examples.dev} for development`] : []),
    ...(model !== null ? [model] : []),
    ...(error || trouble ? [error || trouble] : []),
  ].join("; ");
