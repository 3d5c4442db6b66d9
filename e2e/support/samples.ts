import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./server.ts";

export type Entity = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly text: string;
};
/** A row of the pairs format. */
export type PairsRow = {
  readonly id: string;
  readonly source_lang: string;
  readonly source_text: string;
  readonly english_text: string;
  readonly source_entities: readonly Entity[];
  readonly english_entities: readonly Entity[];
  readonly links: readonly (readonly [english: string, source: string])[];
};

/** Rows of a sample file whose every entity is linked, with at least two of them: enough to correct. */
export function sampleRows(language: string, count: number): PairsRow[] {
  const file = readFileSync(path.join(root, "samples", `eat_llm_${language}-en.jsonl`), "utf8");
  const rows = file
    .trimEnd()
    .split("\n")
    .map((line): PairsRow => JSON.parse(line));
  const good = rows.filter(
    ({ source_entities, english_entities, links }) =>
      links.length >= 2 &&
      source_entities.length === links.length &&
      english_entities.length === links.length,
  );
  if (good.length < count) throw new Error(`The ${language} sample has only ${good.length} such rows.`);
  return good.slice(0, count);
}

export const linesOf = (rows: readonly object[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");
