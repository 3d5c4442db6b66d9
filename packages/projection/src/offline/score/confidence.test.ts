import { describe, expect, it } from "vitest";
import { CONFIDENCE_INPUTS, confidenceOf, fitConfidence } from "./confidence.ts";

/** Of a person in the language at `profile`, with log odds of being right. */
function inputs(profile: number, odds: number, relabelled = false): Float64Array {
  const values = new Float64Array(CONFIDENCE_INPUTS);
  values[0] = 1;
  values[1] = odds;
  values[CONFIDENCE_INPUTS - 10 + 3 * profile] = 1;
  values[CONFIDENCE_INPUTS - 1] = relabelled ? 1 : 0;
  return values;
}

/** In the first language the surest are always right, in the second annotators leave one in five out. */
const examples = Array.from({ length: 600 }, (_, index) => {
  const profile = index % 2;
  const odds = (index % 30) / 5 - 1;
  const likely = 1 / (1 + Math.exp(-odds));
  const right = likely > ((index * 7919) % 600) / 600 && (profile === 0 || index % 10 > 1);
  return { inputs: inputs(profile, odds), right };
});

describe("confidence", () => {
  const weights = fitConfidence(examples);

  it("rises with the odds, to what the surest of the language were worth and hardly further", () => {
    for (const profile of [0, 1]) {
      const rising = Array.from({ length: 40 }, (_, at) =>
        confidenceOf(inputs(profile, at / 4 - 2), weights),
      );
      expect(rising.every((one, at) => at === 0 || one > (rising[at - 1] ?? 1))).toBe(true);
    }
    expect(confidenceOf(inputs(0, 12), weights)).toBeGreaterThan(0.94);
    const capped = confidenceOf(inputs(1, 12), weights);
    expect(capped).toBeGreaterThan(0.87);
    expect(capped).toBeLessThan(0.9);
  });

  it("is lower where a convention that annotators often do not keep gave another label", () => {
    const doubted = examples.map(({ inputs: values, right }, index) => {
      const changed = index % 5 === 0;
      values[CONFIDENCE_INPUTS - 1] = changed ? 1 : 0;
      return { inputs: values, right: right && !(changed && index % 2 === 0) };
    });
    const learnt = fitConfidence(doubted);
    expect(confidenceOf(inputs(0, 2, true), learnt)).toBeLessThan(confidenceOf(inputs(0, 2), learnt));
  });

  it("has no ceiling where weights of an earlier kind know none", () => {
    const earlier = weights.slice(0, CONFIDENCE_INPUTS - 1);
    expect(confidenceOf(inputs(1, 12), earlier)).toBeGreaterThan(confidenceOf(inputs(1, 12), weights));
  });
});
