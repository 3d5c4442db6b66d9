import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySegments, arbitrarySpans, mirrored, span } from "../../test/arbitraries.ts";
import { countsByDocument, scoreSpans } from "./score.ts";

describe("scoreSpans, worked by hand", () => {
  const gold = [span(0, 2, "PER"), span(5, 9, "LOC"), span(12, 15, "ORG")];
  const predicted = [span(0, 2, "PER"), span(5, 8, "LOC"), span(12, 15, "LOC"), span(20, 22, "PER")];

  it("needs start, end and label in strict mode", () => {
    const { micro } = scoreSpans([{ gold, predicted }]);
    expect(micro).toEqual({ correct: 1, predicted: 4, gold: 3, precision: 1 / 4, recall: 1 / 3, f1: 2 / 7 });
  });

  it("forgives the label in exact mode", () => {
    expect(scoreSpans([{ gold, predicted }], "exact").micro.correct).toBe(2);
  });

  it("scores each label by itself and averages them in macro", () => {
    const { perLabel, macro } = scoreSpans([{ gold, predicted }]);
    expect(perLabel.PER).toMatchObject({ correct: 1, predicted: 2, gold: 1 });
    expect(perLabel.LOC).toMatchObject({ correct: 0, predicted: 2, gold: 1 });
    expect(perLabel.ORG).toMatchObject({ correct: 0, predicted: 0, gold: 1 });
    expect(macro.f1).toBeCloseTo((2 / 3 + 0 + 0) / 3);
  });

  it("counts false positives of segments without gold, and a duplicate once", () => {
    const { micro } = scoreSpans([
      { gold: [], predicted: [span(0, 1, "PER"), span(0, 1, "PER")] },
      { gold: [span(0, 4, "PER"), span(0, 2, "PER")], predicted: [span(0, 4, "PER")] },
    ]);
    expect(micro).toMatchObject({ correct: 1, predicted: 2, gold: 2 });
  });

  it("weights each label by how often gold has it", () => {
    const { weighted, macro } = scoreSpans([
      { gold: [...gold, span(30, 31, "PER")], predicted: [...predicted, span(40, 41, "MISC")] },
    ]);
    // PER: 1 of 2 predicted, 1 of 2 gold; LOC and ORG: nothing right; MISC: not in gold.
    expect(weighted.f1).toBeCloseTo((2 * (1 / 2)) / 4);
    expect(macro.f1).toBeCloseTo(1 / 2 / 4);
  });

  it("adds up by document, in the order of names", () => {
    const byDocument = countsByDocument([
      { document: "b", gold, predicted },
      { document: "a", gold, predicted: [] },
      { document: "b", gold: [], predicted },
    ]);
    expect([...byDocument]).toEqual([
      ["a", { correct: 0, predicted: 0, gold: 3 }],
      ["b", { correct: 1, predicted: 8, gold: 3 }],
    ]);
  });

  it("gives zeros, not NaN, when there is nothing", () => {
    expect(scoreSpans([]).micro).toEqual({
      correct: 0,
      predicted: 0,
      gold: 0,
      precision: 0,
      recall: 0,
      f1: 0,
    });
  });
});

describe("scoreSpans, laws", () => {
  it("is perfect against itself", () => {
    fc.assert(
      fc.property(arbitrarySpans, (gold) => {
        const { micro } = scoreSpans([{ gold, predicted: gold }]);
        expect(micro.f1).toBe(gold.length === 0 ? 0 : 1);
      }),
    );
  });

  it("swaps precision and recall when gold and prediction swap", () => {
    fc.assert(
      fc.property(arbitrarySegments, (list) => {
        const there = scoreSpans(list).micro;
        const back = scoreSpans(mirrored(list)).micro;
        expect([back.precision, back.recall, back.f1]).toEqual([there.recall, there.precision, there.f1]);
      }),
    );
  });

  it("stays between 0 and 1, with labels adding up to micro", () => {
    fc.assert(
      fc.property(arbitrarySegments, (list) => {
        const strict = scoreSpans(list);
        expect(strict.micro.f1).toBeLessThanOrEqual(1);
        const sum = (field: "correct" | "gold" | "predicted") =>
          Object.values(strict.perLabel).reduce((total, counts) => total + counts[field], 0);
        expect([sum("correct"), sum("gold"), sum("predicted")]).toEqual([
          strict.micro.correct,
          strict.micro.gold,
          strict.micro.predicted,
        ]);
      }),
    );
  });
});
