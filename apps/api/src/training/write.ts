import { configFiles } from "@spanbridge/dataset";
import type { TrainingCounts, TrainingOptions } from "@spanbridge/shared/contracts";
import type { Tx } from "../db/transaction.ts";
import { Archive } from "../export/archive.ts";
import type { Write } from "../export/streamed.ts";
import { builderFor, linesOf } from "./build.ts";
import { readme } from "./readme.ts";
import type { TrainingSource } from "./source.ts";
import { ENCODING } from "./tokens.ts";

/**
 * Writes training data as an archive: the training file, the development file where there is one,
 * configuration files that fit them, what was counted, what it was made of and the checksums. Of a snapshot, the same bytes every time.
 */
export async function writeTraining(
  tx: Tx,
  source: TrainingSource,
  options: TrainingOptions,
  write: Write,
): Promise<TrainingCounts> {
  const archive = new Archive(write);
  const builder = await builderFor(source, options);
  const encoder = new TextEncoder();
  const dev: string[] = [];
  await archive.file("train.jsonl", async (put) => {
    for await (const made of linesOf(tx, source, builder, ["train", "dev"])) {
      const train = made.filter(({ part }) => part === "train").map(({ line }) => `${line}\n`);
      for (const { part, line } of made) if (part === "dev") dev.push(`${line}\n`);
      if (train.length > 0) await put(encoder.encode(train.join("")));
    }
  });
  if (dev.length > 0) await archive.text("dev.jsonl", dev.join(""));
  const report = builder.report();
  const name = datasetName(source);
  for (const { name: file, text } of configFiles({ options, name, report })) await archive.text(file, text);
  const counted = { ...options, encoding: ENCODING, ...report };
  await archive.text("report.json", `${JSON.stringify(counted, null, 2)}\n`);
  await archive.text("README.md", readme(source, options, report));
  await archive.text(source.description.name, source.description.text);
  await archive.end();
  return report;
}

/** As trainers call their data: letters, digits and underscores. */
const datasetName = ({ project, snapshot }: TrainingSource): string =>
  `${project.slug}_${snapshot ?? "now"}`.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
