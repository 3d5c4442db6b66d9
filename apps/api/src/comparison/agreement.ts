import { spanOutcomes } from "@spanbridge/metrics";
import { type Annotation, counterpartsBySpan, matchEntities, unreachable } from "@spanbridge/shared";
import type { AgreementKind } from "@spanbridge/shared/contracts";

export type Agreement = { readonly kind: AgreementKind; readonly label: string };

const kinds = {
  correct: "same",
  boundary: "boundary",
  label: "label",
  both: "both",
  missed: "only_a",
  spurious: "only_b",
} as const;

/** What two annotations of one segment say about the same spans of its source, and the entities neither has a place for. */
export function agreementsOf(a: Annotation, b: Annotation): Agreement[] {
  const sourceOf = ({ spans }: Annotation) => spans.filter(({ side }) => side === "source");
  const found: Agreement[] = [];
  for (const outcome of spanOutcomes([{ segment: 0, gold: sourceOf(a), predicted: sourceOf(b) }])) {
    found.push({
      kind: kinds[outcome.kind],
      label: outcome.kind === "spurious" ? outcome.predicted.label : outcome.gold.label,
    });
  }
  const [placedInA, placedInB] = [counterpartsBySpan(a), counterpartsBySpan(b)];
  const partners = matchEntities(a, b);
  for (const { id, side, label } of a.spans) {
    if (side !== "pivot" || placedInA.has(id)) continue;
    const partner = partners.get(id);
    if (partner && !placedInB.has(partner.id)) found.push({ kind: "open", label });
  }
  return found;
}

/** Whether the two differ in this; that both leave something open is no difference. */
export function isDifference({ kind }: Agreement): boolean {
  switch (kind) {
    case "same":
    case "open":
      return false;
    case "boundary":
    case "label":
    case "both":
    case "only_a":
    case "only_b":
      return true;
    default:
      return unreachable(kind);
  }
}
