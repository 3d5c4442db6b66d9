import { createHash } from "node:crypto";
import { scoreSpans } from "@spanbridge/metrics";
import {
  examineCorpus,
  learn,
  learnMentions,
  type NamePair,
  offlineDefaults,
  type ProjectedSegment,
  type Weights,
} from "@spanbridge/projection";
import { sameRange } from "@spanbridge/shared";
import { readLexicon } from "./corpus.ts";
import { type Corpus, examplesOf, foldOf, LEARNING, pairsOf, shippedTables } from "./crossfit.ts";
import { table } from "./tables.ts";

const CORRECTED = [0, 5, 10, 20, 40];
const FOLDS = 5;

/**
 * F1 on documents that were not seen, for a language that was not learnt from: weights come from the other two languages, and
 * from so many corrected documents of its own, whose names also go to memory.
 */
export function learningCurve(corpora: readonly Corpus[]): string {
  const examples = examplesOf(corpora);
  const rows = corpora.map((corpus, own) => {
    const cells = CORRECTED.map((count) => {
      const answers: ProjectedSegment[] = corpus.cases.map(({ segment }) => ({
        id: segment.id,
        entities: [],
        unprompted: [],
      }));
      for (let fold = 0; fold < FOLDS; fold++) {
        const corrected = correctedDocuments(corpus, fold, count);
        const isSeen = (document: string): boolean => foldOf(document, FOLDS) !== fold;
        const taken = corpora.flatMap(({ cases }, index) =>
          cases.flatMap(({ document }, at) =>
            (index === own ? corrected.has(document) : isSeen(document)) ? (examples[index]?.[at] ?? []) : [],
          ),
        );
        const bare = learn(taken, LEARNING);
        const mentions = corpora.flatMap(({ cases, examination }, index) => {
          const which = new Set(
            cases.flatMap(({ document }, at) =>
              (index === own ? corrected.has(document) : isSeen(document)) ? [at] : [],
            ),
          );
          return examination.mentions(
            cases.map(({ gold }) => gold),
            bare,
            which,
          );
        });
        const weights: Weights = { ...bare, mentions: learnMentions(mentions, offlineDefaults.placeLabel) };
        project(corpus, weights, namesOf(corpus, weights, corrected), fold, answers);
      }
      return scoreSpans(pairsOf(corpus, answers)).micro.f1.toFixed(3);
    });
    return [corpus.language, ...cells];
  });
  return `## Learning curve\n\nF1 on documents not seen yet, after so many documents (of one to five sentences) of a language were corrected that nothing\nhad been learnt from: the weights come from the other two languages and from the corrected documents, their names go to memory.\n\n${table(["", ...CORRECTED.map(String)], rows)}`;
}

/** The first documents outside a fold, in an order that has nothing to do with their text. */
function correctedDocuments({ cases }: Corpus, fold: number, count: number): ReadonlySet<string> {
  const order = (document: string): string => createHash("sha256").update(`curve:${document}`).digest("hex");
  const documents = [...new Set(cases.map(({ document }) => document))]
    .filter((document) => foldOf(document, FOLDS) !== fold)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return new Set(documents.slice(0, count));
}

/** What a reviewer of these documents accepts, or picks among the alternatives. */
function namesOf(
  { cases, examination }: Corpus,
  weights: Weights,
  documents: ReadonlySet<string>,
): NamePair[] {
  const which = cases.flatMap(({ document }, at) => (documents.has(document) ? [at] : []));
  return examination.project(weights, which).flatMap(({ entities }, position) => {
    const one = cases[which[position] ?? -1];
    return entities.flatMap(({ entity, place, alternatives }) => {
      const right = [...(place ? [place] : []), ...alternatives].find((option) =>
        one?.gold.some((span) => sameRange(span, option)),
      );
      if (!one || !right) return [];
      const pivot = [...one.segment.pivotText].slice(entity.start, entity.end).join("");
      return [{ pivot, source: right.surface, label: entity.label }];
    });
  });
}

function project(
  { cases, language }: Corpus,
  weights: Weights,
  memory: readonly NamePair[],
  fold: number,
  answers: ProjectedSegment[],
): void {
  const examination = examineCorpus(
    cases.map(({ segment }) => segment),
    language,
    { lexicon: readLexicon(language), memory, words: shippedTables },
    offlineDefaults,
  );
  const which = cases.flatMap(({ document }, at) => (foldOf(document, FOLDS) === fold ? [at] : []));
  examination.project(weights, which).forEach((answer, position) => {
    const at = which[position];
    if (at !== undefined) answers[at] = answer;
  });
}
