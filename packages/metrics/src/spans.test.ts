import { range } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelledRange, scoreSpans } from "./spans.ts";

const span = (start: number, end: number, label: string): LabelledRange => ({ ...range(start, end), label });

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

const spans = fc
  .array(
    fc.record({
      start: fc.nat(8),
      length: fc.integer({ min: 1, max: 4 }),
      label: fc.constantFrom("PER", "LOC", "ORG"),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map(({ start, length, label }) => span(start, start + length, label)));
const pairs = fc.array(fc.record({ gold: spans, predicted: spans }), { maxLength: 6 });

describe("scoreSpans, laws", () => {
  it("is perfect against itself", () => {
    fc.assert(
      fc.property(spans, (gold) => {
        const { micro } = scoreSpans([{ gold, predicted: gold }]);
        expect(micro.f1).toBe(gold.length === 0 ? 0 : 1);
      }),
    );
  });

  it("swaps precision and recall when gold and prediction swap", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const there = scoreSpans(list).micro;
        const back = scoreSpans(
          list.map(({ gold, predicted }) => ({ gold: predicted, predicted: gold })),
        ).micro;
        expect([back.precision, back.recall, back.f1]).toEqual([there.recall, there.precision, there.f1]);
      }),
    );
  });

  it("stays between 0 and 1, with labels adding up to micro", () => {
    fc.assert(
      fc.property(pairs, (list) => {
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
