import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { importCodecs } from "@spanbridge/formats";
import { isLanguageTag } from "@spanbridge/shared";
import { importLayers, labelSchema, type labelSetSchema } from "@spanbridge/shared/contracts";
import { Command, InvalidArgumentError, Option } from "commander";
import type { z } from "zod";
import { AppError } from "../error.ts";
import { collect, readOptionPairs } from "../formats/option-pairs.ts";
import { companions } from "../import/companions.ts";
import { labelsNamed } from "../import/found-labels.ts";
import { alignedSource, archivedSource } from "../import/join.ts";
import { peekSourceLang } from "../import/peek.ts";
import type { Source } from "../import/read.ts";
import { ImportTally } from "../import/report.ts";
import { importFiles, type ProjectToMake } from "../import/run-files.ts";
import { printImport } from "./print-import.ts";
import { showProgress } from "./progress.ts";
import { findProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = {
  readonly project: string;
  readonly create?: true;
  readonly sourceLang?: string;
  readonly labels?: z.infer<typeof labelSetSchema>;
  readonly layer: (typeof importLayers)[number];
  readonly strict?: true;
  readonly format?: string;
  readonly option: readonly string[];
  readonly aligned?: true;
  readonly json?: true;
};

export const importCommand = (): Command =>
  new Command("import")
    .description("Reads files into a project. The format is told from the content unless it is given.")
    .argument("<FILE...>")
    .requiredOption("--project <NAME>", "address or name of the project")
    .option("--create", "make the project if it is not there")
    .option(
      "--source-lang <TAG>",
      "with --create: language of the source, such as zh; else what the file says",
      language,
    )
    .option("--labels <A,B,C>", "with --create: its labels; else those in the files", labels)
    .addOption(
      new Option("--layer <LAYER>", "where the entities go").choices(importLayers).default("predictions"),
    )
    .addOption(
      new Option("--format <FORMAT>", "format of the files").choices(importCodecs.map(({ id }) => id)),
    )
    .option(
      "--option <KEY=VALUE>",
      "option of the format, such as label_map=PERSON=PER; may be repeated (see: formats)",
      collect,
      [],
    )
    .option("--aligned", "the two files hold a sentence a line, one the translation of the other")
    .option("--strict", "keep nothing if a single row is bad")
    .option("--json", "print the report as JSON on stdout")
    .action((files: string[], options: Options) => withApp((context) => run(context, files, options)));

async function run({ app, signal }: CliContext, files: readonly string[], options: Options): Promise<number> {
  const sizes = await Promise.all(files.map(sizeOf));
  const project = await findProject(app.db.pool, options.project);
  if (!project && !options.create) {
    throw new AppError("not_found", `There is no project "${options.project}". Add --create to make it.`);
  }
  if (project && options.create && (options.labels || options.sourceLang)) {
    process.stderr.write(
      `The project "${project.name}" is there already; its language and labels stay as they are.\n`,
    );
  }
  const tally = new ImportTally();
  const stopProgress = showProgress(() => tally.progress, sum(sizes));
  try {
    const { slug, report } = await importFiles(app, {
      project: project ?? (await projectToMake(files, options)),
      layer: options.layer,
      strict: options.strict ?? false,
      format: options.format,
      formatOptions: readOptionPairs(options.option),
      sources: sourcesOf(files, options),
      tally,
      signal,
    });
    stopProgress();
    printImport(slug, report, { json: options.json ?? false, strict: options.strict ?? false });
    return report.outcome === "refused" ? 1 : 0;
  } finally {
    stopProgress();
  }
}

async function projectToMake(
  files: readonly string[],
  { project: name, sourceLang, labels: given, format, option, aligned }: Options,
): Promise<ProjectToMake> {
  const [first] = sourcesOf(files, { aligned });
  const options = readOptionPairs(option);
  const said = sourceLang ?? (options.language || undefined);
  const language = said ?? (first === undefined ? undefined : await peekSourceLang(first, format, options));
  if (language === undefined) {
    throw new AppError(
      "invalid_input",
      "The file does not say its language. Add --source-lang, such as --source-lang zh.",
    );
  }
  return { name, sourceLang: language, labels: given ?? null };
}

/** Files as they are read: each for itself, two as one where they are aligned, those that belong together as one archive. */
function sourcesOf(files: readonly string[], { aligned }: Pick<Options, "aligned">): readonly Source[] {
  const [first, second] = files;
  if (aligned) {
    if (first === undefined || second === undefined || files.length > 2) {
      throw new AppError("invalid_input", "--aligned needs two files, such as zh.txt en.txt.");
    }
    return [alignedSource(sourceOf(first), sourceOf(second))];
  }
  const { sets, single } = companions(files);
  const archives = sets.map((set) => archivedSource(set.map((file) => ({ ...sourceOf(file), path: file }))));
  return [...archives, ...single.map(sourceOf)];
}

/** Opened when it is read: a thousand files are not open at the same time. */
const sourceOf = (file: string): Source => ({
  name: path.basename(file),
  bytes: {
    [Symbol.asyncIterator]: () =>
      createReadStream(file, { highWaterMark: 256 * 1024 })[Symbol.asyncIterator](),
  },
});

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: unknown) => {
    throw new AppError(
      "not_found",
      `${file} cannot be read: ${error instanceof Error ? error.message : error}.`,
    );
  });
  if (!found.isFile()) throw new AppError("invalid_input", `${file} is not a file.`);
  return found.size;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function language(value: string): string {
  if (!isLanguageTag(value))
    throw new InvalidArgumentError("Use a language tag such as zh, zh-TW, ar or th.");
  return value;
}

function labels(value: string): Options["labels"] {
  const names = value.split(",").map((name) => name.trim());
  const bad = names.find((name) => !labelSchema.shape.name.safeParse(name).success);
  if (bad !== undefined)
    throw new InvalidArgumentError(`"${bad}" is no label: 1 to 60 characters without spaces.`);
  if (new Set(names).size < names.length) throw new InvalidArgumentError("A label occurs twice.");
  return [...labelsNamed(names)];
}
