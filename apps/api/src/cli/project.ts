import { codecs, type SegmentRecord } from "@spanbridge/formats";
import {
  addProjections,
  type NamePair,
  type OfflineResources,
  segmentsOf,
  shippedWords,
  type TextPair,
} from "@spanbridge/projection";
import { Command, InvalidArgumentError, Option } from "commander";
import { projectInThreads } from "../offline/threads.ts";
import { modelOptions } from "./model-options.ts";
import { openOutput } from "./output.ts";
import { projectByModel } from "./project-eat.ts";
import { type Answer, languageOf, type ProjectOptions, withoutSource } from "./project-options.ts";
import { readBytes, readPairs } from "./read-pairs.ts";
import { withoutApp } from "./without-app.ts";

export function projectCommand(): Command {
  const command = new Command("project")
    .description("Projects the English entities of a pairs file to its source text. Needs no database.")
    .requiredOption("--in <FILE>", "pairs file (JSON lines) with English entities")
    .option("--out <FILE>", "where to; - is stdout", "-")
    .addOption(new Option("--engine <NAME>", "how to project").choices(["offline", "eat"]).default("offline"))
    .option("--pivot-lang <TAG>", "language of the translations, with --engine eat", "en")
    .option("--labels <A,B,C>", "labels to recognise, with --engine eat", "PER,ORG,LOC")
    .option("--concurrency <N>", "segments at a time, with --engine eat", "4")
    .option(
      "--lexicon <FILE...>",
      "names: English, tab, source language; a first line `english, target` is skipped",
    )
    .option("--background <FILE...>", "parallel text to learn words from: English, tab, source language")
    .option("--source-lang <TAG>", "language of rows that do not say theirs")
    .addOption(
      new Option(
        "--threads <N>",
        "with --engine offline: each learns the words anew, in memory of its own (default: one, for large files one a processor)",
      ).argParser(threadsOf),
    )
    .option(
      "--keep",
      "with --engine offline: leave source entities and links of the file in place; else they are replaced",
    )
    .action((options: ProjectOptions) => withoutApp(() => run(options)));
  for (const option of modelOptions()) command.addOption(option);
  return command;
}

async function run(options: ProjectOptions): Promise<number> {
  const records = await readPairs(options.in);
  const answers =
    options.engine === "eat"
      ? await projectByModel(records, options)
      : await projectOffline(records, options);
  const output = await openOutput(options.out, new AbortController().signal);
  const totals = { segments: 0, placed: 0, unplaced: 0, kept: 0, failed: 0, signalled: 0 };
  try {
    const serialiser = codecs.pairs.createSerialiser({ sourceLang: options.sourceLang ?? null });
    for await (const answer of answers) {
      const record = records[totals.segments];
      if (record) await output.write(serialiser.segment(withAnswer(record, answer)));
      totals.segments++;
      totals.placed += answer.placed;
      totals.unplaced += answer.unplaced;
      totals.kept += answer.kept;
      if (answer.failed !== undefined) totals.failed++;
      if (answer.signals.length > 0) totals.signalled++;
    }
    await output.finish();
  } catch (error) {
    await output.discard();
    if (!output.readerLeft(error)) throw error;
  }
  process.stderr.write(summary(totals));
  return totals.failed > 0 ? 1 : 0;
}

function threadsOf(value: string): number {
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new InvalidArgumentError("Give a whole number from 1 to 64.");
  return threads;
}

async function projectOffline(
  records: readonly SegmentRecord[],
  options: ProjectOptions,
): Promise<AsyncIterable<Answer>> {
  const items = records.map((record, index) => ({
    id: record.id ?? String(index + 1),
    sourceLang: languageOf(record, options),
    annotation: options.keep ? record.annotation : withoutSource(record.annotation),
  }));
  const resources: OfflineResources = {
    lexicon: await namesOf(options.lexicon),
    background: (await namesOf(options.background)) satisfies TextPair[],
    words: await shippedWords(items.map(({ sourceLang }) => sourceLang)),
  };
  const parts = projectInThreads(
    segmentsOf(items),
    { resources, settings: {} },
    options.threads === undefined ? {} : { threads: options.threads },
  );
  return (async function* () {
    let at = 0;
    for await (const part of parts) {
      yield* addProjections(items.slice(at, at + part.length), part, "offline");
      at += part.length;
    }
  })();
}

function withAnswer(record: SegmentRecord, { annotation, signals }: Answer): SegmentRecord {
  const kept = new Set<string>(annotation.spans.map(({ id }) => id));
  const extras = Object.entries(record.spanExtras ?? {}).filter(([id]) => kept.has(id));
  return {
    ...record,
    annotation,
    spanExtras: extras.length > 0 ? Object.fromEntries(extras) : null,
    meta: {
      ...record.meta,
      extra: { ...record.meta?.extra, signals: signals.map((signal) => ({ ...signal })) },
    },
  };
}

async function namesOf(files: readonly string[] = []): Promise<NamePair[]> {
  const pairs: NamePair[] = [];
  for (const file of files) {
    const lines = (await readBytes(file)).toString("utf8").split(/\r?\n/u);
    lines.forEach((line, index) => {
      const [pivot, source, label] = line.split("\t");
      if (!pivot || !source || (index === 0 && pivot.toLowerCase() === "english")) return;
      pairs.push({ pivot, source, label: label === "" ? undefined : label });
    });
  }
  return pairs;
}

type Totals = Readonly<Record<"segments" | "placed" | "unplaced" | "kept" | "failed" | "signalled", number>>;

function summary({ segments, placed, unplaced, kept, failed, signalled }: Totals): string {
  const left = kept > 0 ? `, ${kept} left as they were` : "";
  return `${segments} segments: ${placed} entities placed, ${unplaced} not${left}; ${signalled} segments to look at${failed > 0 ? `, ${failed} failed` : ""}.\n`;
}
