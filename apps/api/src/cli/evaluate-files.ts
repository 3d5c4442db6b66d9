import type { SegmentRecord } from "@spanbridge/formats";
import { textOf } from "@spanbridge/shared";
import type { Evaluation, EvaluationOptions } from "@spanbridge/shared/contracts";
import type { ComparedRow } from "../db/evaluation-rows.ts";
import { AppError } from "../error.ts";
import { judge } from "../evaluation/judge.ts";
import { Scoring } from "../evaluation/scoring.ts";
import { readPairs } from "./read-pairs.ts";

/** Scores pairs files against one that is right: the layers of `options` are files, joined by the ids of their rows. */
export async function evaluateFiles(options: EvaluationOptions): Promise<Evaluation> {
  const { gold, predicted, other, side, filter } = options;
  if (filter.states.length > 0) {
    throw new AppError("invalid_input", "Files are not filtered by review state; leave --state out.");
  }
  const right = byId(await readPairs(gold), gold);
  const systems = [predicted, ...(other === undefined ? [] : [other])];
  const answers: Map<string, SegmentRecord>[] = [];
  for (const file of systems) {
    const read = byId(await readPairs(file), file);
    for (const [id, record] of read) {
      const expected = right.get(id);
      if (expected && expected.annotation.sourceText !== record.annotation.sourceText) {
        throw new AppError("invalid_input", `Row ${id} has another source text in ${file} than in ${gold}.`);
      }
    }
    answers.push(read);
  }
  const wanted = new Set(filter.documents);
  const rows = [...right]
    .filter(([, { document }]) => wanted.size === 0 || wanted.has(document ?? ""))
    .map(
      ([id, record], index): ComparedRow => ({
        number: index + 1,
        document: record.document ?? "",
        gold: record.annotation,
        systems: answers.map((read) => read.get(id)?.annotation ?? null),
        tokens: record.meta?.tokens?.[side]?.ranges ?? null,
      }),
    );
  const first = right.values().next().value;
  const scoring = new Scoring({
    systems,
    language: (side === "source" ? first?.sourceLang : "en") ?? "und",
    size: { segments: rows.length, documents: new Set(rows.map(({ document }) => document)).size },
    options,
  });
  const labels = new Set(filter.labels);
  for (const row of rows) {
    const judgements = systems.map((_, system) => judge(row, system, { side, labels }));
    scoring.add({ row, text: textOf(row.gold, side), judgements });
  }
  const figure = { name: gold, kind: "gold", hidden: false } as const;
  return scoring.finish(figure, [], new AbortController().signal);
}

function byId(records: readonly SegmentRecord[], file: string): Map<string, SegmentRecord> {
  const found = new Map<string, SegmentRecord>();
  for (const record of records) {
    if (record.id === null) throw new AppError("invalid_input", `A row of ${file} has no id to join by.`);
    found.set(record.id, record);
  }
  return found;
}
