import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CalibrationScorer,
  calibration,
  exactProjection,
  MucScorer,
  mucReport,
  occurrenceAccuracy,
  ProjectionScorer,
  projectionBound,
  projectionRate,
  projectionSegment,
  scoreSpans,
  spanOutcomes,
} from "../src/index.ts";
import { arbitrarySegments } from "./arbitraries.ts";
import { corpus } from "./corpus.ts";

describe("scorers that are fed segment by segment", () => {
  it("say of projection what is said of all segments at once", () => {
    const sentences = corpus("zh");
    const sides = sentences.map(({ gold }) => ({
      pivot: gold.spans.filter(({ side }) => side === "pivot"),
      source: gold.spans.filter(({ side }) => side === "source"),
    }));
    // The corpus comes without its texts; in this one everything occurs many times.
    const sourceText = "ab".repeat(200);
    const segments = sentences.map(({ id, gold, predicted }) =>
      projectionSegment(id, { ...gold, sourceText }, predicted),
    );
    const scorer = new ProjectionScorer();
    for (const [index, segment] of segments.entries()) {
      scorer.add(segment, sides[index] ?? { pivot: [], source: [] });
    }
    const { rate, exact, occurrence, bound } = scorer.report();
    expect(rate).toEqual(projectionRate(segments));
    const { outcomes, ...counts } = exactProjection(segments);
    expect(exact).toMatchObject(counts);
    for (const kind of ["exact", "wrong", "unprojected", "unaligned"] as const) {
      expect(exact.outcomes[kind]).toBe(outcomes.filter((outcome) => outcome.kind === kind).length);
    }
    const { outcomes: _, ...ambiguous } = occurrenceAccuracy(segments);
    expect(occurrence).toEqual(ambiguous);
    expect(occurrence.ambiguous).toBeGreaterThan(100);
    expect(bound).toEqual(projectionBound(sides));
  });

  it("keep the labels apart: those of a restricted report are those of the whole one", () => {
    fc.assert(
      fc.property(arbitrarySegments, fc.constantFrom("PER", "LOC", "ORG"), (segments, label) => {
        const scorer = new MucScorer();
        for (const outcome of spanOutcomes(segments)) scorer.add(outcome);
        expect(scorer.report()).toEqual(mucReport(spanOutcomes(segments)));
        const only = scorer.report(new Set([label])).strict;
        const scored = scoreSpans(segments).perLabel[label];
        expect([only.all.cor, only.all.possible, only.all.actual]).toEqual([
          scored?.correct ?? 0,
          scored?.gold ?? 0,
          scored?.predicted ?? 0,
        ]);
      }),
    );
  });

  it("average over labels as the strict score does", () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const { macro, weighted } = mucReport(spanOutcomes(segments)).strict;
        const strict = scoreSpans(segments);
        expect(macro.f1).toBeCloseTo(strict.macro.f1);
        expect(weighted.f1).toBeCloseTo(strict.weighted.f1);
      }),
    );
  });

  it("calibrate without keeping the items", () => {
    const item = fc.record({
      confidence: fc.option(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { nil: undefined }),
      correct: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(item), fc.integer({ min: 1, max: 12 }), (items, bins) => {
        const scorer = new CalibrationScorer(bins);
        for (const one of items) scorer.add(one);
        const found = scorer.report();
        const whole = calibration(items, bins);
        expect(found.without).toBe(whole.without.length);
        expect(found.expectedCalibrationError).toBe(whole.expectedCalibrationError);
        for (const [index, bin] of found.bins.entries()) {
          const { items: held = [], ...figures } = whole.bins[index] ?? {};
          const { correct, ...rest } = bin;
          expect(rest).toEqual(figures);
          expect(correct).toBe(held.filter((one) => one.correct).length);
        }
      }),
    );
  });
});
