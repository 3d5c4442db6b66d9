import { scoreSpans } from "@spanbridge/metrics";
import { createOfflineEngine, type ProjectedSegment } from "@spanbridge/projection";
import { readLexicon } from "./corpus.ts";
import { type CrossFitted, FOLDS, foldOf, pairsOf, shippedTables } from "./crossfit.ts";
import { table } from "./tables.ts";

const SIZES = [1, 10, 100];

/** The same sentences in batches: the aligner then knows nothing but the batch. Weights stay those of the document's fold. */
export function smallBatches({ corpora, answers, folds }: CrossFitted): string {
  const rows = corpora.map((corpus, index) => {
    const lexicon = readLexicon(corpus.language);
    const engines = folds.map((weights) =>
      createOfflineEngine({ lexicon, words: shippedTables }, { weights }),
    );
    const cells = SIZES.map((size) => {
      const results: ProjectedSegment[] = corpus.cases.map(({ segment }) => ({
        id: segment.id,
        entities: [],
        unprompted: [],
      }));
      for (let fold = 0; fold < FOLDS; fold++) {
        const own = corpus.cases.flatMap(({ document }, at) => (foldOf(document) === fold ? [at] : []));
        for (let from = 0; from < own.length; from += size) {
          const part = own.slice(from, from + size);
          const segments = part.flatMap((at) => corpus.cases[at]?.segment ?? []);
          const projected = engines[fold]?.project(segments) ?? [];
          part.forEach((at, position) => {
            const answer = projected[position];
            if (answer) results[at] = answer;
          });
        }
      }
      return scoreSpans(pairsOf(corpus, results)).micro.f1.toFixed(3);
    });
    return [corpus.language, ...cells, scoreSpans(pairsOf(corpus, answers[index] ?? [])).micro.f1.toFixed(3)];
  });
  return `## Small batches\n\nF1 when the sentences come in batches of a size (a fold has about 50).\n\n${table(["", "1", "10", "whole fold", "all 499"], rows)}`;
}
