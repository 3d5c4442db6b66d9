import { type Annotation, counterpartsBySpan, matchEntities, type Span, sameRange } from "@spanbridge/shared";
import type { Opinion } from "@spanbridge/shared/contracts";

/** A span of the source as an engine has it, held against what the segment shows now. */
export type OpinionSpan = {
  readonly span: Span;
  /** Entities of the engine's translation that it is linked to. */
  readonly entities: readonly Span[];
  /** The segment shows the same: place, label, and the same entities. */
  readonly agrees: boolean;
};

const said = ({ spans, links, pivotText }: Opinion): Pick<Annotation, "spans" | "links" | "pivotText"> => ({
  spans,
  links,
  pivotText,
});

/** The spans of the source that an engine has, in reading order. */
export function opinionSpans(annotation: Annotation, opinion: Opinion): readonly OpinionSpan[] {
  const theirs = counterpartsBySpan({ ...annotation, ...said(opinion) });
  const here = matchEntities(opinion, annotation);
  const ours = counterpartsBySpan(annotation);
  return opinion.spans
    .filter(({ side }) => side === "source")
    .map((span) => {
      const entities = theirs.get(span.id) ?? [];
      const same = annotation.spans.find(
        (other) => other.side === "source" && sameRange(other, span) && other.label === span.label,
      );
      const linked = new Set((same ? (ours.get(same.id) ?? []) : []).map(({ id }) => id));
      const wanted = entities.flatMap(({ id }) => here.get(id)?.id ?? []);
      const agrees =
        same !== undefined && wanted.length === linked.size && wanted.every((id) => linked.has(id));
      return { span, entities, agrees };
    });
}

/** Spans of the source that the segment shows and the engine has not. */
export function missingIn(annotation: Annotation, opinion: Opinion): readonly Span[] {
  return annotation.spans.filter(
    (span) =>
      span.side === "source" &&
      !opinion.spans.some(
        (other) => other.side === "source" && sameRange(other, span) && other.label === span.label,
      ),
  );
}
