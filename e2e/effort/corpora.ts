import { readFileSync } from "node:fs";
import path from "node:path";
import type { Entity, PairsRow } from "../support/samples.ts";
import { root } from "../support/server.ts";
import { numbersFrom, withErrors } from "./errors.ts";
import type { Task } from "./target.ts";

/** What the annotator is given. `seed`: mistakes are drawn with it, and the answers of a language model are the truth. */
export type Corpus = { readonly language: string; readonly name: string; readonly seed?: number };

export const corpora: readonly Corpus[] = [
  { language: "zh", name: "Chinese" },
  { language: "ru", name: "Russian" },
  { language: "ar", name: "Arabic", seed: 1 },
  { language: "th", name: "Thai", seed: 2 },
  { language: "ja", name: "Japanese", seed: 3 },
];

/** The first tasks of a corpus, in the order of the file; all of them where there are fewer. */
export function tasksOf({ language, seed }: Corpus, count: number): readonly Task[] {
  if (seed !== undefined) {
    const next = numbersFrom(seed);
    return rowsOf(`eat_llm_${language}-en`)
      .slice(0, count)
      .map((row) => withErrors(row, next));
  }
  const gold = new Map(rowsOf(`pud_${language}-en`).map((row) => [row.id, row]));
  return rowsOf(`pred_eflomal_${language}-en`)
    .slice(0, count)
    .map((row): Task => {
      const truth = gold.get(row.id)?.source_entities ?? [];
      // Gold of UNER has no ids and no links.
      return {
        row,
        gold: truth.map((entity, index): Entity => ({ ...entity, id: `g${index}` })),
        links: undefined,
      };
    });
}

const rowsOf = (name: string): PairsRow[] =>
  readFileSync(path.join(root, "samples", `${name}.jsonl`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
