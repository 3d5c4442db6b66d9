import type { ScoreRange } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";

/** Scores as they stand in papers: 0.447. */
export const score = (value: number): string => value.toFixed(3);
export const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(3)}`;
export const rangeText = ({ low, high }: ScoreRange): string =>
  t("{{low}} to {{high}}", { low: score(low), high: score(high) });
export const probability = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);
