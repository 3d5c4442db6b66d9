import { sides } from "@spanbridge/shared";
import { type EvaluationOptions, evaluationOptionsSchema } from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { AppError } from "../error.ts";
import { evaluate } from "../evaluation/evaluate.ts";
import { evaluateFiles } from "./evaluate-files.ts";
import { evaluationText } from "./print-evaluation.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";
import { withoutApp } from "./without-app.ts";

type Options = {
  readonly gold: string;
  readonly pred: string;
  readonly vs?: string;
  readonly project?: string;
  readonly side: (typeof sides)[number];
  readonly document?: string[];
  readonly state?: string[];
  readonly label?: string[];
  readonly language?: string[];
  readonly memory?: string;
  readonly seed?: string;
  readonly samples?: string;
  readonly json?: true;
};

export const evaluateCommand = (): Command =>
  new Command("evaluate")
    .description(
      "Scores entities against those that count as right: pairs files or, with --project, layers of a project.",
    )
    .requiredOption("--gold <NAME>", "pairs file, or layer, that is right")
    .requiredOption(
      "--pred <NAME>",
      "pairs file, or layer, to score; files are joined by id, a missing row counts as one without entities",
    )
    .option("--vs <NAME>", "a second file or layer to compare with the first, with significance")
    .option("--project <NAME>", "address or name of the project whose layers are meant")
    .addOption(new Option("--side <SIDE>", "which text's entities").choices(sides).default("source"))
    .option("--document <NAME...>", "only these documents")
    .option("--state <STATE...>", "only segments in these review states (with --project)")
    .option("--label <LABEL...>", "only these labels")
    .option("--language <TAG...>", "only source texts in these languages and their variants")
    .option("--memory <FILE>", "lines of English name, tab, source name, for the names' score (files)")
    .option("--seed <NUMBER>", "seed of the resampling (1)")
    .option("--samples <NUMBER>", "samples of the resampling (1000)")
    .option("--json", "print everything as JSON on stdout")
    .action((options: Options) =>
      options.project === undefined
        ? withoutApp(async () => print(await evaluateFiles(parse(options), options.memory), options))
        : withApp((context) => ofProject(context, options, options.project ?? "")),
    );

async function ofProject({ app, signal }: CliContext, options: Options, name: string): Promise<number> {
  if (options.memory !== undefined) {
    throw new AppError("invalid_input", "A project has a memory of its own: --memory is for files.");
  }
  const project = await requireProject(app.db.pool, name);
  const found = await evaluate(app.db, project, { mayManage: true }, parse(options), { signal });
  return print(found, options);
}

function parse({ gold, pred, vs, side, seed, samples, ...options }: Options): EvaluationOptions {
  const { document, language, state, label } = options;
  const parsed = evaluationOptionsSchema.safeParse({
    gold,
    predicted: pred,
    other: vs,
    side,
    filter: { documents: document, languages: language, states: state, labels: label },
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    ...(samples === undefined ? {} : { samples: Number(samples) }),
  });
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: "not understood" };
  throw new AppError("invalid_input", `${path.join(" ") || "An option"}: ${message}`);
}

function print(found: Awaited<ReturnType<typeof evaluate>>, { json }: Options): number {
  process.stdout.write(json ? `${JSON.stringify(found, undefined, 2)}\n` : evaluationText(found));
  return 0;
}
