import type { Range } from "@spanbridge/shared";
import { ratio } from "../counts.ts";
import type { LabelledRange } from "../spans/span.ts";
import { type Category, categoriesOf } from "./units.ts";

export type Kappa = {
  /** 1 full agreement, 0 what chance gives, below 0 less; null where chance alone agrees fully (one category, or no units). */
  readonly kappa: number | null;
  /** Share of units on which both say the same. */
  readonly observed: number;
  /** The share to be expected if both kept their frequencies but chose independently. */
  readonly expected: number;
  readonly units: number;
};

/** Cohen's kappa (1960), (observed − expected) / (1 − expected), over units that both annotators judged. */
export function cohenKappa(pairs: Iterable<readonly [a: Category, b: Category]>): Kappa {
  const ofA = new Map<Category, number>();
  const ofB = new Map<Category, number>();
  let units = 0;
  let same = 0;
  for (const [a, b] of pairs) {
    units++;
    if (a === b) same++;
    ofA.set(a, (ofA.get(a) ?? 0) + 1);
    ofB.set(b, (ofB.get(b) ?? 0) + 1);
  }
  let products = 0;
  for (const [category, count] of ofA) products += count * (ofB.get(category) ?? 0);
  const observed = ratio(same, units);
  const expected = ratio(products, units * units);
  return {
    kappa: units === 0 || expected === 1 ? null : (observed - expected) / (1 - expected),
    observed,
    expected,
    units,
  };
}

export type UnitsOfTwo = {
  /** Tokens or characters (`characterUnits`) of the text, ranges in code points. */
  readonly units: readonly Range[];
  readonly a: readonly LabelledRange[];
  readonly b: readonly LabelledRange[];
};

/**
 * Kappa of span annotations, unit by unit. `all` units, where the many that are in no entity make expected agreement high
 * and easy; or those `annotated` by at least one of the two, where agreement on "nothing here" is left out and kappa falls
 * below what people expect. Show both beside span F1 (`spanAgreement`). We do not offer the third way, to drop units that one
 * of the two left out: it hides exactly the missed entities, and is overly positive.
 */
export function spanKappa(segments: Iterable<UnitsOfTwo>, over: "all" | "annotated" = "all"): Kappa {
  return cohenKappa(unitPairs(segments, over));
}

function* unitPairs(
  segments: Iterable<UnitsOfTwo>,
  over: "all" | "annotated",
): Generator<readonly [Category, Category], void, undefined> {
  for (const { units, a, b } of segments) {
    const ofB = categoriesOf(b, units);
    for (const [index, category] of categoriesOf(a, units).entries()) {
      const other = ofB[index] ?? "";
      if (over === "all" || category !== "" || other !== "") yield [category, other];
    }
  }
}
