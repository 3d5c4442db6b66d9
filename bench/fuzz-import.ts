// Files made from real rows by seeded damage of every kind go through the codecs; what must hold for any file is
// checked on each. `node bench/fuzz-import.ts --files 100000 --seed 1`
import { parseArgs } from "node:util";
import type { ParsedItem, ParseOptions } from "@spanbridge/formats";
import { type MadeFile, makeFile } from "./fuzz/generate.ts";
import { judge } from "./fuzz/laws.ts";
import { duration, table } from "./support/figures.ts";
import { random } from "./support/random.ts";

const { values } = parseArgs({
  options: { files: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
});
const count = Number(values.files);
const seed = Number(values.seed);

type Line = { files: number; rows: number; good: number; bad: number; codes: Map<string, number> };
const byFile = new Map<string, Line>();
const byRow = new Map<string, Line>();
const failures: string[] = [];
const all = { bytes: 0, rows: 0, good: 0, bad: 0, crashes: 0, failed: 0 };

const started = performance.now();
for (let number = 1; number <= count; number++) {
  // A seed for each file, so that one that fails can be made again alone.
  const source = random(Math.imul(seed, 0x9e3779b1) ^ number);
  const made = makeFile(source);
  const options: ParseOptions = {
    file: `file ${number}`,
    labels: new Set(["PER", "ORG", "LOC"]),
    sourceLang: made.language,
    ...(made.maxLineBytes !== undefined && { maxLineBytes: made.maxLineBytes }),
  };
  all.bytes += made.bytes.length;
  try {
    const { items, broken } = judge(made.codec, made.bytes, options, source);
    record(made, items, [...broken, ...unexpected(made, items)], number);
  } catch (error) {
    all.crashes++;
    failures.push(
      `file ${number} (${made.kind.name}): ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
}
const milliseconds = performance.now() - started;

/** Rows whose damage says what must become of them, in files that are not damaged themselves. */
function unexpected(made: MadeFile, items: readonly ParsedItem[]): string[] {
  if (made.kind.code !== undefined) {
    const said = items.map((item) => (item.kind === "file" ? item.diagnostic.code : item.kind));
    return said.at(-1) === made.kind.code ? [] : [`${made.kind.name} was reported as ${said.join(", ")}`];
  }
  if (!made.kind.keepsRows) return [];
  const outcomes = items.filter(({ kind }) => kind !== "file");
  // A row torn into several, or two made one, shifts all that follow.
  if (outcomes.length !== made.rows.length) {
    const torn = made.rows.some(({ effect }) => effect.kind === "any");
    return torn ? [] : [`${made.rows.length} rows, but ${outcomes.length} outcomes`];
  }
  return made.rows.flatMap(({ kind, effect }, index) => {
    const outcome = outcomes[index];
    const codes = outcome?.kind === "bad" ? outcome.diagnostics.map(({ code }): string => code) : [];
    if (effect.kind === "good" && outcome?.kind !== "record") return [`${kind}: ${codes.join(", ")}`];
    if (effect.kind === "bad" && !codes.some((code) => effect.codes.includes(code))) {
      return [`${kind}: ${outcome?.kind} ${codes.join(", ")}`];
    }
    return [];
  });
}

function record(
  made: MadeFile,
  items: readonly ParsedItem[],
  broken: readonly string[],
  number: number,
): void {
  if (broken.length > 0) {
    all.failed++;
    failures.push(`file ${number} (${made.codec.id}, ${made.kind.name}): ${broken.join("; ")}`);
  }
  const outcomes = items.filter(({ kind }) => kind !== "file");
  const inFile = lineOf(byFile, `${made.codec.id}: ${made.kind.name}`);
  inFile.files++;
  for (const item of items) {
    if (item.kind === "file") addCodes(inFile, [item.diagnostic.code]);
    else addOutcome(inFile, item);
    if (item.kind !== "file") all[item.kind === "record" ? "good" : "bad"]++;
  }
  all.rows += outcomes.length;
  if (!made.kind.keepsRows || outcomes.length !== made.rows.length) return;
  made.rows.forEach(({ kind }, index) => {
    const outcome = outcomes[index];
    if (outcome) addOutcome(lineOf(byRow, `${made.codec.id}: ${kind}`), outcome);
  });
}

function lineOf(lines: Map<string, Line>, name: string): Line {
  const line = lines.get(name) ?? { files: 0, rows: 0, good: 0, bad: 0, codes: new Map<string, number>() };
  lines.set(name, line);
  return line;
}

function addOutcome(line: Line, item: ParsedItem): void {
  line.rows++;
  if (item.kind === "record") line.good++;
  if (item.kind === "bad") line.bad++;
  if (item.kind === "bad") addCodes(line, new Set(item.diagnostics.map(({ code }) => code)));
}

function addCodes(line: Line, codes: Iterable<string>): void {
  for (const code of codes) line.codes.set(code, (line.codes.get(code) ?? 0) + 1);
}

const codesOf = ({ codes }: Line): string => {
  const most = [...codes].toSorted((a, b) => b[1] - a[1]);
  const listed = most.slice(0, 4).map(([code, times]) => `${code} ${times}`);
  return [...listed, ...(most.length > 4 ? [`and ${most.length - 4} more`] : [])].join(", ");
};
const sorted = (lines: Map<string, Line>) => [...lines].toSorted(([a], [b]) => (a < b ? 1 : -1));

console.log(
  `${count} files (seed ${seed}), ${Math.round(all.bytes / 1e6)} MB, in ${duration(milliseconds)}.`,
);
console.log(
  `${all.rows} rows = ${all.good} taken in + ${all.bad} left out. Crashes: ${all.crashes}. Files on which a law does not hold: ${all.failed}.\n`,
);
console.log(
  table(
    ["Damage to a row (in whole files)", "rows", "in", "out", "reported as"],
    sorted(byRow).map(([name, line]) => [name, line.rows, line.good, line.bad, codesOf(line)]),
  ),
);
console.log(
  `\n${table(
    ["Damage to a file", "files", "rows", "in", "out", "reported as"],
    sorted(byFile).map(([name, line]) => [name, line.files, line.rows, line.good, line.bad, codesOf(line)]),
  )}`,
);
for (const failure of failures.slice(0, 20)) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
