import type { Placement } from "../place/place.ts";

/** How sure a place is by the way it was found; a rough scale, ordered so that what should be looked at comes first. */
export function confidenceOf(
  placement: Placement,
  found: { readonly chosenFrom: number; readonly overlaps: boolean },
): number {
  const base = { literal: 0.96, normalised: 0.9, inflection: 0.85, longest_run: 0.6 }[placement.by];
  return rounded(
    base * (found.chosenFrom > 1 ? 0.9 : 1) * (placement.insideWord ? 0.85 : 1) * (found.overlaps ? 0.6 : 1),
  );
}

/** After the checks: what memory has confirmed is as good as certain, what the checks contradict is doubtful. */
export const afterChecks = (
  confidence: number,
  { confirmed, contradicted }: { readonly confirmed: boolean; readonly contradicted: number },
): number => rounded(confirmed ? Math.max(confidence, 0.98) : confidence * 0.6 ** contradicted);

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
