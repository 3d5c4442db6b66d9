import { byHuman, type Span, spanId, touchedBy } from "@spanbridge/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrarySegments, span } from "../../test/arbitraries.ts";
import { boundaryReport } from "./boundaries.ts";
import { judgedSpans } from "./confidence.ts";
import { confusionMatrix } from "./confusion.ts";
import { errorReport, spanErrors, spanOutcomes } from "./outcomes.ts";
import { distinctSpans, type LabelledRange, type SegmentSpans } from "./span.ts";

const segments: SegmentSpans[] = [
  {
    segment: "n01",
    gold: [span(0, 3, "PER"), span(5, 8, "LOC")],
    predicted: [span(0, 3, "PER"), span(5, 8, "ORG")],
  },
  { segment: "n02", gold: [span(2, 6, "LOC")], predicted: [span(2, 5, "LOC"), span(9, 10, "PER")] },
  { segment: "n03", gold: [span(4, 6, "ORG"), span(8, 9, "PER")], predicted: [span(3, 6, "LOC")] },
];

describe("errorReport", () => {
  it("names the segment and the spans of every error", () => {
    const { correct, errors } = errorReport(spanOutcomes(segments));
    expect(correct).toBe(1);
    expect(errors).toEqual({
      missed: [{ segment: "n03", kind: "missed", gold: span(8, 9, "PER") }],
      spurious: [{ segment: "n02", kind: "spurious", predicted: span(9, 10, "PER") }],
      label: [{ segment: "n01", kind: "label", gold: span(5, 8, "LOC"), predicted: span(5, 8, "ORG") }],
      boundary: [{ segment: "n02", kind: "boundary", gold: span(2, 6, "LOC"), predicted: span(2, 5, "LOC") }],
      both: [{ segment: "n03", kind: "both", gold: span(4, 6, "ORG"), predicted: span(3, 6, "LOC") }],
    });
  });

  it("carries the caller's own spans and segments through", () => {
    const segment = { id: 7 };
    const gold: LabelledRange & { id: string } = { ...span(0, 1, "PER"), id: "s1" };
    const [outcome] = spanOutcomes([{ segment, gold: [gold], predicted: [] }]);
    expect(outcome?.segment).toBe(segment);
    expect(outcome?.gold?.id).toBe("s1");
  });
});

describe("judgedSpans", () => {
  it("gives the machine's confidence, also of spans a person touched, and whether they are right", () => {
    const machine = { origin: "run", ref: "r1", confidence: 0.75 } as const;
    const of = (id: string, range: LabelledRange, provenance: Span["provenance"]): Span => ({
      ...range,
      id: spanId(id),
      side: "source",
      provenance,
    });
    const right = of("a", span(0, 2, "PER"), machine);
    const touched = of("b", span(4, 6, "LOC"), touchedBy("ann", { ...machine, confidence: 0.5 }));
    const made = of("c", span(8, 9, "LOC"), byHuman("ann"));
    const gold = [
      right,
      of("d", span(4, 6, "ORG"), byHuman("ann")),
      of("e", span(10, 12, "PER"), byHuman("ann")),
    ];
    const judged = [
      ...judgedSpans(spanOutcomes([{ segment: "n01", gold, predicted: [right, touched, made] }])),
    ];
    expect(
      judged.map(({ confidence, correct, outcome }) => [outcome.predicted?.id, confidence, correct]),
    ).toEqual([
      ["a", 0.75, true],
      ["b", 0.5, false],
      ["c", undefined, false],
    ]);
  });
});

describe("confusionMatrix", () => {
  it("has rows by gold, columns by prediction, and what is behind each cell", () => {
    const { labels, cells } = confusionMatrix(spanOutcomes(segments));
    expect(labels).toEqual(["LOC", "ORG", "PER"]);
    expect(cells.map(({ gold, predicted, outcomes }) => [gold, predicted, outcomes.length])).toEqual([
      ["LOC", "LOC", 1],
      ["LOC", "ORG", 1],
      ["ORG", "LOC", 1],
      ["PER", "PER", 1],
      ["PER", null, 1],
      [null, "PER", 1],
    ]);
    expect(cells[2]?.outcomes[0]?.segment).toBe("n03");
  });
});

describe("boundaryReport", () => {
  it("counts by how many code points an edge is off", () => {
    const { start, end } = boundaryReport(spanOutcomes(segments));
    const count = (histogram: typeof start) =>
      histogram.map(({ offset, outcomes }) => [offset, outcomes.length]);
    expect(count(start)).toEqual([
      [-1, 1],
      [0, 3],
    ]);
    expect(count(end)).toEqual([
      [-1, 1],
      [0, 3],
    ]);
    expect(end[0]?.outcomes[0]).toMatchObject({ segment: "n02", kind: "boundary" });
  });
});

describe("outcomes, laws", () => {
  it("give each distinct span once, so that rows and columns of the matrix add up to gold and prediction", () => {
    fc.assert(
      fc.property(arbitrarySegments, (list) => {
        const { cells } = confusionMatrix(spanOutcomes(list));
        const total = (side: "gold" | "predicted") =>
          cells.filter((cell) => cell[side] !== null).reduce((sum, { outcomes }) => sum + outcomes.length, 0);
        const spans = (side: "gold" | "predicted") =>
          list.reduce((sum, segment) => sum + distinctSpans(segment[side]).length, 0);
        expect([total("gold"), total("predicted")]).toEqual([spans("gold"), spans("predicted")]);
        const { correct, errors } = errorReport(spanOutcomes(list));
        const wrong = spanErrors.reduce((sum, kind) => sum + errors[kind].length, 0);
        expect(correct + wrong).toBe(cells.reduce((sum, { outcomes }) => sum + outcomes.length, 0));
      }),
    );
  });
});
