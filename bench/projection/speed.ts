// Time and memory of `spanbridge project` on a file of a given size: `node bench/projection/speed.ts 1000 zh 1`, with the number
// of threads. Sentences are the corpus's own, with the order of their halves changed in each round so that no two pairs are
// the same.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { OfflineSegment } from "@spanbridge/projection";
import { spanbridge } from "../support/command.ts";
import { readCases } from "./corpus.ts";

const [count, language = "zh", threads] = [
  Number(process.argv[2] ?? 1000),
  process.argv[3],
  process.argv[4] ?? "1",
];
const cases = readCases(`pud_${language}-en.jsonl`);
const rows = Array.from({ length: count }, (_, index): string => {
  const one = cases[index % cases.length]?.segment;
  const round = Math.floor(index / cases.length);
  const other = cases[(index * 7 + round) % cases.length]?.segment;
  if (!one || !other) throw new Error("The corpus is empty.");
  // The second sentence only brings words: the entities stay those of the first.
  const cut = (text: string): string => [...text].slice(0, round % 9).join("");
  const longer = (own: string, further: string): string => (round === 0 ? own : `${own} ${cut(further)}`);
  return rowOf({
    ...one,
    id: `${one.id}.${round}`,
    sourceText: longer(one.sourceText, other.sourceText),
    pivotText: longer(one.pivotText, other.pivotText),
  });
});
const dir = await mkdtemp(path.join(tmpdir(), "spanbridge-speed-"));
try {
  const [input, output] = [path.join(dir, "in.jsonl"), path.join(dir, "out.jsonl")];
  await writeFile(input, `${rows.join("\n")}\n`);
  const lexicon = path.join(import.meta.dirname, `data/lexicon/en-${language}.tsv`);
  const options = ["--in", input, "--out", output, "--lexicon", lexicon, "--threads", threads];
  const { milliseconds, processor, peak } = await spanbridge(dir, ["project", ...options]);
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  console.log(
    JSON.stringify({
      language,
      pairs: count,
      threads: Number(threads),
      seconds: rounded(milliseconds / 1000),
      processor: rounded(processor),
      megabytes: Math.round(peak / 1e6),
    }),
  );
} finally {
  await rm(dir, { recursive: true, force: true });
}

function rowOf({ id, sourceLang, sourceText, pivotText, entities }: OfflineSegment): string {
  return JSON.stringify({
    id,
    source_lang: sourceLang,
    source_text: sourceText,
    english_text: pivotText,
    english_entities: entities,
  });
}
