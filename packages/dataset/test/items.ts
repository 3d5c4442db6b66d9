import fc from "fast-check";
import type { SplitItem } from "../src/split/item.ts";

const labelNames = ["PER", "ORG", "LOC", "RARE"];

const labelsArbitrary = fc
  .array(fc.tuple(fc.constantFrom(...labelNames), fc.integer({ min: 1, max: 4 })), { maxLength: 3 })
  .map((entries) => new Map(entries));

/** Few texts and documents, so that they meet again. */
export const itemsArbitrary: fc.Arbitrary<SplitItem[]> = fc.array(
  fc.record({
    text: fc.nat({ max: 25 }).map(String),
    document: fc.nat({ max: 6 }).map((name) => `doc ${name}`),
    labels: labelsArbitrary,
    value: fc.option(fc.constantFrom("train", "validation", "test", "other"), { nil: undefined }),
  }),
  { maxLength: 60 },
);

export const ratioArbitrary = fc
  .record({ train: fc.nat({ max: 10 }), dev: fc.nat({ max: 4 }), test: fc.nat({ max: 4 }) })
  .filter(({ train, dev, test }) => train + dev + test > 0);
