import { type SplitRule, splitNames, usualSplitValues } from "@spanbridge/shared/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { itemsArbitrary, ratioArbitrary } from "../../test/items.ts";
import { type SplitItem, textKey } from "./item.ts";
import { divide } from "./split.ts";

const ruleArbitrary: fc.Arbitrary<SplitRule> = fc.oneof(
  fc.record({
    by: fc.constantFrom("segment" as const, "document" as const),
    ratio: ratioArbitrary,
    stratify: fc.boolean(),
    seed: fc.nat(),
    keep: fc.constant(null),
  }),
  fc.constant({ by: "field" as const, field: "split", values: { ...usualSplitValues } }),
);

const item = (
  text: string,
  labels: Record<string, number> = {},
  more: Partial<SplitItem> = {},
): SplitItem => ({
  text,
  document: text,
  labels: new Map(Object.entries(labels)),
  ...more,
});

describe("every division", () => {
  it("has no text in two splits, and adds up", () => {
    fc.assert(
      fc.property(itemsArbitrary, ruleArbitrary, (items, rule) => {
        const { splits, duplicates, unassigned } = divide(items, rule);
        expect(splits).toHaveLength(items.length);
        const home = new Map<string, string>();
        items.forEach(({ text }, index) => {
          const split = splits[index];
          if (!split) return;
          expect(home.get(text) ?? split).toBe(split);
          home.set(text, split);
        });
        expect(splits.filter((split) => split === null)).toHaveLength(duplicates + unassigned);
      }),
    );
  });

  it("is the same for the same seed", () => {
    fc.assert(
      fc.property(itemsArbitrary, ruleArbitrary, (items, rule) => {
        expect(divide(items, rule)).toEqual(divide([...items], rule));
      }),
    );
  });

  it("leaves a split of share 0 empty", () => {
    fc.assert(
      fc.property(itemsArbitrary, ratioArbitrary, fc.boolean(), (items, ratio, stratify) => {
        const { splits } = divide(items, { by: "segment", ratio, stratify, seed: 1, keep: null });
        for (const name of splitNames) if (ratio[name] === 0) expect(splits).not.toContain(name);
      }),
    );
  });
});

describe("by segment", () => {
  it("leaves nothing out", () => {
    fc.assert(
      fc.property(itemsArbitrary, ratioArbitrary, fc.boolean(), (items, ratio, stratify) => {
        expect(divide(items, { by: "segment", ratio, stratify, seed: 3, keep: null }).splits).not.toContain(
          null,
        );
      }),
    );
  });

  it("misses the ratio by less than the largest group, or than two of them where two splits gave way", () => {
    fc.assert(
      fc.property(itemsArbitrary, ratioArbitrary, fc.nat(), (items, ratio, seed) => {
        const { splits } = divide(items, { by: "segment", ratio, stratify: false, seed, keep: null });
        const sizes = Map.groupBy(items, ({ text }) => text);
        const largest = Math.max(0, ...[...sizes.values()].map((group) => group.length));
        const shares = ratio.train + ratio.dev + ratio.test;
        for (const name of splitNames) {
          const lack =
            (items.length * ratio[name]) / shares - splits.filter((split) => split === name).length;
          expect(lack).toBeGreaterThanOrEqual(-largest);
          expect(lack).toBeLessThanOrEqual(2 * largest);
        }
      }),
    );
  });

  it("stratified, misses each label by less than one group's worth of it, or two", () => {
    const single = fc.array(fc.tuple(fc.constantFrom("PER", "ORG", "LOC"), fc.integer({ min: 1, max: 3 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(single, ratioArbitrary, fc.nat(), (pairs, ratio, seed) => {
        const items = pairs.map(([label, count], index) => item(String(index), { [label]: count }));
        const { splits } = divide(items, { by: "segment", ratio, stratify: true, seed, keep: null });
        const shares = ratio.train + ratio.dev + ratio.test;
        for (const label of ["PER", "ORG", "LOC"]) {
          const counts = items.map(({ labels }) => labels.get(label) ?? 0);
          const total = counts.reduce((a, b) => a + b, 0);
          const most = Math.max(0, ...counts);
          for (const name of splitNames) {
            const got = counts.filter((_, index) => splits[index] === name).reduce((a, b) => a + b, 0);
            const lack = (total * ratio[name]) / shares - got;
            expect(lack).toBeGreaterThanOrEqual(-most - 1e-9);
            expect(lack).toBeLessThanOrEqual(2 * most + 1e-9);
          }
        }
      }),
    );
  });

  it("keeps what an earlier snapshot held out", () => {
    const items = Array.from({ length: 40 }, (_, index) =>
      item(String(index), { PER: 1 }, index < 5 ? { kept: "test" } : {}),
    );
    const ratio = { train: 8, dev: 1, test: 1 };
    const { splits } = divide(items, { by: "segment", ratio, stratify: true, seed: 9, keep: "v1" });
    expect(splits.slice(0, 5)).toEqual(Array(5).fill("test"));
    expect(splits.slice(5)).not.toContain("test");
  });

  it("draws otherwise with another seed", () => {
    const items = Array.from({ length: 60 }, (_, index) => item(String(index)));
    const ratio = { train: 1, dev: 1, test: 1 };
    const draw = (seed: number) =>
      divide(items, { by: "segment", ratio, stratify: true, seed, keep: null }).splits;
    expect(draw(1)).not.toEqual(draw(2));
  });
});

describe("by document", () => {
  it("tears no document apart", () => {
    fc.assert(
      fc.property(itemsArbitrary, ratioArbitrary, fc.nat(), (items, ratio, seed) => {
        const { splits } = divide(items, { by: "document", ratio, stratify: true, seed, keep: null });
        for (const document of new Set(items.map(({ document }) => document))) {
          const own = splits.filter((split, index) => split !== null && items[index]?.document === document);
          expect(new Set(own).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("by field", () => {
  it("is what the file said, and a text of the test set is not training data", () => {
    const items = [
      item("a", {}, { value: "train" }),
      item("b", {}, { value: "validation" }),
      item("a", {}, { value: "test" }),
      item("c", {}, { value: "other" }),
      item("d"),
    ];
    expect(divide(items, { by: "field", field: "split", values: { ...usualSplitValues } })).toEqual({
      splits: [null, "dev", "test", null, null],
      duplicates: 1,
      unassigned: 2,
    });
  });
});

describe("textKey", () => {
  it("does not see width, case and white space", () => {
    expect(textKey("ＡＢＣ　東京\n")).toBe(textKey("abc 東京"));
    expect(textKey("东京")).not.toBe(textKey("東京"));
  });
});
