import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotation } from "../../test/annotations.ts";
import { arbitrarySegments } from "../../test/arbitraries.ts";
import { scoreSpans } from "../spans/score.ts";
import { distinctSpans } from "../spans/span.ts";
import { projectionBound } from "./bound.ts";
import { exactProjection } from "./exact.ts";
import { occurrenceAccuracy } from "./occurrence.ts";
import { projectionRate } from "./rate.ts";
import { projectionSegment } from "./segment.ts";

const source = "東京の人は東京大学で大阪を見た";
const pivot = "Tokyo people saw Osaka at Tokyo University, Bob said";

/** Gold links Tokyo, Osaka and the university, and says that Bob has no counterpart. */
const gold = annotation({
  source,
  pivot,
  spans: {
    tokyo: ["pivot", 0, 5, "LOC"],
    osaka: ["pivot", 17, 22, "LOC"],
    university: ["pivot", 26, 42, "ORG"],
    bob: ["pivot", 44, 47, "PER"],
    s1: ["source", 0, 2, "LOC"],
    s2: ["source", 5, 9, "ORG"],
    s3: ["source", 10, 12, "LOC"],
  },
  links: [
    ["tokyo", "s1"],
    ["university", "s2"],
    ["osaka", "s3"],
  ],
  absent: ["bob"],
});

/** Tokyo lands on the wrong 東京, the university is right, Osaka is not projected, Bob is made up. */
const predicted = annotation({
  source,
  pivot,
  spans: {
    e1: ["pivot", 0, 5, "LOC"],
    e2: ["pivot", 17, 22, "LOC"],
    e3: ["pivot", 26, 42, "ORG"],
    e4: ["pivot", 44, 47, "PER"],
    x1: ["source", 5, 7, "LOC"],
    x2: ["source", 5, 9, "ORG"],
    x3: ["source", 3, 4, "PER"],
  },
  links: [
    ["e1", "x1"],
    ["e3", "x2"],
    ["e4", "x3"],
  ],
});

/** The same gold without links and absences, as corpora come that were annotated side by side. */
const unlinked = { ...gold, links: [], absences: [] };

describe("projectionRate", () => {
  it("is the share of English entities with a source span, by label too", () => {
    expect(projectionRate([projectionSegment("n1", gold, predicted)])).toEqual({
      projected: 3,
      entities: 4,
      rate: 3 / 4,
      perLabel: {
        LOC: { projected: 1, entities: 2, rate: 1 / 2 },
        ORG: { projected: 1, entities: 1, rate: 1 },
        PER: { projected: 1, entities: 1, rate: 1 },
      },
      spansPerEntity: 3 / 4,
    });
  });

  it("counts an entity once that was projected to two spans", () => {
    const split = annotation({
      spans: { e: ["pivot", 0, 1, "LOC"], a: ["source", 0, 1, "LOC"], b: ["source", 2, 3, "LOC"] },
      links: [
        ["e", "a"],
        ["e", "b"],
      ],
    });
    expect(projectionRate([projectionSegment("n1", split, split)])).toMatchObject({
      rate: 1,
      spansPerEntity: 2,
    });
  });
});

describe("exactProjection", () => {
  it("leaves out what gold calls not expressed, and opens down to the entity", () => {
    const report = exactProjection([projectionSegment("n1", gold, predicted)]);
    expect(report).toMatchObject({ accuracy: 1 / 3, exact: 1, alignable: 3, withGoldLinks: 3 });
    expect(report.outcomes.map(({ kind, entity, segment }) => [segment, entity.id, kind])).toEqual([
      ["n1", "e1", "wrong"],
      ["n1", "e2", "unprojected"],
      ["n1", "e3", "exact"],
      ["n1", "e4", "unaligned"],
    ]);
  });

  it("takes any gold span, once, where gold has no links", () => {
    const report = exactProjection([projectionSegment("n1", unlinked, predicted)]);
    expect(report).toMatchObject({ exact: 1, alignable: 4, withGoldLinks: 0 });
    const twice = annotation({
      source,
      pivot,
      spans: { e1: ["pivot", 0, 5, "LOC"], e2: ["pivot", 17, 22, "LOC"], x: ["source", 0, 2, "LOC"] },
      links: [
        ["e1", "x"],
        ["e2", "x"],
      ],
    });
    expect(exactProjection([projectionSegment("n1", unlinked, twice)]).exact).toBe(1);
  });

  it("does not take half of two linked spans for exact", () => {
    const two = annotation({
      source,
      pivot,
      spans: { e: ["pivot", 0, 5, "LOC"], a: ["source", 0, 2, "LOC"], b: ["source", 5, 7, "LOC"] },
      links: [
        ["e", "a"],
        ["e", "b"],
      ],
    });
    const one = { ...two, links: two.links.slice(0, 1) };
    expect(exactProjection([projectionSegment("n1", two, one)]).exact).toBe(0);
    expect(exactProjection([projectionSegment("n1", two, two)]).exact).toBe(1);
  });
});

describe("occurrenceAccuracy", () => {
  it("asks only about right words that stand in the source several times", () => {
    const report = occurrenceAccuracy([projectionSegment("n1", gold, predicted)]);
    expect(report).toMatchObject({ accuracy: 0, right: 0, ambiguous: 1 });
    expect(report.outcomes[0]).toMatchObject({
      segment: "n1",
      right: false,
      occurrences: 2,
      span: { id: "x1" },
    });
    expect(occurrenceAccuracy([projectionSegment("n1", gold, gold)])).toMatchObject({
      accuracy: 1,
      ambiguous: 1,
    });
    expect(occurrenceAccuracy([projectionSegment("n1", unlinked, predicted)])).toMatchObject({
      ambiguous: 1,
    });
  });
});

describe("projectionBound", () => {
  it("is min(#pivot, #source) per segment and label", () => {
    const label = (name: string) => ({ label: name });
    const { typed, untyped } = projectionBound([
      {
        pivot: [label("LOC"), label("LOC"), label("ORG")],
        source: [label("LOC"), label("LOC"), label("LOC")],
      },
      { pivot: [], source: [label("PER")] },
    ]);
    expect(typed.micro).toMatchObject({ correct: 2, predicted: 3, gold: 4, f1: 4 / 7 });
    expect(typed.perLabel.ORG).toMatchObject({ correct: 0, predicted: 1, gold: 0 });
    expect(untyped).toMatchObject({ correct: 3, f1: 6 / 7 });
  });

  it("is never exceeded by a projection with as many spans of each label as there are pivot entities", () => {
    fc.assert(
      fc.property(arbitrarySegments, (segments) => {
        const bound = projectionBound(
          segments.map(({ gold, predicted }) => ({
            pivot: distinctSpans(predicted),
            source: distinctSpans(gold),
          })),
        );
        const { micro } = scoreSpans(segments);
        expect(bound.typed.micro).toMatchObject({ predicted: micro.predicted, gold: micro.gold });
        expect(bound.typed.micro.correct).toBeGreaterThanOrEqual(micro.correct);
        expect(bound.untyped.correct).toBeGreaterThanOrEqual(bound.typed.micro.correct);
      }),
    );
  });
});
