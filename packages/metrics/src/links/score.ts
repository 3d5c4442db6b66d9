import { ratio, type Scores } from "../counts.ts";
import { sharedCount } from "../sets.ts";

/** The links of one segment as keys (`linkKey`, `pharaohKey`); sets, so a link said twice counts once. */
export type LinkSets = {
  /** Links that are certain. */
  readonly sure: Iterable<string>;
  /** Links that may be left out without fault; sure ones belong to them whether repeated here or not. */
  readonly possible?: Iterable<string>;
  readonly predicted: Iterable<string>;
};

/** A = predicted, S = sure, P = possible ∪ sure. Counts are links. */
export type LinkCounts = {
  readonly predicted: number;
  readonly sure: number;
  /** |A ∩ S| */
  readonly predictedSure: number;
  /** |A ∩ P| */
  readonly predictedPossible: number;
};

export type LinkScores = LinkCounts & Scores & { readonly aer: number };

/**
 * Precision |A∩P|/|A|, recall |A∩S|/|S|, F1 of both, and alignment error rate AER = 1 − (|A∩S|+|A∩P|)/(|A|+|S|) (Och &
 * Ney 2003). All 0 to 1; AER is an error, 0 without any link. Without possible links AER = 1 − F1. AER says little about
 * projected spans: score those as spans.
 */
export function scoreLinks(segments: Iterable<LinkSets>): LinkScores {
  let counts = noLinkCounts;
  for (const segment of segments) counts = addLinkCounts(counts, linkCounts(segment));
  return linkScores(counts);
}

export const noLinkCounts: LinkCounts = { predicted: 0, sure: 0, predictedSure: 0, predictedPossible: 0 };

export const addLinkCounts = (a: LinkCounts, b: LinkCounts): LinkCounts => ({
  predicted: a.predicted + b.predicted,
  sure: a.sure + b.sure,
  predictedSure: a.predictedSure + b.predictedSure,
  predictedPossible: a.predictedPossible + b.predictedPossible,
});

export function linkCounts({ sure, possible, predicted }: LinkSets): LinkCounts {
  const certain = new Set(sure);
  const allowed = new Set([...(possible ?? []), ...certain]);
  const said = new Set(predicted);
  return {
    predicted: said.size,
    sure: certain.size,
    predictedSure: sharedCount(said, certain),
    predictedPossible: sharedCount(said, allowed),
  };
}

export function linkScores(counts: LinkCounts): LinkScores {
  const { predicted, sure, predictedSure, predictedPossible } = counts;
  const precision = ratio(predictedPossible, predicted);
  const recall = ratio(predictedSure, sure);
  const links = predicted + sure;
  return {
    ...counts,
    precision,
    recall,
    f1: ratio(2 * precision * recall, precision + recall),
    aer: links === 0 ? 0 : 1 - (predictedSure + predictedPossible) / links,
  };
}
