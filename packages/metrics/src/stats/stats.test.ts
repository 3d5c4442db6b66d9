import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapInterval, quantile } from "./bootstrap.ts";
import { calibration } from "./calibration.ts";
import { seededRandom, xoshiro128 } from "./random.ts";
import { approximateRandomisation, type PairedTally, pairedBootstrap } from "./significance.ts";
import { aerOfTally, countsTally, f1OfTally, linkTally, pairDocuments, type Tally } from "./tally.ts";

describe("seededRandom", () => {
  it("is xoshiro128** by the reference vectors of its authors", () => {
    const { uint32 } = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 8 }, uint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    ]);
    // SplitMix32 fills the state; computed apart with big integers.
    const seeded = seededRandom(42);
    expect(Array.from({ length: 4 }, seeded.uint32)).toEqual([660444221, 3652823732, 77672526, 910233633]);
  });

  it("draws every number below a limit about equally often", () => {
    const { below } = seededRandom(1);
    const counts = Array.from({ length: 6 }, () => 0);
    for (let draw = 0; draw < 60_000; draw++) {
      const drawn = below(6);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    // χ² with 5 degrees of freedom; 20.5 is passed by chance once in a thousand seeds, and this seed is fixed.
    const chi2 = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi2).toBeLessThan(20.5);
  });

  it("reaches the upper part of a limit that does not divide 2³²", () => {
    const limit = 3 * 2 ** 30;
    const { below } = seededRandom(2);
    const drawn = Array.from({ length: 300 }, () => below(limit));
    const upper = drawn.filter((value) => value >= 2 ** 31).length;
    expect(upper).toBeGreaterThan(70);
    expect(upper).toBeLessThan(130);
  });

  it("stays below any limit", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, limit) => {
        const drawn = seededRandom(seed).below(limit);
        expect(drawn).toBeGreaterThanOrEqual(0);
        expect(drawn).toBeLessThan(limit);
      }),
    );
  });
});

const tally = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)).map(([c, p, g]): Tally => [c, c + p, c + g]);
const documents = fc.array(tally, { minLength: 1, maxLength: 12 });

