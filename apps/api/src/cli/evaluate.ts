import type { SegmentRecord } from "@spanbridge/formats";
import { type LabelledRange, scoreSpans } from "@spanbridge/metrics";
import { Command } from "commander";
import { AppError } from "../error.ts";
import { readPairs } from "./read-pairs.ts";
import { withoutApp } from "./without-app.ts";

type Options = { readonly gold: string; readonly pred: string; readonly json?: true };

export const evaluateCommand = (): Command =>
  new Command("evaluate")
    .description(
      "Scores the source entities of one pairs file against another: start, end and label must agree.",
    )
    .requiredOption("--gold <FILE>", "pairs file that is right")
    .requiredOption(
      "--pred <FILE>",
      "pairs file to score, joined by id; a missing row counts as one without entities",
    )
    .option("--json", "print the scores as JSON on stdout")
    .action((options: Options) => withoutApp(() => run(options)));

async function run({ gold, pred, json }: Options): Promise<number> {
  const right = byId(await readPairs(gold), gold);
  const answers = byId(await readPairs(pred), pred);
  for (const [id, record] of answers) {
    const other = right.get(id);
    if (other && other.annotation.sourceText !== record.annotation.sourceText) {
      throw new AppError("invalid_input", `Row ${id} has another source text in ${pred} than in ${gold}.`);
    }
  }
  const pairs = [...right].map(([id, record]) => ({
    gold: sourceSpans(record),
    predicted: sourceSpans(answers.get(id)),
  }));
  const strict = scoreSpans(pairs);
  const exact = scoreSpans(pairs, "exact");
  const missing = [...right.keys()].filter((id) => !answers.has(id)).length;
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...strict, exact: exact.micro, missing }, undefined, 2)}\n`);
    return 0;
  }
  const row = (
    name: string,
    { precision, recall, f1 }: { precision: number; recall: number; f1: number },
  ): string => `${name.padEnd(24)}P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`;
  const { correct, predicted, gold: total } = strict.micro;
  const lines = [
    row("start, end and label", strict.micro),
    ...Object.entries(strict.perLabel).map(([label, scores]) => row(`  ${label}`, scores)),
    row("start and end only", exact.micro),
    `${strict.segments} segments (${missing} without a prediction), ${correct} of ${total} found, ${predicted} predicted.`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}

function byId(records: readonly SegmentRecord[], file: string): Map<string, SegmentRecord> {
  const found = new Map<string, SegmentRecord>();
  for (const record of records) {
    if (record.id === null) throw new AppError("invalid_input", `A row of ${file} has no id to join by.`);
    found.set(record.id, record);
  }
  return found;
}

const sourceSpans = (record: SegmentRecord | undefined): LabelledRange[] =>
  (record?.annotation.spans ?? []).filter(({ side }) => side === "source");
