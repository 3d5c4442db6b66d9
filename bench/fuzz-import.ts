// Files made from real rows by seeded damage of every kind go through the codecs; what must hold for any file is
// checked on each. `node bench/fuzz-import.ts --files 100000 --seed 1` also prints what each kind was reported as.
import { parseArgs } from "node:util";
import type { ParsedItem, ParseOptions } from "@spanbridge/formats";
import { type MadeFile, makeFile } from "./fuzz/generate.ts";
import { judge } from "./fuzz/laws.ts";
import { Tally } from "./fuzz/tally.ts";
import { random } from "./support/random.ts";

export function fuzzBenchmark(count: number, seed: number): Tally {
  const tally = new Tally();
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
    try {
      const { items, broken } = judge(made.codec, made.bytes, options, source);
      tally.add(made, items, [...broken, ...unexpected(made, items)], number);
    } catch (error) {
      tally.crash(made, number, error);
    }
  }
  return tally;
}

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

if (import.meta.main) {
  const { values } = parseArgs({
    options: { files: { type: "string", default: "100000" }, seed: { type: "string", default: "1" } },
  });
  const tally = fuzzBenchmark(Number(values.files), Number(values.seed));
  console.log(`${tally.summary}\n\n${tally.tables}`);
  for (const failure of tally.failures.slice(0, 20)) console.error(failure);
  if (tally.failures.length > 0) process.exitCode = 1;
}
