import { type NameTask, nameLine } from "@spanbridge/dataset";
import type { Outcome } from "@spanbridge/projection";
import {
  type SupervisedShape,
  WIKIPEDIA_LICENCE,
  type WikipediaPair,
  wikipediaReasonSentences,
  wikipediaReasons,
} from "@spanbridge/shared/contracts";
import { corpusRow, publishedRow } from "../wikipedia/corpus.ts";
import { type BuildCounts, countOutcomes } from "../wikipedia/report.ts";
import { openOutput } from "./output.ts";

export type WikipediaFiles = {
  readonly out?: string;
  readonly lexicon?: string;
  readonly training?: string;
  readonly shape: SupervisedShape;
  readonly task: NameTask[];
  readonly rejected?: string;
};

const signal = new AbortController().signal;

/** Writes everything that was asked for; each file is whole or not there. */
export async function writeFiles(outcomes: readonly Outcome[], files: WikipediaFiles): Promise<void> {
  const pairs = outcomes.flatMap((outcome) => (outcome.kind === "accepted" ? [outcome.pair] : []));
  if (files.out !== undefined) await writeCorpus(files.out, pairs);
  if (files.lexicon !== undefined) {
    const rows = new Set(
      pairs.map(({ english, name, label }) => [english, name, label].map(cell).join("\t")),
    );
    await writeLines(files.lexicon, ["english\ttarget\tlabel", ...rows]);
  }
  if (files.training !== undefined) {
    const languages = { pivotLang: "en" };
    await writeLines(
      files.training,
      pairs.flatMap((pair) =>
        files.task.map((task) =>
          nameLine(pair, task, { ...languages, sourceLang: pair.language }, files.shape),
        ),
      ),
    );
  }
  if (files.rejected !== undefined) {
    const rows = outcomes.flatMap((outcome) =>
      outcome.kind === "rejected"
        ? [[outcome.name.name, outcome.reason, outcome.detail].map(cell).join("\t")]
        : [],
    );
    await writeLines(files.rejected, ["english\treason\tpage", ...rows]);
  }
}

/**
 * A name that ends in .json is the published list of three fields, with the sources beside it in a file of its own: the
 * licence asks for them. Any other is a row a line, with everything.
 */
async function writeCorpus(place: string, pairs: readonly WikipediaPair[]): Promise<void> {
  if (!place.endsWith(".json")) {
    await writeLines(
      place,
      pairs.map((pair) => JSON.stringify(corpusRow(pair))),
    );
    return;
  }
  await writeLines(place, [`[${pairs.map((pair) => JSON.stringify(publishedRow(pair))).join(",\n")}]`]);
  await writeLines(
    place.replace(/\.json$/, ".sources.jsonl"),
    pairs.map((pair) => JSON.stringify(corpusRow(pair))),
  );
}

async function writeLines(place: string, lines: readonly string[]): Promise<void> {
  const output = await openOutput(place, signal);
  try {
    for (const line of lines) await output.write(`${line}\n`);
    await output.finish();
  } catch (error) {
    await output.discard();
    if (!output.readerLeft(error)) throw error;
  }
}

/** A name's own tabs and line breaks become spaces. */
const cell = (value: string): string => value.replace(/[\t\r\n]+/gu, " ");

/** What became of the names, in sentences. */
export function summary(counts: BuildCounts): string {
  const explained = counts.accepted - counts.literal;
  return [
    `${counts.names} names: ${counts.accepted} pairs (${counts.literal} letter by letter, ${explained} explained), ${counts.names - counts.accepted} rejected.`,
    ...wikipediaReasons.flatMap((reason) =>
      counts.rejected[reason] > 0
        ? [`  ${counts.rejected[reason]}  ${wikipediaReasonSentences[reason]}`]
        : [],
    ),
    ...(counts.accepted > 0
      ? [`Texts are from Wikipedia, ${WIKIPEDIA_LICENCE}: name the articles where you pass them on.`]
      : []),
    "",
  ].join("\n");
}

export const jsonReport = (outcomes: readonly Outcome[]): string =>
  `${JSON.stringify({
    ...countOutcomes(outcomes),
    outcomes: outcomes.map((outcome) =>
      outcome.kind === "accepted"
        ? {
            name: outcome.name.name,
            accepted: true,
            target: outcome.pair.target,
            title: outcome.pair.title,
            steps: outcome.pair.steps,
            url: outcome.pair.url,
          }
        : { name: outcome.name.name, accepted: false, reason: outcome.reason, page: outcome.detail },
    ),
  })}\n`;
