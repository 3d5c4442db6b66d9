import type { ParsedItem } from "@spanbridge/formats";
import { table } from "../support/figures.ts";
import type { MadeFile } from "./generate.ts";

type Line = { files: number; rows: number; good: number; bad: number; codes: Map<string, number> };

/** What became of damaged files, by kind of damage. */
export class Tally {
  readonly #byFile = new Map<string, Line>();
  readonly #byRow = new Map<string, Line>();
  /** A sentence for each file that a law does not hold on, or that a codec crashed on. */
  readonly failures: string[] = [];
  #bytes = 0;
  #rows = 0;
  #good = 0;
  #bad = 0;
  #crashes = 0;

  crash(made: MadeFile, number: number, error: unknown): void {
    this.#bytes += made.bytes.length;
    this.#crashes++;
    const told = error instanceof Error ? error.stack : String(error);
    this.failures.push(`file ${number} (${made.codec.id}, ${made.kind.name}): ${told}`);
  }

  add(made: MadeFile, items: readonly ParsedItem[], broken: readonly string[], number: number): void {
    this.#bytes += made.bytes.length;
    if (broken.length > 0) {
      this.failures.push(`file ${number} (${made.codec.id}, ${made.kind.name}): ${broken.join("; ")}`);
    }
    const inFile = lineOf(this.#byFile, `${made.codec.id}: ${made.kind.name}`);
    inFile.files++;
    const outcomes = items.filter(({ kind }) => kind !== "file");
    this.#rows += outcomes.length;
    for (const item of items) {
      if (item.kind === "file") addCodes(inFile, [item.diagnostic.code]);
      else addOutcome(inFile, item);
      if (item.kind === "record") this.#good++;
      if (item.kind === "bad") this.#bad++;
    }
    if (!made.kind.keepsRows || outcomes.length !== made.rows.length) return;
    made.rows.forEach(({ kind }, index) => {
      const outcome = outcomes[index];
      if (outcome) addOutcome(lineOf(this.#byRow, `${made.codec.id}: ${kind}`), outcome);
    });
  }

  /** In Markdown. */
  get summary(): string {
    const failed = this.failures.length - this.#crashes;
    return `${Math.round(this.#bytes / 1e6)} MB; ${this.#rows} rows = ${this.#good} taken in + ${this.#bad} left out. Kinds of damage: ${this.#byRow.size} to a row, ${this.#byFile.size} to a file. **Crashes: ${this.#crashes}. Files on which a law does not hold: ${failed}.**`;
  }

  /** What each kind of damage was reported as, in Markdown. */
  get tables(): string {
    return [
      table(
        ["Damage to a row (in whole files)", "rows", "in", "out", "reported as"],
        sorted(this.#byRow).map(([name, line]) => [name, line.rows, line.good, line.bad, codesOf(line)]),
      ),
      table(
        ["Damage to a file", "files", "rows", "in", "out", "reported as"],
        sorted(this.#byFile).map(([name, line]) => [
          ...[name, line.files, line.rows, line.good, line.bad],
          codesOf(line),
        ]),
      ),
    ].join("\n\n");
  }
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
