import { exportCodecs } from "@spanbridge/formats";
import { reviewStates } from "@spanbridge/shared";
import type { ExportReport } from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { Checksum } from "../export/checksum.ts";
import { noteExport } from "../export/log.ts";
import { exportProject } from "../export/run.ts";
import { collect, readOptionPairs } from "../formats/option-pairs.ts";
import { optionsForFile } from "../formats/options-for-file.ts";
import { openOutput } from "./output.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = {
  readonly project: string;
  readonly format: string;
  readonly option: readonly string[];
  readonly layer: string;
  readonly state?: (typeof reviewStates)[number][];
  readonly document?: string[];
  readonly language?: string[];
  readonly out: string;
};

export const exportCommand = (): Command =>
  new Command("export")
    .description("Writes a project's segments to a file.")
    .requiredOption("--project <NAME>", "address or name of the project")
    .addOption(
      new Option("--format <FORMAT>", "format of the file")
        .choices(exportCodecs.map(({ id }) => id))
        .default("pairs"),
    )
    .option(
      "--option <KEY=VALUE>",
      "option of the format, such as tokens=characters; may be repeated (see: formats)",
      collect,
      [],
    )
    .option("--layer <LAYER>", "whose entities: review, predictions or gold", "review")
    .addOption(new Option("--state <STATE...>", "only segments in these states").choices(reviewStates))
    .option("--document <NAME...>", "only these documents")
    .option("--language <TAG...>", "only source texts in these languages and their variants")
    .option("--out <FILE>", "where to; - is stdout", "-")
    .action((options: Options) => withApp((context) => run(context, options)));

async function run({ app, signal }: CliContext, options: Options): Promise<number> {
  const project = await requireProject(app.db.pool, options.project);
  const formatOptions = optionsForFile(options.format, readOptionPairs(options.option), options.out);
  const output = await openOutput(options.out, signal);
  const sum = new Checksum();
  const write = (bytes: Uint8Array): Promise<void> => {
    sum.add(bytes);
    return output.write(bytes);
  };
  try {
    const { format, layer, state: states = [], document: documents = [], language: languages = [] } = options;
    const report = await exportProject(
      app.db,
      project,
      { mayManage: true },
      { format, formatOptions, layer, states, documents, languages },
      { write, returns: true },
    );
    await output.finish();
    await noteExport(app, {
      ...{ projectId: project.id, userId: null, via: "command line", snapshot: null, format },
      selection: { layer, states, documents, languages },
      ...{ segments: report.segments, bytes: sum.bytes, sha256: sum.end() },
    });
    process.stderr.write(summary(report));
    return 0;
  } catch (error) {
    await output.discard();
    if (output.readerLeft(error)) return 0;
    throw error;
  }
}

function summary({ segments, spans, links, losses }: ExportReport): string {
  const lines = [`${segments} segments, ${spans} spans and ${links} links written.`];
  for (const { message, count, examples } of losses) {
    lines.push(`Not in the file: ${message} (${count} times)`, ...examples.map((example) => `  ${example}`));
  }
  return `${lines.join("\n")}\n`;
}
