import { type Annotation, counterpartsBySpan } from "../annotation/annotation.ts";
import { matchEntities } from "../annotation/entities.ts";
import type { Span } from "../annotation/span.ts";
import { Text } from "../text/text.ts";
import type { Evidence } from "./evidence.ts";

/** What another engine or file says of the same segment. */
export type OtherOpinion = {
  readonly name: string;
  readonly annotation: Pick<Annotation, "pivotText" | "spans" | "links">;
};

/**
 * Entities for which two ways of finding the place gave different spans: for each entity that is shown, one reason a
 * second opinion that has the entity and puts it elsewhere, labels it otherwise, or has no place for it. An opinion that
 * does not know the entity says nothing.
 */
export function disagreements(shown: Annotation, others: readonly OtherOpinion[]): Evidence[] {
  const text = new Text(shown.sourceText);
  const ours = counterpartsBySpan(shown);
  return others.flatMap(({ name, annotation }) => {
    const partners = matchEntities(shown, annotation);
    const theirs = counterpartsBySpan({ ...shown, ...annotation });
    return shown.spans.flatMap(({ id, side }): Evidence[] => {
      const partner = side === "pivot" ? partners.get(id) : undefined;
      if (!partner) return [];
      const message = difference(text, name, ours.get(id) ?? [], theirs.get(partner.id) ?? []);
      return message === undefined ? [] : [{ kind: "engines_disagree", span: id, message }];
    });
  });
}

function difference(
  text: Text,
  name: string,
  ours: readonly Span[],
  theirs: readonly Span[],
): string | undefined {
  if (sayings(ours) === sayings(theirs)) return undefined;
  if (theirs.length === 0) return `${name} found no place for it.`;
  const words = theirs.map((span) => `“${text.holds(span) ? text.slice(span) : ""}”`).join(", ");
  if (ours.length === 0) return `${name} has a place for it: ${words}.`;
  const labels = [...new Set(theirs.map(({ label }) => label))].join(", ");
  return places(ours) === places(theirs)
    ? `${name} labels it ${labels}.`
    : `${name} says ${words} instead (${labels}).`;
}

const placeOf = ({ start, end }: Span): string => `${start} ${end}`;
const places = (spans: readonly Span[]): string => spans.map(placeOf).sort().join(",");
const sayings = (spans: readonly Span[]): string =>
  spans
    .map((span) => `${placeOf(span)} ${span.label}`)
    .sort()
    .join(",");
