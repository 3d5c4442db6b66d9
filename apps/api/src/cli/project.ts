import { codecs, type SegmentRecord } from "@spanbridge/formats";
import {
  createOfflineEngine,
  type NamePair,
  type ProjectedAnnotation,
  projectAnnotations,
  type TextPair,
} from "@spanbridge/projection";
import { Command, Option } from "commander";
import { AppError } from "../error.ts";
import { openOutput } from "./output.ts";
import { readBytes, readPairs } from "./read-pairs.ts";
import { withoutApp } from "./without-app.ts";

type Options = {
  readonly in: string;
  readonly out: string;
  readonly engine: "offline";
  readonly lexicon?: string[];
  readonly background?: string[];
  readonly sourceLang?: string;
  readonly keep?: true;
};

export const projectCommand = (): Command =>
  new Command("project")
    .description("Projects the English entities of a pairs file to its source text. Needs no database.")
    .requiredOption("--in <FILE>", "pairs file (JSON lines) with English entities")
    .option("--out <FILE>", "where to; - is stdout", "-")
    .addOption(new Option("--engine <NAME>", "how to project").choices(["offline"]).default("offline"))
    .option(
      "--lexicon <FILE...>",
      "names: English, tab, source language; a first line `english, target` is skipped",
    )
    .option("--background <FILE...>", "parallel text to learn words from: English, tab, source language")
    .option("--source-lang <TAG>", "language of rows that do not say theirs")
    .option("--keep", "leave source entities and links of the file in place; else they are replaced")
    .action((options: Options) => withoutApp(() => run(options)));

async function run(options: Options): Promise<number> {
  const records = await readPairs(options.in);
  const engine = createOfflineEngine({
    lexicon: await namesOf(options.lexicon),
    background: (await namesOf(options.background)) satisfies TextPair[],
  });
  const items = records.map((record, index) => ({
    id: record.id ?? String(index + 1),
    sourceLang: languageOf(record, options),
    annotation: options.keep ? record.annotation : withoutSource(record.annotation),
  }));
  const projected = projectAnnotations(engine, items, "offline");
  const output = await openOutput(options.out, new AbortController().signal);
  try {
    const serialiser = codecs.pairs.createSerialiser({ sourceLang: options.sourceLang ?? null });
    for (const [index, record] of records.entries()) {
      const answer = projected[index];
      if (answer) await output.write(serialiser.segment(withAnswer(record, answer)));
    }
    await output.finish();
  } catch (error) {
    await output.discard();
    if (!output.readerLeft(error)) throw error;
  }
  process.stderr.write(summary(projected));
  return 0;
}

function languageOf({ id, sourceLang }: SegmentRecord, options: Options): string {
  const language = sourceLang ?? options.sourceLang;
  if (language === undefined) {
    throw new AppError(
      "invalid_input",
      `Row ${id ?? ""} does not say its language. Add --source-lang, such as --source-lang zh.`,
    );
  }
  return language;
}

type Annotation = SegmentRecord["annotation"];

function withoutSource(annotation: Annotation): Annotation {
  const pivots = annotation.spans.filter(({ side }) => side === "pivot");
  const ids = new Set(pivots.map(({ id }) => id));
  return {
    ...annotation,
    spans: pivots,
    links: [],
    absences: annotation.absences.filter(({ span }) => ids.has(span)),
  };
}

function withAnswer(record: SegmentRecord, { annotation, signals }: ProjectedAnnotation): SegmentRecord {
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

function summary(projected: readonly ProjectedAnnotation[]): string {
  const total = (field: "placed" | "unplaced" | "kept"): number =>
    projected.reduce((sum, one) => sum + one[field], 0);
  const signalled = projected.filter(({ signals }) => signals.length > 0).length;
  const kept = total("kept") > 0 ? `, ${total("kept")} left as they were` : "";
  return `${projected.length} segments: ${total("placed")} entities placed, ${total("unplaced")} not${kept}; ${signalled} segments to look at.\n`;
}
