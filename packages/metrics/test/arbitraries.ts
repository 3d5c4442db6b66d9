import { range } from "@spanbridge/shared";
import fc from "fast-check";
import type { LabelledRange, SegmentSpans } from "../src/index.ts";

export const span = (start: number, end: number, label: string): LabelledRange => ({
  ...range(start, end),
  label,
});

/** Spans that often share, nest, touch and repeat. */
export const arbitrarySpans = fc
  .array(
    fc.record({
      start: fc.nat(8),
      length: fc.integer({ min: 1, max: 4 }),
      label: fc.constantFrom("PER", "LOC", "ORG"),
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map(({ start, length, label }) => span(start, start + length, label)));

export const arbitrarySegments: fc.Arbitrary<SegmentSpans[]> = fc
  .array(fc.record({ gold: arbitrarySpans, predicted: arbitrarySpans }), { maxLength: 6 })
  .map((list) => list.map((pair, index) => ({ segment: `s${index + 1}`, ...pair })));

export const mirrored = (segments: readonly SegmentSpans[]): SegmentSpans[] =>
  segments.map(({ segment, gold, predicted }) => ({ segment, gold: predicted, predicted: gold }));
