import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPolicy, arbitraryAnnotation } from "../../test/arbitraries.ts";
import { Text } from "../text/text.ts";
import { rangesOverlap } from "../text/units.ts";
import { textOf } from "./annotation.ts";
import { flatten, lanes } from "./flatten.ts";
import { compareSpans, type Side, type Span, sides } from "./span.ts";

/** One side's text with its spans, in any order. */
const oneSide = fc
  .tuple(arbitraryAnnotation(anyPolicy), fc.constantFrom<Side>(...sides))
  .chain(([annotation, side]) => {
    const spans = annotation.spans.filter((span) => span.side === side);
    const shuffled = fc.shuffledSubarray(spans, { minLength: spans.length });
    return fc.tuple(fc.constant(new Text(textOf(annotation, side))), shuffled);
  });

const byId = (spans: readonly Span[]) => new Map(spans.map((span) => [span.id, span]));

describe("flatten", () => {
  it("covers the text exactly once, and each leaf with the spans around it, outermost first", () => {
    fc.assert(
      fc.property(oneSide, ([text, spans]) => {
        const leaves = flatten(text, spans);
        expect(leaves.map((leaf) => text.slice(leaf)).join("")).toBe(text.value);
        let end = 0;
        for (const leaf of leaves) {
          expect(leaf.start).toBe(end);
          expect(leaf.end).toBeGreaterThan(leaf.start);
          end = leaf.end;
          const around = spans.filter((span) => rangesOverlap(span, leaf)).sort(compareSpans);
          for (const span of around) {
            expect(span.start <= leaf.start && leaf.end <= span.end).toBe(true);
          }
          expect(leaf.spans).toEqual(around.map(({ id }) => id));
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("cuts at span edges only", () => {
    fc.assert(
      fc.property(oneSide, ([text, spans]) => {
        const edges = new Set<number>([0, ...spans.flatMap(({ start, end }) => [start, end])]);
        for (const { start } of flatten(text, spans)) expect(edges.has(start)).toBe(true);
      }),
    );
  });
});

describe("lanes", () => {
  it("are given to every span and never shared by spans that share text", () => {
    fc.assert(
      fc.property(oneSide, ([, spans]) => {
        const laneOf = lanes(spans);
        expect([...laneOf.keys()].sort()).toEqual(spans.map(({ id }) => id).sort());
        for (const a of spans) {
          for (const b of spans) {
            if (a.id !== b.id && rangesOverlap(a, b)) expect(laneOf.get(a.id)).not.toBe(laneOf.get(b.id));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("lie the higher the more they hold, without empty lanes and the same in any order", () => {
    fc.assert(
      fc.property(oneSide, ([, spans]) => {
        const laneOf = lanes(spans);
        expect(laneOf).toEqual(lanes(spans.toReversed()));
        const used = new Set(laneOf.values());
        for (let lane = 0; lane < used.size; lane++) expect(used.has(lane)).toBe(true);
        for (const inner of spans) {
          for (const outer of spans) {
            const holds = outer.start <= inner.start && inner.end <= outer.end;
            const longer = outer.end - outer.start > inner.end - inner.start;
            if (holds && longer) expect(laneOf.get(outer.id)).toBeGreaterThan(laneOf.get(inner.id) ?? -1);
          }
        }
        expect(byId(spans).size).toBe(spans.length);
      }),
      { numRuns: 500 },
    );
  });
});
