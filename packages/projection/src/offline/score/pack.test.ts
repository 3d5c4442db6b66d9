import fc from "fast-check";
import { expect, test } from "vitest";
import { FEATURES } from "./feature-names.ts";
import { learn } from "./learn.ts";
import { addSlopes, type Example, pack } from "./pack.ts";
import { probabilities, type Weights } from "./rank.ts";

const values = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: FEATURES, maxLength: FEATURES });
const example: fc.Arbitrary<Example> = fc
  .record({
    language: fc.constantFrom("ru", "zh"),
    features: fc.array(
      values.map((list) => Float32Array.from(list)),
      { maxLength: 4 },
    ),
  })
  .chain((one) => fc.subarray(one.features.map((_, at) => at)).map((right) => ({ ...one, right })));

const noWeights = (language: string, own: Float32Array): Weights => ({
  shared: new Float32Array(FEATURES),
  byLanguage: new Map([[language, own]]),
  confidence: [],
  mentions: new Map(),
});

/** Log of the share that the right candidates (or "nowhere") have under the model that decides. */
function likelihood({ features, right, language }: Example, own: Float32Array): number {
  const p = probabilities(features, noWeights(language, own), language);
  const all = p.reduce((sum, one) => sum + one, 0);
  return Math.log(right.length > 0 ? right.reduce((sum, at) => sum + (p[at] ?? 0), 0) : 1 - all);
}

test("slopes are those of the likelihood of the model that decides", () => {
  fc.assert(
    fc.property(example, fc.integer({ min: 0, max: FEATURES - 1 }), (one, feature) => {
      const packed = pack([one]);
      const weights = Float64Array.from({ length: FEATURES }, (_, at) => ((at * 7) % 5) / 40 - 0.05);
      const slopes = new Float64Array(FEATURES);
      addSlopes(packed, weights, FEATURES, slopes);
      const moved = (by: number): number => {
        const own = Float32Array.from(weights);
        own[feature] = (own[feature] ?? 0) + by;
        return likelihood(one, own);
      };
      const step = 0.01;
      expect(slopes[feature]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 1);
    }),
    { numRuns: 60 },
  );
});

test("learning prefers what was right, in the language it was right in", () => {
  const candidate = (at: number): Float32Array =>
    Float32Array.from({ length: FEATURES }, (_, k) => (k === at ? 1 : 0));
  const features = [candidate(1), candidate(2)];
  const examples: Example[] = ["zh", "ru"].flatMap((language) =>
    Array.from({ length: 20 }, () => ({ language, features, right: [language === "zh" ? 0 : 1] })),
  );
  const weights = learn(examples);
  const [zh, ru] = ["zh", "ru"].map((language) => probabilities(features, weights, language));
  expect(zh?.[0]).toBeGreaterThan(0.6);
  expect(ru?.[1]).toBeGreaterThan(0.6);
});