describe("bootstrapInterval", () => {
  const few = { seed: 7, samples: 200 };

  it("is the same for the same seed, and holds what all samples say when documents are alike", () => {
    const alike: Tally[] = Array.from({ length: 30 }, () => [2, 3, 4]);
    const interval = bootstrapInterval(alike, f1OfTally, few);
    expect(interval).toMatchObject({ low: 4 / 7, high: 4 / 7, value: 4 / 7, documents: 30, samples: 200 });
    const mixed: Tally[] = [...alike, [0, 3, 5], [5, 5, 5]];
    const once = bootstrapInterval(mixed, f1OfTally, few);
    expect(bootstrapInterval(mixed, f1OfTally, few)).toEqual(once);
    expect(bootstrapInterval(mixed, f1OfTally, { ...few, seed: 8 })).not.toEqual(once);
    expect(once.low).toBeLessThan(once.high);
  });

  it("comes near the normal interval of a proportion", () => {
    // 400 documents of one span each, 100 right: recall .25, standard error √(.25·.75/400) = .02165.
    const coins: Tally[] = Array.from({ length: 400 }, (_, index) => [index % 4 === 0 ? 1 : 0, 1, 1]);
    const { low, high } = bootstrapInterval(coins, f1OfTally, { seed: 3, samples: 4000 });
    expect(Math.abs(low - (0.25 - 1.96 * 0.02165))).toBeLessThan(0.006);
    expect(Math.abs(high - (0.25 + 1.96 * 0.02165))).toBeLessThan(0.006);
  });

  it("is ordered, and wider at a higher level", () => {
    fc.assert(
      fc.property(documents, fc.integer(), (list, seed) => {
        const at = (level: number) => bootstrapInterval(list, f1OfTally, { seed, samples: 60, level });
        const [narrow, wide] = [at(0.5), at(0.95)];
        expect(narrow.low).toBeLessThanOrEqual(narrow.high);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
      { numRuns: 30 },
    );
  });

  it("takes quantiles between neighbours and survives no documents", () => {
    expect(quantile(Float64Array.of(1, 2, 4), 0.75)).toBe(3);
    expect(bootstrapInterval([], f1OfTally, few)).toMatchObject({ value: 0, low: 0, high: 0, documents: 0 });
  });
});

describe("paired significance", () => {
  const seeded = { seed: 11, samples: 999 };
  const better: PairedTally[] = Array.from({ length: 40 }, (_, index) => ({
    a: [8 + (index % 3), 10, 10],
    b: [5 + (index % 4), 10, 10],
  }));
  const same: PairedTally[] = better.map(({ a }) => ({ a, b: a }));
  const noise: PairedTally[] = better.map(({ a, b }, index) => (index % 2 ? { a, b } : { a: b, b: a }));

  it("sees a system that is better on every document, and none in noise", () => {
    const seen = approximateRandomisation(better, f1OfTally, seeded);
    expect(seen).toMatchObject({ p: 1 / 1000, documents: 40 });
    // Means of 8,9,10 and of 5,6,7,8 over forty documents.
    expect(seen.difference).toBeCloseTo((359 - 260) / 400);
    expect(pairedBootstrap(better, f1OfTally, seeded).p).toBe(1 / 1000);
    expect(approximateRandomisation(noise, f1OfTally, seeded).p).toBeGreaterThan(0.2);
    expect(pairedBootstrap(noise, f1OfTally, seeded).p).toBeGreaterThan(0.2);
  });

  it("says p = 1 of two equal systems, and the interval of a clear difference lies above 0", () => {
    expect(approximateRandomisation(same, f1OfTally, seeded)).toMatchObject({ difference: 0, p: 1 });
    expect(pairedBootstrap(same, f1OfTally, seeded)).toMatchObject({ difference: 0, p: 1, low: 0, high: 0 });
    expect(pairedBootstrap(better, f1OfTally, seeded).low).toBeGreaterThan(0);
  });

  it("comes near the exact test of all swaps", () => {
    // Three documents, A better by 1 on each: of 8 swaps only two are as extreme, p = 1/4.
    const three: PairedTally[] = [1, 2, 3].map((n) => ({ a: [n, 4, 4], b: [n - 1, 4, 4] }));
    const { p } = approximateRandomisation(three, f1OfTally, { seed: 5, samples: 20_000 });
    expect(Math.abs(p - 0.25)).toBeLessThan(0.01);
  });

  it("does not care which of the two is called A", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(tally, tally), { minLength: 1, maxLength: 8 }),
        fc.integer(),
        (pairs, seed) => {
          const there = pairs.map(([a, b]) => ({ a, b }));
          const back = pairs.map(([a, b]) => ({ a: b, b: a }));
          for (const test of [approximateRandomisation, pairedBootstrap]) {
            const one = test(there, f1OfTally, { seed, samples: 50 });
            const other = test(back, f1OfTally, { seed, samples: 50 });
            expect(other.p).toBe(one.p);
            expect(other.difference).toBeCloseTo(-one.difference);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("tallies", () => {
  it("pair documents by name and refuse different ones", () => {
    const a = new Map([
      ["y", 1],
      ["x", 2],
    ]);
    expect(pairDocuments(a, new Map(a).set("x", 3))).toEqual({
      ok: true,
      value: [
        { document: "x", a: 2, b: 3 },
        { document: "y", a: 1, b: 1 },
      ],
    });
    expect(pairDocuments(a, new Map([["z", 1]]))).toMatchObject({
      ok: false,
      error: { code: "documents_differ", onlyInA: ["y", "x"], onlyInB: ["z"] },
    });
  });

  it("give the scores they were made of", () => {
    expect(f1OfTally(countsTally({ correct: 1, predicted: 2, gold: 4 }))).toBeCloseTo(1 / 3);
    const links = linkTally({ predicted: 4, sure: 3, predictedSure: 2, predictedPossible: 3 });
    expect(aerOfTally(links)).toBeCloseTo(1 - 5 / 7);
  });
});

describe("calibration", () => {
  it("is precision by confidence, and the mean distance of the two", () => {
    const items = [
      { confidence: 0.95, correct: true },
      { confidence: 1, correct: false },
      { confidence: 0.5, correct: true },
      { confidence: undefined, correct: true },
      { confidence: -2.3, correct: true },
    ];
    const { bins, expectedCalibrationError, count, without } = calibration(items);
    expect(count).toBe(3);
    expect(without).toEqual(items.slice(3));
    expect(bins[9]).toMatchObject({ from: 0.9, to: 1, count: 2, precision: 0.5, items: items.slice(0, 2) });
    expect(bins[9]?.meanConfidence).toBeCloseTo(0.975);
    expect(bins[5]).toMatchObject({ count: 1, precision: 1 });
    expect(expectedCalibrationError).toBeCloseTo((2 * 0.475 + 1 * 0.5) / 3);
    expect(calibration([]).expectedCalibrationError).toBe(0);
  });
});
