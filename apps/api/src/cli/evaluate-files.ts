import { readFile } from "node:fs/promises";
import type { SegmentRecord } from "@spanbridge/formats";
import { isOneOfLanguages, textOf } from "@spanbridge/shared";
import type { Evaluation, EvaluationOptions } from "@spanbridge/shared/contracts";
import type { ComparedRow } from "../db/evaluation-rows.ts";
import { AppError } from "../error.ts";
import { judge } from "../evaluation/judge.ts";
import { renderingsOf } from "../evaluation/names.ts";
import { Scoring } from "../evaluation/scoring.ts";
import { readMemoryLines } from "../memory/tsv.ts";
import { readPairs } from "./read-pairs.ts";

/**
 * Scores pairs files against one that is right: the layers of `options` are files, joined by the ids of their rows.
 * `memory` is a file with lines of `english TAB source`.
 */
export async function evaluateFiles(
  options: EvaluationOptions,
  memory: string | undefined = undefined,
): Promise<Evaluation> {
  const { gold, predicted, other, side, filter } = options;
  const { languages } = filter;
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
    .filter(([, { sourceLang }]) => languages.length === 0 || isOneOfLanguages(sourceLang ?? "", languages))
    .map(
      ([id, record], index): ComparedRow => ({
        number: index + 1,
        document: record.document ?? "",
        sourceLang: record.sourceLang,
        gold: record.annotation,
        systems: answers.map((read) => read.get(id)?.annotation ?? null),
        tokens: record.meta?.tokens?.[side]?.ranges ?? null,
      }),
    );
  if (languages.length > 0 && rows.length === 0) {
    throw new AppError("invalid_input", `${gold} has no row in ${languages.join(", ")}.`);
  }
  const { pairs } = readMemoryLines(memory === undefined ? "" : await readText(memory));
  const scoring = new Scoring({
    systems,
    language: side === "source" ? "und" : "en",
    size: { segments: rows.length, documents: new Set(rows.map(({ document }) => document)).size },
    options,
    renderings: renderingsOf(pairs, "en"),
  });
  const labels = new Set(filter.labels);
  for (const row of rows) {
    const judgements = systems.map((_, system) => judge(row, system, { side, labels }));
    scoring.add({ row, text: textOf(row.gold, side), judgements });
  }
  const figure = { name: gold, kind: "gold", hidden: false } as const;
  return scoring.finish(figure, [], new AbortController().signal);
}

async function readText(file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new AppError("not_found", `${file} cannot be read: ${why}.`);
  });
}

function byId(records: readonly SegmentRecord[], file: string): Map<string, SegmentRecord> {
  const found = new Map<string, SegmentRecord>();
  for (const record of records) {
    if (record.id === null) throw new AppError("invalid_input", `A row of ${file} has no id to join by.`);
    found.set(record.id, record);
  }
  return found;
}
