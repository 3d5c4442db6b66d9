import { kinds, priceOf } from "./prices.ts";
import type { Done } from "./session.ts";

export type Result = {
  readonly name: string;
  readonly segments: readonly (readonly Done[])[];
  readonly seconds: number;
};

const row = (...cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const percent = (part: number, whole: number): string => `${Math.round((100 * part) / Math.max(1, whole))} %`;
const fixed = (value: number): string => value.toFixed(2).replace(/\.?0+$/, "");

/** The tables of docs/effort.md, in Markdown. */
export function tablesOf(results: readonly Result[]): string {
  const all = results.flatMap(({ segments }) => segments.flat());
  return `${kindTable(all)}\n\n${corpusTable(results)}`;
}

function kindTable(all: readonly Done[]): string {
  const rows = kinds.flatMap((kind) => {
    const of = all.filter((done) => done.kind === kind);
    if (of.length === 0) return [];
    const mean = (values: readonly number[]): string => fixed(sum(values) / of.length);
    const actions = of.map((done) => done.actions);
    return [
      row(
        kind,
        of.length,
        mean(actions),
        Math.max(...actions),
        mean(of.map((done) => priceOf("Label Studio", done))),
        mean(of.map((done) => priceOf("doccano", done))),
      ),
    ];
  });
  return [
    row("correction", "how often", "Spanbridge, mean", "at most", "Label Studio", "doccano"),
    row("---", "---:", "---:", "---:", "---:", "---:"),
    ...rows,
  ].join("\n");
}

function corpusTable(results: readonly Result[]): string {
  const line = (name: string, segments: readonly (readonly Done[])[], bold = false): string => {
    const done = segments.flat();
    const corrections = done.filter(({ kind }) => kind !== "accept");
    const actions = (some: readonly Done[]): number => sum(some.map((one) => one.actions));
    const studioOf = (some: readonly Done[]): number => sum(some.map((one) => priceOf("Label Studio", one)));
    const [ours, studio] = [actions(done), studioOf(done)];
    const doccano = sum(done.map((one) => priceOf("doccano", one)));
    const fixing = actions(corrections);
    const cells = [
      name,
      segments.length,
      segments.filter((segment) => segment.length > 1).length,
      corrections.length,
      ours,
      ours - fixing,
      fixed(ours / segments.length),
      studio,
      doccano,
      percent(ours, studio),
      percent(fixing + segments.length, studio),
      percent(fixing, studioOf(corrections)),
    ];
    return row(...(bold ? cells.map((cell) => `**${cell}**`) : cells));
  };
  return [
    row(
      "corpus",
      "segments",
      "with mistakes",
      "corrections",
      "actions",
      "to accept",
      "per segment",
      "Label Studio",
      "doccano",
      "of Label Studio",
      "accepted one by one",
      "corrections alone",
    ),
    row("---", ...Array.from({ length: 11 }, () => "---:")),
    ...results.map(({ name, segments }) => line(name, segments)),
    line(
      "all",
      results.flatMap(({ segments }) => segments),
      true,
    ),
  ].join("\n");
}
