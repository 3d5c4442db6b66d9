import { type Range, range, rangesOverlap, type Text } from "@spanbridge/shared";
import type { LabelledRange } from "../spans/span.ts";

/** What an annotator says of a unit: its label, "" for none, several labels joined by "+" where spans overlap. */
export type Category = string;

/** The category of each unit (tokens or characters of the text, in reading order, not overlapping): of all spans that touch it. */
export function categoriesOf(spans: readonly LabelledRange[], units: readonly Range[]): readonly Category[] {
  return units.map((unit) => {
    const labels = new Set(spans.filter((span) => rangesOverlap(span, unit)).map(({ label }) => label));
    return [...labels].sort().join("+");
  });
}

/** Every code point of a text as a unit. Long names then weigh more than short ones; tokens weigh them by words. */
export const characterUnits = (text: Text): readonly Range[] =>
  Array.from({ length: text.length }, (_, start): Range => range(start, start + 1));
