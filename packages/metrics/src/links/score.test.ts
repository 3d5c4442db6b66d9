import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotation } from "../../test/annotations.ts";
import { linkKeys, pharaohKey } from "./keys.ts";
import { linkOutcomes } from "./outcomes.ts";
import { scoreLinks } from "./score.ts";

describe("scoreLinks, worked by hand", () => {
  it("knows sure and possible links", () => {
    const score = scoreLinks([
      { sure: ["0-0", "1-1"], possible: ["2-1", "3-3"], predicted: ["0-0", "2-1", "4-4"] },
      { sure: ["0-1"], predicted: ["0-1"] },
    ]);
    // A = 4, S = 3, A∩S = 2, A∩P = 3.
    expect(score).toMatchObject({ predicted: 4, sure: 3, predictedSure: 2, predictedPossible: 3 });
    expect(score.precision).toBeCloseTo(3 / 4);
    expect(score.recall).toBeCloseTo(2 / 3);
    expect(score.f1).toBeCloseTo((2 * (3 / 4) * (2 / 3)) / (3 / 4 + 2 / 3));
    expect(score.aer).toBeCloseTo(1 - (2 + 3) / (4 + 3));
  });

  it("is no error to leave out a possible link, and none to say a sure one that stands in both lists", () => {
    expect(scoreLinks([{ sure: ["0-0"], possible: ["0-0", "1-1"], predicted: ["0-0"] }]).aer).toBe(0);
    expect(scoreLinks([]).aer).toBe(0);
    expect(scoreLinks([{ sure: ["0-0"], predicted: [] }]).aer).toBe(1);
  });
});

const links = fc.array(
  fc.tuple(fc.nat(3), fc.nat(3)).map(([a, b]) => pharaohKey(a, b)),
  { maxLength: 8 },
);

describe("scoreLinks, laws", () => {
  it("has AER = 1 − F1 where all links are sure, and never leaves 0 to 1", () => {
    fc.assert(
      fc.property(links, links, links, (sure, possible, predicted) => {
        const plain = scoreLinks([{ sure, predicted }]);
        if (sure.length + predicted.length > 0) expect(plain.aer).toBeCloseTo(1 - plain.f1);
        const { aer } = scoreLinks([{ sure, possible, predicted }]);
        expect(aer).toBeGreaterThanOrEqual(0);
        expect(aer).toBeLessThanOrEqual(plain.aer);
      }),
    );
  });
});

describe("links of annotations", () => {
  const gold = annotation({
    spans: {
      p1: ["pivot", 0, 4, "PER"],
      p2: ["pivot", 8, 12, "LOC"],
      s1: ["source", 0, 2, "PER"],
      s2: ["source", 5, 7, "LOC"],
    },
    links: [
      ["p1", "s1"],
      ["p2", "s2"],
    ],
  });
  const predicted = annotation({
    spans: {
      a: ["pivot", 0, 4, "PER"],
      b: ["pivot", 8, 12, "LOC"],
      c: ["source", 0, 3, "PER"],
      d: ["source", 5, 7, "LOC"],
    },
    links: [
      ["a", "c"],
      ["a", "d"],
    ],
  });

  it("are compared by place, not by id", () => {
    expect(scoreLinks([{ sure: linkKeys(gold), predicted: linkKeys(predicted) }]).predictedSure).toBe(0);
    expect(scoreLinks([{ sure: linkKeys(gold), predicted: linkKeys(gold) }]).f1).toBe(1);
  });

  it("tell a wrong edge from a missing and an extra link", () => {
    const outcomes = linkOutcomes("n01", gold, predicted);
    expect(outcomes.map(({ kind, gold: g, predicted: p }) => [kind, g?.source.id, p?.source.id])).toEqual([
      ["endpoint", "s1", "c"],
      ["missing", "s2", undefined],
      ["extra", undefined, "d"],
    ]);
    expect(linkOutcomes("n01", gold, gold).map(({ kind }) => kind)).toEqual(["correct", "correct"]);
  });
});
