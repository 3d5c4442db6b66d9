import {
  type Annotation,
  absenceOf,
  counterparts,
  type Range,
  type Span,
  sameRange,
} from "@spanbridge/shared";

/** One pivot (English) entity with what a system projected it to and what gold says. All source ranges in code points. */
export type ProjectedEntity = {
  readonly entity: Span;
  /** Source spans the system linked to it. */
  readonly projected: readonly Span[];
  /**
   * Source ranges gold links it to; empty where gold states that it has no counterpart. Undefined where gold says
   * nothing about this entity (it has no links, or no such pivot span): then any gold source span may be meant.
   */
  readonly expected: readonly Range[] | undefined;
};

export type ProjectionSegment<Segment = string> = {
  readonly segment: Segment;
  readonly sourceText: string;
  readonly entities: readonly ProjectedEntity[];
  /** Gold source spans. */
  readonly gold: readonly Span[];
};

/**
 * Pairs a system's annotation of a segment with gold. Gold's pivot span of an entity is the one with the same range (that
 * with the same label first); both layers must refer to the same texts (`pairSide` tells).
 */
export function projectionSegment<Segment>(
  segment: Segment,
  gold: Annotation,
  predicted: Annotation,
): ProjectionSegment<Segment> {
  const goldPivot = gold.spans.filter((span) => span.side === "pivot");
  const entities = predicted.spans
    .filter((span) => span.side === "pivot")
    .map((entity): ProjectedEntity => {
      const alike = goldPivot.filter((span) => sameRange(span, entity));
      const twin = alike.find((span) => span.label === entity.label) ?? alike[0];
      return {
        entity,
        projected: counterparts(predicted, entity.id),
        expected: twin && statedCounterparts(gold, twin),
      };
    });
  return {
    segment,
    sourceText: gold.sourceText,
    entities,
    gold: gold.spans.filter((span) => span.side === "source"),
  };
}

function statedCounterparts(gold: Annotation, entity: Span): readonly Range[] | undefined {
  const linked = counterparts(gold, entity.id);
  if (linked.length > 0) return linked;
  return absenceOf(gold, entity.id) ? [] : undefined;
}
