import { createHash } from "node:crypto";
import type { LabelledRange, SpanPair } from "@spanbridge/metrics";
import {
  type ConfidenceExample,
  type Examination,
  type Example,
  examineCorpus,
  fitConfidence,
  type LearnSettings,
  languagesWithWords,
  learn,
  learnMentions,
  type MentionExample,
  type OfflineSettings,
  offlineDefaults,
  type ProjectedSegment,
  shippedWords,
  type TextPair,
  type Weights,
} from "@spanbridge/projection";
import { type Case, readCases, readLexicon } from "./corpus.ts";

export const FOLDS = 10;
export const LEARNING: LearnSettings = { steps: 150, rate: 0.08, shrink: 0.5, shrinkOwn: 1 };

/** Learnt from news of another source, none of whose sentences are in the corpora. */
export const shippedTables = await shippedWords(languagesWithWords);

export type Corpus = {
  readonly language: string;
  readonly cases: readonly Case[];
  readonly examination: Examination;
};

export function examineAll(
  languages: readonly string[],
  settings: OfflineSettings = offlineDefaults,
  background: (language: string) => readonly TextPair[] = () => [],
  lexicon: (language: string) => ReturnType<typeof readLexicon> = readLexicon,
): Corpus[] {
  return languages.map((language) => {
    const cases = readCases(`pud_${language}-en.jsonl`);
    const resources = { lexicon: lexicon(language), background: background(language), words: shippedTables };
    const examination = examineCorpus(
      cases.map(({ segment }) => segment),
      language,
      resources,
      settings,
    );
    return { language, cases, examination };
  });
}

/** The fold of a document: the same in all languages, because they are the same documents. */
export const foldOf = (document: string, folds = FOLDS): number =>
  createHash("sha256").update(`fold:${document}`).digest().readUInt32BE(0) % folds;

/** Examples by corpus and segment, the ambiguous gold spans matched by a first round of weights. */
export function examplesOf(corpora: readonly Corpus[]): Example[][][] {
  const gold = corpora.map(({ cases }) => cases.map((one) => one.gold));
  const first = corpora.map(({ examination }, index) => examination.examples(gold[index] ?? []));
  const weights = learn(first.flat(2), LEARNING);
  return corpora.map(({ examination }, index) => examination.examples(gold[index] ?? [], weights));
}

export function learnFrom(
  corpora: readonly Corpus[],
  examples: readonly Example[][][],
  take: (document: string) => boolean,
): Weights {
  const chosen = corpora.flatMap(({ cases }, index) =>
    cases.flatMap(({ document }, at) => (take(document) ? (examples[index]?.[at] ?? []) : [])),
  );
  return learn(chosen, LEARNING);
}

/** Calibration and habits for weights: fitted on decisions that other weights made on documents they had not seen. */
export function withConfidence(
  weights: Weights,
  corpora: readonly Corpus[],
  folds: readonly Weights[],
  take: (document: string) => boolean,
): Weights {
  const examples: ConfidenceExample[] = [];
  const mentions: MentionExample[] = [];
  for (const { cases, examination } of corpora) {
    const gold = cases.map((one) => one.gold);
    folds.forEach((fold, number) => {
      const which = new Set(
        cases.flatMap(({ document }, at) => (foldOf(document) === number && take(document) ? [at] : [])),
      );
      examples.push(...examination.confidences(gold, fold, which));
      mentions.push(...examination.mentions(gold, fold, which));
    });
  }
  return {
    ...weights,
    confidence: fitConfidence(examples),
    mentions: learnMentions(mentions, offlineDefaults.placeLabel),
  };
}

export type CrossFitted = {
  readonly corpora: readonly Corpus[];
  readonly answers: readonly ProjectedSegment[][];
  /** By fold: the weights its documents were projected with. */
  readonly folds: readonly Weights[];
};

/** Each document is projected with weights and a calibration that were learnt from all others. */
export function crossFit(corpora: readonly Corpus[]): CrossFitted {
  const examples = examplesOf(corpora);
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    learnFrom(corpora, examples, (document) => foldOf(document) !== fold),
  );
  const answers = corpora.map(({ cases }) =>
    cases.map(({ segment }): ProjectedSegment => ({ id: segment.id, entities: [], unprompted: [] })),
  );
  const used = folds.map((weights, fold) => {
    const calibrated = withConfidence(weights, corpora, folds, (document) => foldOf(document) !== fold);
    corpora.forEach(({ cases, examination }, index) => {
      const which = cases.flatMap(({ document }, at) => (foldOf(document) === fold ? [at] : []));
      examination.project(calibrated, which).forEach((answer, position) => {
        const [own, at] = [answers[index], which[position]];
        if (own && at !== undefined) own[at] = answer;
      });
    });
    return calibrated;
  });
  return { corpora, answers, folds: used };
}

export function spansOf({ entities, unprompted }: ProjectedSegment): LabelledRange[] {
  const placed = entities.flatMap(({ place, further }) => (place ? [place, ...further] : [...further]));
  return [...placed, ...unprompted];
}

export const pairsOf = ({ cases }: Corpus, answers: readonly ProjectedSegment[]): SpanPair[] =>
  cases.map(({ gold }, at) => ({
    gold,
    predicted: spansOf(answers[at] ?? { id: "", entities: [], unprompted: [] }),
  }));
