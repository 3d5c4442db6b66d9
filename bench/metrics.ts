// How fast entity scores are computed from IOB2 tags: `node bench/metrics.ts [sentences] [mode]`.
//
// Input: synthetic sentences from a fixed seed, 5 to 40 tokens, about one entity a sentence (as in UNER PUD) of four
// labels; the prediction is gold with one entity in four missed, relabelled or cut. They are made and split into
// strings outside the clock, in chunks, so that memory stays flat. Within each chunk every scorer sees the same strings
// and its processor time is taken (all threads, so that garbage collection counts and other work on the machine hardly
// does), taking turns in who goes first; the first chunk warms up and does not count. Rates and ratios are of medians.
//
// Measured against: (1) `seqevalLike`, the steps of seqeval in TypeScript: tokens as objects, entities as strings in
// sets, one filter per label; (2) the same steps in Python (seqeval_like.py), or seqeval itself where it is installed,
// on the first chunk. seqeval's strict mode reads every sequence twice, these steps once. All must give the same counts, or
// the run fails.
import { spawnSync } from "node:child_process";
import { type Random, seededRandom, TagScorer } from "../packages/metrics/src/index.ts";
import { type Reference, seqevalLike } from "./seqeval-like.ts";

const CHUNK = 20_000;
const labels = ["PER", "LOC", "ORG", "MISC"] as const;
const mode = process.argv[3] === "conlleval" ? "conlleval" : "iob2";
const total = Math.max(CHUNK, Number(process.argv[2] ?? 1_000_000));

type Chunk = { readonly gold: string[][]; readonly predicted: string[][] };

function makeChunk(random: Random): Chunk {
  const gold: string[] = [];
  const predicted: string[] = [];
  for (let sentence = 0; sentence < CHUNK; sentence++) {
    const length = 5 + random.below(36);
    const right = Array.from({ length }, () => "O");
    const said = [...right];
    for (let entities = random.below(3); entities > 0; entities--) {
      const start = random.below(length);
      const end = Math.min(length, start + 1 + random.below(3));
      const label = labels[random.below(4)] ?? "PER";
      const fate = random.below(12);
      write(right, start, end, label);
      if (fate === 0) continue;
      write(said, fate === 1 ? Math.min(start + 1, end - 1) : start, end, fate === 2 ? "PER" : label);
    }
    gold.push(right.join(" "));
    predicted.push(said.join(" "));
  }
  // Through one text and back: the strings of a real run come out of a file, none of them shared.
  const split = (lines: string[]): string[][] =>
    lines
      .join("\n")
      .split("\n")
      .map((line) => line.split(" "));
  return { gold: split(gold), predicted: split(predicted) };
}

function write(tags: string[], start: number, end: number, label: string): void {
  for (let index = start; index < end; index++) tags[index] = `${index === start ? "B" : "I"}-${label}`;
}

/** Milliseconds of processor time. */
function timed(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function fast(scorer: TagScorer, { gold, predicted }: Chunk): void {
  for (const [index, tags] of gold.entries()) {
    const error = scorer.add(tags, predicted[index] ?? []);
    if (error) throw new Error(error.message);
  }
}

function check(name: string, found: Reference, wanted: Reference): void {
  if (found.correct === wanted.correct && found.predicted === wanted.predicted && found.gold === wanted.gold)
    return;
  throw new Error(`${name} counts ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

const random = seededRandom(20_251_122);
const first = makeChunk(random);
const warm = new TagScorer(mode);
fast(warm, first);
check("seqevalLike", seqevalLike(first.gold, first.predicted, mode), warm.report().micro);

const scorer = new TagScorer(mode);
const ours: number[] = [];
const theirs: number[] = [];
let sentences = 0;
let tokens = 0;
let reference: Reference = { correct: 0, predicted: 0, gold: 0 };
for (let turn = 0; sentences < total; turn++) {
  const chunk = makeChunk(random);
  const runOurs = () => {
    ours.push(timed(() => fast(scorer, chunk)));
  };
  const runTheirs = () => {
    theirs.push(
      timed(() => {
        const { correct, predicted, gold } = seqevalLike(chunk.gold, chunk.predicted, mode);
        reference = {
          correct: reference.correct + correct,
          predicted: reference.predicted + predicted,
          gold: reference.gold + gold,
        };
      }),
    );
  };
  for (const run of turn % 2 === 0 ? [runOurs, runTheirs] : [runTheirs, runOurs]) run();
  sentences += CHUNK;
  tokens += chunk.gold.reduce((sum, tags) => sum + tags.length, 0);
}
check("seqevalLike", reference, scorer.report().micro);

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
/** Sentences a second of the median chunk. */
const rate = (list: readonly number[]): number => (CHUNK / median(list)) * 1000;
const show = (value: number): string => Math.round(value).toLocaleString("en");
const line = (name: string, list: readonly number[]): string => {
  const seconds = list.reduce((sum, value) => sum + value, 0) / 1000;
  return `  ${name.padEnd(24)}${seconds.toFixed(2)} s, median ${show(rate(list))} sentences/s`;
};
console.log(`${mode}: ${show(sentences)} sentences, ${show(tokens)} tokens a side`);
console.log(line("TagScorer", ours));
console.log(line("seqeval-like TypeScript", theirs));
console.log(`  ratio of times ${(median(ours) / median(theirs)).toFixed(4)}`);

const lines = (side: string[][]): string => side.map((tags) => tags.join(" ")).join("\n");
const python = spawnSync("python3", [new URL("seqeval_like.py", import.meta.url).pathname, mode], {
  input: `${lines(first.gold)}\n\n${lines(first.predicted)}\n`,
  encoding: "utf8",
  maxBuffer: 1 << 26,
});
if (python.status === 0) {
  const result: Reference & { seconds: number; name: string } = JSON.parse(python.stdout);
  check(result.name, result, warm.report().micro);
  const pythonRate = CHUNK / result.seconds;
  console.log(`  ${result.name.padEnd(24)}${show(pythonRate)} sentences/s, on ${show(CHUNK)} sentences`);
  console.log(`  ratio of times ${(pythonRate / rate(ours)).toFixed(4)}`);
} else {
  console.log("  Python: not measured (no python3 here)");
}
