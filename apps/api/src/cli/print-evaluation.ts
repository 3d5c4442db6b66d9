import type { Evaluation, ScoreFigures, ScoreRange, SystemFigures } from "@spanbridge/shared/contracts";

const WIDTH = 30;
const share = (value: number): string => value.toFixed(4);
const interval = (range: ScoreRange | undefined): string =>
  range ? `  [${share(range.low)}, ${share(range.high)}]` : "";
const row = (name: string, { precision, recall, f1 }: ScoreFigures, range?: ScoreRange): string =>
  `${name.padEnd(WIDTH)}P ${share(precision)}  R ${share(recall)}  F1 ${share(f1)}${interval(range)}`;

/** The figures of an evaluation for a terminal, as docs/evaluation.md names them. */
export function evaluationText({ segments, documents, states, ...found }: Evaluation): string {
  const { gold, predicted, other, comparison } = found;
  const which = states.length > 0 ? ` (${states.join(", ")})` : "";
  const lines = [
    `${segments} segments${which} of ${documents} documents, against ${gold.name}`,
    ...systemLines(predicted),
    ...(other ? systemLines(other) : []),
  ];
  if (comparison && other) {
    const { strictF1, onlyPredicted, onlyOther } = comparison;
    lines.push(
      "",
      `Strict F1 of ${predicted.layer} minus ${other.layer}: ${share(strictF1.difference)}${interval(strictF1)}, p = ${share(strictF1.p)}`,
      `Exactly right in one only: ${onlyPredicted} in ${predicted.layer}, ${onlyOther} in ${other.layer}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function systemLines(figures: SystemFigures): string[] {
  const { layer, spans, intervals, outcomes, links, projection, compatibility } = figures;
  const { strict, exact, partial, type } = spans;
  const { eat, conlleval } = compatibility;
  const named: readonly (readonly [string, number])[] = [
    ["missed", outcomes.missed],
    ["spurious", outcomes.spurious],
    ["label", outcomes.label],
    ["boundary", outcomes.boundary],
    ["both", outcomes.both],
  ];
  const lines = [
    "",
    layer,
    row("strict, micro", strict.micro, intervals.strict.f1),
    row("strict, macro", strict.macro),
    row("strict, weighted", strict.weighted),
    ...strict.perLabel.map((scores) =>
      row(
        `  ${scores.label}`,
        scores,
        intervals.perLabel.find(({ label }) => label === scores.label),
      ),
    ),
    row("exact (label aside)", exact.micro, intervals.exactF1),
    row("partial", partial.micro),
    row("type", type.micro),
    `${strict.micro.correct} right of ${strict.micro.gold}, ${strict.micro.predicted} predicted; ${named.map(([name, count]) => `${count} ${name}`).join(", ")}`,
    row("conlleval / seqeval, on tokens", conlleval.micro),
    `${"EAT's token score".padEnd(WIDTH)}micro ${share(eat.micro)}  macro ${share(eat.macro)}  weighted ${share(eat.weighted)}  (${eat.skipped} sentences skipped)`,
  ];
  if (links) {
    lines.push(`${row("links", links, intervals.linkF1 ?? undefined)}  AER ${share(links.aer)}`);
  }
  if (projection) {
    const { rate, exact: placed, bound } = projection;
    lines.push(
      `${"projection".padEnd(WIDTH)}rate ${share(rate.rate)}  exact ${share(placed.accuracy)} of ${placed.alignable}  bound F1 ${share(bound.typed.f1)}`,
    );
  }
  if (figures.names) {
    const { rendered, known, rate } = figures.names;
    lines.push(`${"names as in memory".padEnd(WIDTH)}${share(rate)}  (${rendered} of ${known} known)`);
  }
  if (figures.withoutAnnotation > 0)
    lines.push(`${figures.withoutAnnotation} segments without an annotation`);
  if (figures.otherText > 0) lines.push(`${figures.otherText} segments with another translation`);
  const { unit, units, grouped, samples, seed } = intervals;
  lines.push(
    `95 % intervals of F1: ${samples} samples of ${units} ${grouped ? "groups of " : ""}${unit}s, seed ${seed}`,
  );
  return lines;
}
