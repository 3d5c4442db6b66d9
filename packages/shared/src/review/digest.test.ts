import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation } from "../../test/arbitraries.ts";
import { type Annotation, emptyAnnotation } from "../annotation/annotation.ts";
import { spanId } from "../ids.ts";
import { range } from "../text/units.ts";
import { digestOf, queueSignals, signalPoints } from "./digest.ts";
import { signalsOf } from "./signals.ts";

const span = (id: string, side: "source" | "pivot", confidence?: number) => ({
  id: spanId(id),
  side,
  ...range(0, 1),
  label: "PER",
  provenance: { origin: "run" as const, ...(confidence === undefined ? {} : { confidence }) },
});
const base: Annotation = emptyAnnotation("源", "source");

describe("the digest of an annotation", () => {
  it("adds up the points of its signals", () => {
    fc.assert(
      fc.property(arbitraryAnnotation(anyPolicy), (annotation) => {
        const { worth, signals } = digestOf(annotation);
        const points = signalsOf(annotation).reduce((sum, { kind }) => sum + signalPoints[kind], 0);
        expect(worth).toBe(points + (signals.includes("counts_differ") ? signalPoints.counts_differ : 0));
        expect(worth === 0).toBe(signals.length === 0);
        expect(signals).toEqual(queueSignals.filter((kind) => signals.includes(kind)));
      }),
    );
  });

  it("says nothing of a segment in which nothing is marked", () => {
    expect(digestOf(base)).toEqual({ worth: 0, signals: [], confidence: undefined });
  });

  it("misses nothing that is said to have no counterpart", () => {
    const alone = { ...base, spans: [span("p", "pivot")] };
    expect(digestOf(alone).signals).toEqual(["not_projected", "counts_differ"]);
    const absence = {
      span: spanId("p"),
      reason: "added_by_translation" as const,
      provenance: { origin: "run" as const },
    };
    expect(digestOf({ ...alone, absences: [absence] }).signals).toEqual([]);
  });

  it("takes the lowest confidence that is one", () => {
    const spans = [span("a", "source", 0.9), span("b", "source", 0.6), span("c", "source", -3)];
    expect(digestOf({ ...base, spans }).confidence).toBe(0.6);
  });
});
