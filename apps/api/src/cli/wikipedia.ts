import path from "node:path";
import { type NameTask, nameTasks } from "@spanbridge/dataset";
import type { EnglishName, Outcome } from "@spanbridge/projection";
import { isLanguageTag } from "@spanbridge/shared";
import { type SupervisedShape, supervisedShapes } from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { inTransaction } from "../db/transaction.ts";
import { readEnv } from "../env.ts";
import { AppError } from "../error.ts";
import { readCorpus } from "../wikipedia/corpus.ts";
import { requireEnglishNames } from "../wikipedia/languages.ts";
import { readNamesFile } from "../wikipedia/names-file.ts";
import { namesOfProject } from "../wikipedia/project-names.ts";
import { countOutcomes } from "../wikipedia/report.ts";
import { addToMemory } from "../wikipedia/to-memory.ts";
import { WIKIPEDIA_API } from "../wikipedia/transport.ts";
import { requireProject } from "./project-ref.ts";
import { readBytes } from "./read-pairs.ts";
import { buildPairs, type SourceOptions } from "./wikipedia-build.ts";
import { jsonReport, summary, writeFiles } from "./wikipedia-output.ts";
import { type CliContext, withApp } from "./with-app.ts";
import { withoutApp } from "./without-app.ts";

type Options = SourceOptions & {
  readonly lang: string;
  readonly entities?: string;
  readonly project?: string;
  readonly memory?: true;
  readonly open?: true;
  readonly fromCorpus?: string;
  readonly out?: string;
  readonly lexicon?: string;
  readonly training?: string;
  readonly shape: SupervisedShape;
  readonly task: NameTask[];
  readonly rejected?: string;
  readonly toMemory?: true;
  readonly json?: true;
};

export const wikipediaCommand = (): Command =>
  new Command("wikipedia")
    .description(
      "Finds what English names are called in another language, with a text about each, in Wikipedia. An interrupted build goes on where it was: give the same command again.",
    )
    .requiredOption("--lang <TAG>", "the other language, such as zh")
    .option("--entities <FILE>", "names: one a line (with a tab and a label), a pairs file, or a corpus")
    .option("--project <NAME>", "names of this project: its English entities")
    .option("--open", "with --project: only entities without a counterpart that memory does not know")
    .option("--memory", "with --project: the names in its memory")
    .option(
      "--from-dump <FILE...>",
      "read dump files instead of asking: page, langlinks, redirect, page_props, texts",
    )
    .option("--from-corpus <FILE>", "validate a corpus of {eng_entity, tgt_entity, text} instead of asking")
    .option(
      "--out <FILE>",
      "corpus: .jsonl with everything, .json as published (sources beside); - is stdout",
    )
    .option("--lexicon <FILE>", "names as `project --lexicon` reads them")
    .option("--training <FILE>", "examples for fine-tuning")
    .addOption(new Option("--shape <SHAPE>", "of --training").choices(supervisedShapes).default("sft-openai"))
    .addOption(
      new Option("--task <TASK...>", "of --training: find the words of a name, or name a stretch")
        .choices(nameTasks)
        .default(["locate"]),
    )
    .option("--rejected <FILE>", "names without a pair, with the reason")
    .option("--to-memory", "put the pairs into the memory of --project")
    .option("--api-base <URL>", "address of the programming interface, with {lang}", WIKIPEDIA_API)
    .option("--contact <TEXT>", "who asks: an address of mail or of a page (or SPANBRIDGE_CONTACT)")
    .option("--cache <FILE>", "where answers are kept; else in the data directory")
    .option("--longest <N>", "of an introduction, so many characters in whole paragraphs", "2000")
    .option("--json", "what became of each name as JSON on stdout")
    .action((options: Options) =>
      options.project === undefined
        ? withoutApp((signal) => run(options, signal, undefined))
        : withApp((context) => run(options, context.signal, context)),
    );

async function run(options: Options, signal: AbortSignal, context: CliContext | undefined): Promise<number> {
  requireSense(options);
  const project = context && (await requireProject(context.app.db.pool, options.project ?? ""));
  if (project) requireEnglishNames({ sourceLang: options.lang, pivotLang: project.pivotLang });
  const outcomes: Outcome[] = [];
  let failure: string | undefined;
  if (options.fromCorpus !== undefined) {
    const read = readCorpus(
      path.basename(options.fromCorpus),
      await readBytes(options.fromCorpus),
      options.lang,
    );
    outcomes.push(...read.outcomes);
    for (const { row, message } of read.problems.slice(0, 20))
      process.stderr.write(`line ${row}: ${message}\n`);
    if (read.problems.length > 0) failure = `${read.problems.length} rows could not be read.`;
  } else {
    const names = await namesFor(options, context, project);
    const env = readEnv();
    const dataDir = env.ok ? env.value.dataDir : ".";
    failure = await buildPairs(names, options, { dataDir, signal, found: (some) => outcomes.push(...some) });
  }
  if (failure !== undefined && options.fromCorpus === undefined) {
    process.stderr.write(
      `${failure} ${outcomes.length} names are done; the same command goes on from there.\n`,
    );
    return 1;
  }
  await writeFiles(outcomes, options);
  if (context && project && options.toMemory) {
    const { added, known } = await inTransaction(context.app.db, (tx) =>
      addToMemory(
        tx,
        project.id,
        null,
        outcomes.flatMap((one) => (one.kind === "accepted" ? [one.pair] : [])),
      ),
    );
    process.stderr.write(`Memory of ${project.name}: ${added} pairs added, ${known} known.\n`);
  }
  if (options.json) process.stdout.write(jsonReport(outcomes));
  process.stderr.write(summary(countOutcomes(outcomes)));
  if (failure !== undefined) process.stderr.write(`${failure}\n`);
  return failure === undefined ? 0 : 1;
}

async function namesFor(
  { entities, memory, open, lang }: Options,
  context: CliContext | undefined,
  project: Awaited<ReturnType<typeof requireProject>> | undefined,
): Promise<EnglishName[]> {
  if (entities !== undefined) return readNamesFile(entities);
  if (!context || !project) return [];
  return inTransaction(context.app.db, (tx) =>
    namesOfProject(tx, project, memory ? "memory" : open ? "open" : "entities", lang),
  );
}

function requireSense(options: Options): void {
  const because = (message: string): never => {
    throw new AppError("invalid_input", message);
  };
  const { lang, entities, project, memory, open, fromCorpus, fromDump, toMemory } = options;
  if (!isLanguageTag(lang)) because(`--lang ${lang} is no language tag. Give one such as zh.`);
  if (/^en(?:-|$)/i.test(lang)) because("--lang is the other language; the names are English.");
  if ((memory || open || toMemory) && project === undefined) because("Say of which project, with --project.");
  if (memory && open) because("Give --memory or --open, not both.");
  if (fromCorpus !== undefined && fromDump !== undefined)
    because("Give --from-corpus or --from-dump, not both.");
  if (fromCorpus === undefined && entities === undefined && project === undefined) {
    because("Say which names: --entities FILE or --project NAME.");
  }
  if (entities !== undefined && (memory || open))
    because("Names come from --entities or from the project, not both.");
  if (options.json && options.out === "-")
    because("Both --json and --out - would go to stdout. Give a file.");
  if (!/^\d{1,6}$/.test(options.longest)) because("--longest is a number of characters.");
}
