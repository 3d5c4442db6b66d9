import { emptyAnnotation, range, type Span, spanId } from "@spanbridge/shared";
import { describe, expect, it } from "vitest";
import { pairSide } from "./span.ts";

const span = (id: string, side: "source" | "pivot"): Span => ({
  id: spanId(id),
  side,
  ...range(0, 2),
  label: "LOC",
  provenance: { origin: "import" },
});

describe("pairSide", () => {
  const gold = {
    ...emptyAnnotation("東京だ", "It is Tokyo"),
    spans: [span("s1", "source"), span("p1", "pivot")],
  };

  it("takes the spans of one side of both layers", () => {
    const predicted = { ...gold, spans: [span("other", "source")] };
    expect(pairSide("n1", gold, predicted, "source")).toEqual({
      ok: true,
      value: { segment: "n1", gold: [span("s1", "source")], predicted: [span("other", "source")] },
    });
  });

  it("refuses to compare offsets into different translations", () => {
    const revised = { ...gold, pivotText: "That is Tokyo" };
    expect(pairSide("n1", gold, revised, "source").ok).toBe(true);
    expect(pairSide("n1", gold, revised, "pivot")).toMatchObject({
      ok: false,
      error: { code: "texts_differ", side: "pivot" },
    });
  });
});
