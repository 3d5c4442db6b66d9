import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySegments, mirrored, span } from "../../test/arbitraries.ts";
import { mucReport, mucSchemas } from "./muc.ts";
import { spanOutcomes } from "./outcomes.ts";
import { scoreSpans } from "./score.ts";
import { distinctSpans, type SegmentSpans } from "./span.ts";

const of = (segments: Iterable<SegmentSpans>) => mucReport(spanOutcomes(segments));

describe("mucReport, worked by hand", () => {
  // The cases of the SemEval-2013 scenarios: right, spurious, missed, wrong label, wrong edge, wrong edge and label.
  const segments: SegmentSpans[] = [
    { segment: "right", gold: [span(0, 3, "PER")], predicted: [span(0, 3, "PER")] },
    { segment: "spurious", gold: [], predicted: [span(0, 3, "PER")] },
    { segment: "missed", gold: [span(0, 3, "LOC")], predicted: [] },
    { segment: "label", gold: [span(0, 3, "LOC")], predicted: [span(0, 3, "ORG")] },
    { segment: "boundary", gold: [span(0, 3, "PER")], predicted: [span(1, 3, "PER")] },
    { segment: "both", gold: [span(0, 3, "ORG")], predicted: [span(0, 4, "LOC")] },
  ];

  it("counts COR, INC, PAR, MIS and SPU in each schema", () => {
    const { strict, exact, partial, type } = of(segments);
    expect(strict.all).toMatchObject({ cor: 1, inc: 3, par: 0, mis: 1, spu: 1, possible: 5, actual: 5 });
    expect(exact.all).toMatchObject({ cor: 2, inc: 2, par: 0, mis: 1, spu: 1 });
    expect(partial.all).toMatchObject({ cor: 2, inc: 0, par: 2, mis: 1, spu: 1 });
    expect(type.all).toMatchObject({ cor: 2, inc: 2, par: 0, mis: 1, spu: 1 });
    expect(strict.all.f1).toBeCloseTo(1 / 5);
    expect(exact.all.f1).toBeCloseTo(2 / 5);
    expect(partial.all.precision).toBeCloseTo((2 + 0.5 * 2) / 5);
    expect(type.all.recall).toBeCloseTo(2 / 5);
  });

  it("judges a label's gold and predicted spans apart", () => {
    const { exact } = of(segments);
    // LOC: gold was missed and relabelled (range right), predicted once, over the wrong range.
    expect(exact.perLabel.LOC).toEqual({
      gold: { cor: 1, inc: 0, par: 0, mis: 1, spu: 0 },
      predicted: { cor: 0, inc: 1, par: 0, mis: 0, spu: 0 },
      precision: 0,
      recall: 1 / 2,
      f1: 0,
    });
  });

  it("counts one prediction over two gold spans as one PAR and one MIS", () => {
    const { partial } = of([
      { segment: "s", gold: [span(0, 2, "PER"), span(3, 8, "PER")], predicted: [span(0, 8, "PER")] },
    ]);
    expect(partial.all).toMatchObject({ cor: 0, par: 1, mis: 1, spu: 0 });
  });

  it("is all zeros without spans", () => {
    expect(of([]).partial.all).toMatchObject({ possible: 0, actual: 0, precision: 0, recall: 0, f1: 0 });
  });
});

describe("mucReport, laws", () => {
  it("accounts for every distinct span in every schema, and strict is the set score", () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const report = of(segments);
        const gold = segments.reduce((sum, segment) => sum + distinctSpans(segment.gold).length, 0);
        const predicted = segments.reduce((sum, segment) => sum + distinctSpans(segment.predicted).length, 0);
        for (const schema of mucSchemas) {
          expect([report[schema].all.possible, report[schema].all.actual]).toEqual([gold, predicted]);
        }
        const { micro } = scoreSpans(segments);
        expect(report.strict.all.cor).toBe(micro.correct);
        expect(report.strict.all.f1).toBeCloseTo(micro.f1);
      }),
    );
  });

  it("grows as schemas forgive more", () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const { strict, exact, partial, type } = of(segments);
        expect(exact.all.f1).toBeGreaterThanOrEqual(strict.all.f1);
        expect(partial.all.f1).toBeGreaterThanOrEqual(exact.all.f1);
        expect(type.all.f1).toBeGreaterThanOrEqual(strict.all.f1);
      }),
    );
  });

  it("swaps missed and spurious with gold and prediction, and labels add up", () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const there = of(segments);
        const back = of(mirrored(segments));
        for (const schema of mucSchemas) {
          const { cor, inc, par, mis, spu } = there[schema].all;
          expect(back[schema].all).toMatchObject({ cor, inc, par, mis: spu, spu: mis });
          const labels = Object.values(there[schema].perLabel);
          expect(labels.reduce((sum, { gold }) => sum + gold.cor + gold.mis, 0)).toBe(cor + mis);
          expect(labels.reduce((sum, { predicted }) => sum + predicted.cor + predicted.spu, 0)).toBe(
            cor + spu,
          );
        }
      }),
    );
  });
});
