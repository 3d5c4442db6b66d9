import { type LabelledRange, scoreSpans } from "@spanbridge/metrics";
import type { ProjectedEntity } from "@spanbridge/projection";
import { type Corpus, type CrossFitted, pairsOf } from "./crossfit.ts";

const f = (value: number): string => value.toFixed(3);
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const GOALS: Readonly<Record<string, number>> = { zh: 0.77, ru: 0.76, de: 0.81 };

export function scores({ corpora, answers }: CrossFitted): string {
  const rows = corpora.map((corpus, index) => {
    const pairs = pairsOf(corpus, answers[index] ?? []);
    const strict = scoreSpans(pairs).micro;
    const equal = pairs.filter((_, at) => sameCounts(corpus, at));
    return [
      corpus.language,
      f(strict.f1),
      String(GOALS[corpus.language] ?? ""),
      f(strict.precision),
      f(strict.recall),
      f(scoreSpans(pairs, "exact").micro.f1),
      f(bound(corpus)),
      `${f(scoreSpans(equal).micro.f1)} (${equal.length})`,
      Object.entries(scoreSpans(pairs).perLabel)
        .map(([label, one]) => `${label} ${f(one.f1)}`)
        .join(", "),
    ];
  });
  const head = ["", "F1", "goal", "P", "R", "span only", "bound", "equal counts (sentences)", "by label"];
  return `## Scores\n\n${table(head, rows)}\n\nBound: for each sentence and label the smaller of both counts. Equal counts: sentences with as many entities of each label on both sides.`;
}

const count = (spans: readonly { label: string }[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { label } of spans) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
};

function sameCounts({ cases }: Corpus, at: number): boolean {
  const gold = count(cases[at]?.gold ?? []);
  const pivot = count(cases[at]?.segment.entities ?? []);
  return [...new Set([...gold.keys(), ...pivot.keys()])].every(
    (label) => gold.get(label) === pivot.get(label),
  );
}

function bound({ cases }: Corpus): number {
  let both = 0;
  let here = 0;
  let there = 0;
  for (const { gold, segment } of cases) {
    const [goldCounts, pivotCounts] = [count(gold), count(segment.entities)];
    for (const [label, number] of goldCounts) both += Math.min(number, pivotCounts.get(label) ?? 0);
    here += gold.length;
    there += segment.entities.length;
  }
  return (2 * both) / (here + there);
}

type Judged = {
  readonly language: string;
  readonly one: ProjectedEntity;
  readonly right: boolean;
  readonly gold: readonly LabelledRange[];
};

function judge({ corpora, answers }: CrossFitted): Judged[] {
  return corpora.flatMap(({ cases, language }, index) =>
    cases.flatMap(({ gold }, at) =>
      (answers[index]?.[at]?.entities ?? []).map((one) => ({
        language,
        one,
        gold,
        right: gold.some(
          ({ start, end, label }) =>
            start === one.place?.start && end === one.place.end && label === one.place.label,
        ),
      })),
    ),
  );
}

const BINS = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0001];

export function calibration(result: CrossFitted): string {
  const placed = judge(result).filter(({ one }) => one.place);
  const rows = BINS.slice(0, -1).map((low, index) => {
    const high = BINS[index + 1] ?? 1;
    const inside = placed.filter(({ one }) => one.confidence >= low && one.confidence < high);
    const mean = inside.reduce((sum, { one }) => sum + one.confidence, 0) / Math.max(1, inside.length);
    return [
      `${low.toFixed(2)}–${Math.min(1, high).toFixed(2)}`,
      String(inside.length),
      f(mean),
      f(share(inside)),
    ];
  });
  const sure = placed.filter(({ one }) => one.confidence >= 0.9);
  return `## Calibration (all three languages)\n\n${table(["confidence", "placed", "mean confidence", "right"], rows)}\n\nAt confidence ≥ 0.9: ${sure.length} of ${placed.length} placed entities, precision ${f(share(sure))} (goal 0.95): ${byLanguage(sure)}. Where the annotators marked anything at the place at all: ${f(share(sure.filter(isContested)))}.`;
}

const byLanguage = (list: readonly Judged[]): string =>
  [...new Set(list.map(({ language }) => language))]
    .map((language) => {
      const own = list.filter((one) => one.language === language);
      return `${language} ${f(share(own))} of ${own.length}`;
    })
    .join(", ");

/** The annotators marked something there: what they left out altogether says nothing of the place. */
const isContested = ({ one: { place }, gold }: Judged): boolean =>
  gold.some(({ start, end }) => place !== undefined && start < place.end && place.start < end);

const share = (list: readonly { right: boolean }[]): number =>
  list.filter(({ right }) => right).length / Math.max(1, list.length);

export function signals(result: CrossFitted): string {
  const judged = judge(result);
  const wrong = judged.filter(({ one, right, gold }) =>
    one.place ? !right : gold.some(({ label }) => label === one.entity.label),
  );
  const fine = judged.filter(({ one, right }) => one.place && right);
  const signalled = (list: readonly Judged[]): number =>
    list.filter(({ one }) => one.signals.length > 0).length;
  const kinds = new Map<string, [number, number]>();
  for (const { one, right } of judged) {
    for (const kind of new Set(one.signals.map((signal) => signal.kind))) {
      const [all, good] = kinds.get(kind) ?? [0, 0];
      kinds.set(kind, [all + 1, good + (right ? 1 : 0)]);
    }
  }
  const rows = [...kinds]
    .sort(([, [a]], [, [b]]) => b - a)
    .map(([kind, [all, good]]) => [kind, String(all), f(good / all)]);
  const all = judged.filter(({ one }) => one.signals.length > 0);
  return `## Signals\n\nErrors that carry a signal: ${signalled(wrong)} of ${wrong.length}, ${f(signalled(wrong) / wrong.length)} (goal 0.8). An error is a place that disagrees with the annotators, or an entity left open where they have one of its label.\nRight places that carry one all the same: ${f(signalled(fine) / fine.length)}; of all signalled entities ${f(share(all))} are right.\n\n${table(["signal", "entities", "of them right"], rows)}`;
}
