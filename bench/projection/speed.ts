// Time and memory of a batch of a given size: `node bench/projection/speed.ts 1000 zh 1`, with the number of threads. Sentences are the corpus's own, with
// the order of their halves changed in each round so that no two pairs are the same.
import { type OfflineSegment, shippedWords } from "@spanbridge/projection";
import { projectInThreads } from "../../apps/api/src/offline/threads.ts";
import { readCases, readLexicon } from "./corpus.ts";

const [count, language = "zh", threads] = [
  Number(process.argv[2] ?? 1000),
  process.argv[3],
  Number(process.argv[4] ?? 1),
];
const cases = readCases(`pud_${language}-en.jsonl`);
const lexicon = readLexicon(language);
const segments = Array.from({ length: count }, (_, index): OfflineSegment => {
  const one = cases[index % cases.length]?.segment;
  const round = Math.floor(index / cases.length);
  const other = cases[(index * 7 + round) % cases.length]?.segment;
  if (!one || !other) throw new Error("The corpus is empty.");
  if (round === 0) return one;
  // The second sentence only brings words: the entities stay those of the first.
  const cut = (text: string): string => [...text].slice(0, round % 9).join("");
  return {
    ...one,
    id: `${one.id}.${round}`,
    sourceText: `${one.sourceText} ${cut(other.sourceText)}`,
    pivotText: `${one.pivotText} ${cut(other.pivotText)}`,
  };
});
const before = process.cpuUsage();
const started = performance.now();
const resources = { lexicon, words: await shippedWords([language]) };
let placed = 0;
for await (const part of projectInThreads(segments, { resources, settings: {} }, { threads })) {
  placed += part.flatMap(({ entities }) => entities).filter(({ place }) => place !== undefined).length;
}
const seconds = (performance.now() - started) / 1000;
const used = process.cpuUsage(before);
const processor = (used.user + used.system) / 1e6;
console.log(
  JSON.stringify({
    language,
    pairs: count,
    threads,
    seconds: Math.round(seconds * 100) / 100,
    processor: Math.round(processor * 100) / 100,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    placed,
  }),
);
