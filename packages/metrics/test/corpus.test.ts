import { describe, expect, it } from "vitest";
import {
  errorReport,
  exactProjection,
  mucReport,
  pairSide,
  projectionBound,
  projectionRate,
  projectionSegment,
  scoreSpans,
  spanErrors,
  spanOutcomes,
} from "../src/index.ts";
import { corpus, type Sentence } from "./corpus.ts";

/** Source spans of projections through eflomal's word alignments against the gold of people. */
const pairs = (sentences: readonly Sentence[]) =>
  sentences.map(({ id, gold, predicted }) => {
    const pair = pairSide(id, gold, predicted, "source");
    if (!pair.ok) throw new Error(pair.error.message);
    return pair.value;
  });

describe("real projections against real gold", () => {
  // Counts and scores were computed apart by a script of a few lines over sets.
  it.each([
    ["zh", 490, 540, 0.4466, 0.468],
    ["ru", 501, 489, 0.5192, 0.5899],
    ["de", 505, 499, 0.5876, 0.6201],
  ] as const)(
    "%s has the published strict F1, and the exact one",
    (language, predicted, gold, strict, exact) => {
      const spans = pairs(corpus(language));
      const report = scoreSpans(spans);
      expect(report).toMatchObject({ segments: 499, micro: { predicted, gold } });
      expect(report.micro.f1).toBeCloseTo(strict, 4);
      expect(scoreSpans(spans, "exact").micro.f1).toBeCloseTo(exact, 4);
      expect(mucReport(spanOutcomes(spans)).strict.all.f1).toBeCloseTo(strict, 4);
      const { correct, errors } = errorReport(spanOutcomes(spans));
      expect(correct).toBe(report.micro.correct);
      for (const kind of spanErrors) expect(errors[kind].length).toBeGreaterThan(0);
    },
  );

  it.each([
    ["zh", 429, 451, 490],
    ["ru", 393, 441, 501],
    ["de", 431, 458, 505],
  ] as const)(
    "%s has the bound that the two annotations set, and its projection rate",
    (language, typed, untyped, projected) => {
      const sentences = corpus(language);
      const bound = projectionBound(
        sentences.map(({ gold }) => ({
          pivot: gold.spans.filter(({ side }) => side === "pivot"),
          source: gold.spans.filter(({ side }) => side === "source"),
        })),
      );
      expect(bound.typed.micro).toMatchObject({ correct: typed, predicted: 516 });
      expect(bound.untyped.correct).toBe(untyped);
      expect(scoreSpans(pairs(sentences)).micro.f1).toBeLessThan(bound.typed.micro.f1);
      const segments = sentences.map(({ id, gold, predicted }) => projectionSegment(id, gold, predicted));
      expect(projectionRate(segments)).toMatchObject({ projected, entities: 516 });
      const { exact, alignable, withGoldLinks } = exactProjection(segments);
      expect([alignable, withGoldLinks]).toEqual([516, 0]);
      expect(exact).toBe(scoreSpans(pairs(sentences), "exact").micro.correct);
    },
  );
});
