import type { Annotation, Span } from "@spanbridge/shared";
import { matchSpans } from "../spans/match.ts";
import { type LinkedSpans, linkedSpans } from "./keys.ts";

/** `endpoint`: both layers link the same two entities, but an end of the predicted link has other boundaries. */
export const linkOutcomeKinds = ["correct", "endpoint", "missing", "extra"] as const;

export type LinkOutcome<Segment = string> = { readonly segment: Segment } & (
  | { readonly kind: "correct" | "endpoint"; readonly gold: LinkedSpans; readonly predicted: LinkedSpans }
  | { readonly kind: "missing"; readonly gold: LinkedSpans; readonly predicted?: undefined }
  | { readonly kind: "extra"; readonly gold?: undefined; readonly predicted: LinkedSpans }
);

/**
 * What became of each link of one segment. The spans of both layers are matched first (`matchSpans`, each side by
 * itself); a predicted link between the partners of a gold link's spans is that link. So a wrong edge is one error
 * of the span and no missing and extra link beside it; `scoreLinks` over `linkKeys` is the strict count.
 */
export function linkOutcomes<Segment>(
  segment: Segment,
  gold: Annotation,
  predicted: Annotation,
): readonly LinkOutcome<Segment>[] {
  const partnerOf = partners(gold, predicted);
  const said = new Map(linkedSpans(predicted).map((link) => [idKey(link.pivot, link.source), link]));
  const outcomes: LinkOutcome<Segment>[] = [];
  for (const link of linkedSpans(gold)) {
    const pivot = partnerOf.get(link.pivot);
    const source = partnerOf.get(link.source);
    const key = pivot && source ? idKey(pivot, source) : "";
    const found = said.get(key);
    if (!found) {
      outcomes.push({ segment, kind: "missing", gold: link });
      continue;
    }
    said.delete(key);
    const exact = samePlace(link.pivot, found.pivot) && samePlace(link.source, found.source);
    outcomes.push({ segment, kind: exact ? "correct" : "endpoint", gold: link, predicted: found });
  }
  for (const link of said.values()) outcomes.push({ segment, kind: "extra", predicted: link });
  return outcomes;
}

const idKey = (pivot: Span, source: Span): string => `${pivot.id}\u0000${source.id}`;
const samePlace = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function partners(gold: Annotation, predicted: Annotation): ReadonlyMap<Span, Span> {
  const pairs = (["source", "pivot"] as const).flatMap((side) => {
    const of = (annotation: Annotation) => annotation.spans.filter((span) => span.side === side);
    return matchSpans<Span>({ gold: of(gold), predicted: of(predicted) }).pairs;
  });
  return new Map(pairs.map((pair) => [pair.gold, pair.predicted]));
}
