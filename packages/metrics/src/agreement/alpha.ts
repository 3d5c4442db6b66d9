import type { Range } from "@spanbridge/shared";
import { ratio } from "../counts.ts";
import type { LabelledRange } from "../spans/span.ts";
import { type Category, categoriesOf } from "./units.ts";

export type Alpha = {
  /** 1 full agreement, 0 what chance gives; null where nothing can disagree (one category, or nothing to pair). */
  readonly alpha: number | null;
  /** Disagreement seen and expected, shares of pairs. */
  readonly observed: number;
  readonly expected: number;
  /** Units that at least two annotators judged, and the judgements in them. */
  readonly units: number;
  readonly judgements: number;
};

/**
 * Krippendorff's alpha for **nominal** data (Krippendorff 2011), any number of annotators, judgements may be missing
 * (undefined). A unit is a token or a character with its category (`categoriesOf`); this is not the unitizing
 * alpha: two spans of one label that touch are not told apart from one, and a unit's neighbours do not matter.
 */
export function nominalAlpha(units: Iterable<readonly (Category | undefined)[]>): Alpha {
  const totals = new Map<Category, number>();
  let count = 0;
  let judgements = 0;
  let disagreeing = 0;
  for (const unit of units) {
    const values = unit.filter((value) => value !== undefined);
    if (values.length < 2) continue;
    count++;
    judgements += values.length;
    const frequencies = new Map<Category, number>();
    for (const value of values) frequencies.set(value, (frequencies.get(value) ?? 0) + 1);
    // Ordered pairs of different values, each weighing 1/(m − 1): together a unit weighs as many as it has values.
    let pairs = values.length * values.length;
    for (const [value, frequency] of frequencies) {
      pairs -= frequency * frequency;
      totals.set(value, (totals.get(value) ?? 0) + frequency);
    }
    disagreeing += pairs / (values.length - 1);
  }
  let expectedPairs = judgements * judgements;
  for (const total of totals.values()) expectedPairs -= total * total;
  const observed = ratio(disagreeing, judgements);
  const expected = ratio(expectedPairs, judgements * (judgements - 1));
  return {
    alpha: expected === 0 ? null : 1 - observed / expected,
    observed,
    expected,
    units: count,
    judgements,
  };
}

export type UnitsOfMany = {
  /** Tokens or characters (`characterUnits`) of the text, ranges in code points. */
  readonly units: readonly Range[];
  /** By annotator, always in the same order; undefined for one who has not done this segment. No spans is a judgement. */
  readonly annotators: readonly (readonly LabelledRange[] | undefined)[];
};

/** `nominalAlpha` of span annotations, unit by unit; units in no span are judged to be none. */
export function spanAlpha(segments: Iterable<UnitsOfMany>): Alpha {
  return nominalAlpha(
    Iterator.from(segments).flatMap(({ units, annotators }) => {
      const judged = annotators.map((spans) => spans && categoriesOf(spans, units));
      return units.map((_, index) => judged.map((categories) => categories?.[index]));
    }),
  );
}
