import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySpans, span } from "../../test/arbitraries.ts";
import { matchSpans } from "./match.ts";
import { compareRanges, distinctSpans } from "./span.ts";

describe("matchSpans, worked by hand", () => {
  it("gives the exact span its partner even when a worse one is listed first (nervaluate does not)", () => {
    const gold = [span(0, 5, "PER")];
    const predicted = [span(0, 2, "PER"), span(0, 5, "PER")];
    expect(matchSpans({ gold, predicted })).toEqual({
      pairs: [{ gold: span(0, 5, "PER"), predicted: span(0, 5, "PER") }],
      missed: [],
      spurious: [span(0, 2, "PER")],
    });
  });

  it("prefers the same range with another label to an overlap with the same label", () => {
    const { pairs, spurious } = matchSpans({
      gold: [span(2, 5, "LOC")],
      predicted: [span(1, 5, "LOC"), span(2, 5, "ORG")],
    });
    expect(pairs).toEqual([{ gold: span(2, 5, "LOC"), predicted: span(2, 5, "ORG") }]);
    expect(spurious).toEqual([span(1, 5, "LOC")]);
  });

  it("prefers the same label to more shared text, and more shared text to nearer edges", () => {
    const byLabel = matchSpans({
      gold: [span(0, 4, "PER")],
      predicted: [span(0, 3, "LOC"), span(2, 6, "PER")],
    });
    expect(byLabel.pairs).toEqual([{ gold: span(0, 4, "PER"), predicted: span(2, 6, "PER") }]);
    const byShare = matchSpans({
      gold: [span(0, 10, "PER")],
      predicted: [span(0, 6, "PER"), span(0, 20, "PER")],
    });
    expect(byShare.pairs).toEqual([{ gold: span(0, 10, "PER"), predicted: span(0, 20, "PER") }]);
    const byEdges = matchSpans({
      gold: [span(2, 4, "PER")],
      predicted: [span(0, 6, "PER"), span(2, 5, "PER")],
    });
    expect(byEdges.pairs).toEqual([{ gold: span(2, 4, "PER"), predicted: span(2, 5, "PER") }]);
  });

  it("lets one prediction over two gold spans stand for the one it shares more with", () => {
    const { pairs, missed } = matchSpans({
      gold: [span(0, 2, "PER"), span(3, 8, "PER")],
      predicted: [span(0, 8, "PER")],
    });
    expect(pairs).toEqual([{ gold: span(3, 8, "PER"), predicted: span(0, 8, "PER") }]);
    expect(missed).toEqual([span(0, 2, "PER")]);
  });

  it("does not pair spans that only touch", () => {
    expect(matchSpans({ gold: [span(0, 2, "PER")], predicted: [span(2, 4, "PER")] }).pairs).toEqual([]);
  });
});

const pair = fc.record({ gold: arbitrarySpans, predicted: arbitrarySpans });
const sorted = <T extends { gold: ReturnType<typeof span> }>(pairs: readonly T[]): T[] =>
  [...pairs].sort((a, b) => compareRanges(a.gold, b.gold));

describe("matchSpans, laws", () => {
  it("puts every distinct span into exactly one list", () => {
    fc.assert(
      fc.property(pair, ({ gold, predicted }) => {
        const { pairs, missed, spurious } = matchSpans({ gold, predicted });
        const back = (spans: ReturnType<typeof span>[]) => [...spans].sort(compareRanges);
        expect(back([...pairs.map((match) => match.gold), ...missed])).toEqual(distinctSpans(gold));
        expect(back([...pairs.map((match) => match.predicted), ...spurious])).toEqual(
          distinctSpans(predicted),
        );
      }),
    );
  });

  it("leaves no missed span beside a spurious one that it overlaps", () => {
    fc.assert(
      fc.property(pair, (given) => {
        const { missed, spurious } = matchSpans(given);
        for (const a of missed) {
          for (const b of spurious) expect(a.end <= b.start || b.end <= a.start).toBe(true);
        }
      }),
    );
  });

  it("does not depend on the order of the lists, and turns round with its arguments", () => {
    fc.assert(
      fc.property(pair, ({ gold, predicted }) => {
        const there = matchSpans({ gold, predicted });
        expect(matchSpans({ gold: gold.toReversed(), predicted: predicted.toReversed() })).toEqual(there);
        const back = matchSpans({ gold: predicted, predicted: gold });
        const turned = back.pairs.map((match) => ({ gold: match.predicted, predicted: match.gold }));
        expect(sorted(turned)).toEqual(sorted(there.pairs));
        expect([back.missed, back.spurious]).toEqual([there.spurious, there.missed]);
      }),
      { numRuns: 1000 },
    );
  });
});
