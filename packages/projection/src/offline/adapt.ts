import type { NamePair, OfflineResources, OfflineSegment } from "./model.ts";
import type { ProjectedSegment } from "./result.ts";
import { type LearnSettings, learn } from "./score/learn.ts";
import type { Weights } from "./score/rank.ts";
import type { OfflineSettings } from "./settings.ts";
import { type Examination, examineCorpus, type GoldSpan } from "./training.ts";
import { profileOf, shippedWeights } from "./weights.ts";

/** A segment as people have accepted it: its entities, the spans of its source, and the pairs of names that its links state. */
export type ReviewedSegment = {
  readonly segment: OfflineSegment;
  readonly gold: readonly GoldSpan[];
  readonly pairs: readonly NamePair[];
};

export type Adapted = {
  readonly weights: Weights;
  /** Strict F1 (start, end and label) on halves that had no part in the learning: of the weights before, and after. */
  readonly before: number;
  readonly after: number;
};

/** Half as bold as when the shipped weights were learnt: a project's own segments are few. */
const LEARNING: LearnSettings = { steps: 120, rate: 0.04, shrink: 2, shrinkOwn: 1 };

/**
 * Weights that fit a project's own corrections better, learnt from where they are. Each half of the segments is looked at
 * with a memory that knows only the other half's names: a name that stands in memory because of the very segment would
 * teach that memory is always right. Deterministic.
 */
export function adaptWeights(
  reviewed: readonly ReviewedSegment[],
  language: string,
  resources: OfflineResources,
  settings: OfflineSettings,
): Adapted {
  const base = withOwn(settings.weights ?? shippedWeights(), language);
  const halves = [0, 1].map((half) => {
    const own = reviewed.filter((_, at) => at % 2 === half);
    const others = reviewed.filter((_, at) => at % 2 !== half).flatMap(({ pairs }) => pairs);
    const memory = [...(resources.memory ?? []), ...others];
    const examination = examineCorpus(
      own.map(({ segment }) => segment),
      language,
      { ...resources, memory },
      settings,
    );
    const gold = own.map((one) => one.gold);
    return { examination, gold, examples: examination.examples(gold, base).flat() };
  });
  const learnt = (which: readonly number[]): Weights => {
    const examples = which.flatMap((half) => halves[half]?.examples ?? []);
    const own = learn(examples, LEARNING, base, base);
    return { ...own, byLanguage: new Map([...base.byLanguage, ...own.byLanguage]) };
  };
  const score = (weightsFor: (half: number) => Weights): number =>
    f1(halves.map(({ examination, gold }, half) => countsOf(examination, gold, weightsFor(half))));
  return {
    weights: learnt([0, 1]),
    before: score(() => base),
    after: score((half) => learnt([1 - half])),
  };
}

/** A language that has no weights of its own begins with those it has been using. */
function withOwn(weights: Weights, language: string): Weights {
  const locale = new Intl.Locale(language).maximize();
  const used = weights.byLanguage.get(
    profileOf({ base: locale.language, script: locale.script ?? "" }, weights),
  );
  if (weights.byLanguage.has(locale.language) || !used) return weights;
  return { ...weights, byLanguage: new Map([...weights.byLanguage, [locale.language, used]]) };
}

type Counts = { readonly right: number; readonly said: number; readonly there: number };

function countsOf(
  examination: Examination,
  gold: readonly (readonly GoldSpan[])[],
  weights: Weights,
): Counts {
  let [right, said, there] = [0, 0, 0];
  examination.project(weights).forEach((answer, at) => {
    const expected = new Set((gold[at] ?? []).map(keyOf));
    const found = new Set(spansOf(answer).map(keyOf));
    said += found.size;
    there += expected.size;
    for (const key of found) if (expected.has(key)) right++;
  });
  return { right, said, there };
}

const spansOf = ({ entities, unprompted }: ProjectedSegment): readonly GoldSpan[] => [
  ...entities.flatMap(({ place, further }) => (place ? [place, ...further] : [...further])),
  ...unprompted,
];
const keyOf = ({ start, end, label }: GoldSpan): string => `${start} ${end} ${label}`;

function f1(counts: readonly Counts[]): number {
  const sum = (of: keyof Counts): number => counts.reduce((total, one) => total + one[of], 0);
  const all = sum("said") + sum("there");
  return all === 0 ? 0 : (2 * sum("right")) / all;
}
