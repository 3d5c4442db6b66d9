import { exportCodecs } from "@spanbridge/formats";
import { type SplitName, splitNames } from "@spanbridge/shared/contracts";
import { Command, Option } from "commander";
import { collect, readOptionPairs } from "../formats/option-pairs.ts";
import { optionsForFile } from "../formats/options-for-file.ts";
import { requireSnapshot } from "../snapshots/access.ts";
import { sendSnapshot } from "../snapshots/download.ts";
import { openOutput } from "./output.ts";
import { requireProject } from "./project-ref.ts";
import { type CliContext, withApp } from "./with-app.ts";

type Options = {
  readonly project: string;
  readonly format: string;
  readonly option: readonly string[];
  readonly split?: SplitName;
  readonly zip: boolean;
  readonly out: string;
};

export const exportSnapshotCommand = (): Command =>
  new Command("export")
    .description("Writes a snapshot to a file: the same bytes every time.")
    .argument("<name>", "name of the snapshot")
    .requiredOption("--project <NAME>", "address or name of the project")
    .addOption(
      new Option("--format <FORMAT>", "format of the file")
        .choices(exportCodecs.map(({ id }) => id))
        .default("pairs"),
    )
    .option("--option <KEY=VALUE>", "option of the format; may be repeated (see: formats)", collect, [])
    .addOption(new Option("--split <SPLIT>", "only this split").choices(splitNames))
    .option("--zip", "an archive: a file for each split, the card, the manifest and checksums", false)
    .option("--out <FILE>", "where to; - is stdout", "-")
    .action((name: string, options: Options) => withApp((context) => run(context, name, options)));

async function run({ app, signal }: CliContext, name: string, options: Options): Promise<number> {
  const project = await requireProject(app.db.pool, options.project);
  const snapshot = await requireSnapshot(app.db.pool, { ...project, mayManage: true }, name);
  const asked = readOptionPairs(options.option);
  // Into an archive of its own goes each format as it is.
  const formatOptions = options.zip ? asked : optionsForFile(options.format, asked, options.out);
  const output = await openOutput(options.out, signal);
  try {
    const { format, split, zip } = options;
    const source = { projectId: project.id, userId: null };
    await sendSnapshot(app, source, snapshot, { format, formatOptions, split, zip }, output.write);
    await output.finish();
    return 0;
  } catch (error) {
    await output.discard();
    if (output.readerLeft(error)) return 0;
    throw error;
  }
}
