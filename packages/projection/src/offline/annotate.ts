import {
  type Annotation,
  compareLinks,
  compareSpans,
  type Link,
  type Provenance,
  rangesOverlap,
  type Span,
  type SpanId,
  spanId,
} from "@spanbridge/shared";
import type { OfflineSegment } from "./model.ts";
import type { ProjectedSegment } from "./result.ts";
import type { OfflineSignalKind } from "./signals.ts";

export type AnnotationToProject = {
  readonly id: string;
  readonly sourceLang: string;
  readonly annotation: Annotation;
};

/** A reason to look, at the pivot span it is about. */
export type ProjectionSignal = {
  readonly entity: SpanId;
  readonly kind: OfflineSignalKind;
  readonly message: string;
};

export type ProjectedAnnotation = {
  readonly id: string;
  readonly annotation: Annotation;
  readonly signals: readonly ProjectionSignal[];
  /** Pivot spans that were given a place, that stayed without, and that were left alone because they are linked or absent. */
  readonly placed: number;
  readonly unplaced: number;
  readonly kept: number;
};

/** What of annotations is still to be projected: the pivot spans that have neither a link nor an absence. */
export const segmentsOf = (items: readonly AnnotationToProject[]): OfflineSegment[] => items.map(segmentOf);

/**
 * Adds source spans and links, with the engine's confidence, for what was projected of `segmentsOf(items)`. What is there
 * already is not touched: a place that overlaps a source span of the same range is linked to that span, any other overlap
 * leaves the entity unplaced with a signal. Names of countries that nothing in the translation stands for become source
 * spans without a link, but only where the source was not looked at before: what a person removed does not come back.
 */
export const addProjections = (
  items: readonly AnnotationToProject[],
  projected: readonly ProjectedSegment[],
  ref: string,
): ProjectedAnnotation[] =>
  items.map((item, index) =>
    addTo(item, projected[index] ?? { id: item.id, entities: [], unprompted: [] }, ref),
  );

function openSpans({ spans, links, absences }: Annotation): Span[] {
  const settled = new Set<SpanId>([...links.map(({ pivot }) => pivot), ...absences.map(({ span }) => span)]);
  return spans.filter((span) => span.side === "pivot" && !settled.has(span.id));
}

function segmentOf({ id, sourceLang, annotation }: AnnotationToProject): OfflineSegment {
  return {
    id,
    sourceLang,
    sourceText: annotation.sourceText,
    pivotText: annotation.pivotText,
    entities: openSpans(annotation).map(({ id: entity, start, end, label }) => ({
      id: entity,
      start,
      end,
      label,
    })),
  };
}

function addTo(
  { id, annotation }: AnnotationToProject,
  { entities, unprompted }: ProjectedSegment,
  ref: string,
): ProjectedAnnotation {
  const spans: Span[] = [...annotation.spans];
  const links: Link[] = [...annotation.links];
  const signals: ProjectionSignal[] = [];
  const used = new Set<string>(spans.map((span) => span.id));
  let placed = 0;
  for (const one of entities) {
    const pivot = spanId(one.entity.id);
    signals.push(...one.signals.map((signal) => ({ entity: pivot, ...signal })));
    const provenance: Provenance = { origin: "run", ref, confidence: Math.round(one.confidence * 1e4) / 1e4 };
    let main = true;
    for (const place of one.place ? [one.place, ...one.further] : one.further) {
      const there = spans.find((span) => span.side === "source" && rangesOverlap(span, place));
      const same = there && there.start === place.start && there.end === place.end;
      if (there && !same) {
        if (main)
          signals.push({
            entity: pivot,
            kind: "overlap",
            message: `“${place.surface}” overlaps a span that is there already.`,
          });
      } else {
        const span = there ?? makeSpan(place, freshId(one.entity.id, used), provenance);
        if (!there) spans.push(span);
        links.push({ pivot, source: span.id, provenance });
        if (main && one.place) placed++;
      }
      main = false;
    }
  }
  const untouched =
    annotation.absences.length === 0 && annotation.spans.every(({ side }) => side === "pivot");
  for (const { confidence, ...place } of untouched ? unprompted : []) {
    const provenance: Provenance = { origin: "run", ref, confidence: Math.round(confidence * 1e4) / 1e4 };
    spans.push(makeSpan(place, freshId("country", used), provenance));
  }
  return {
    id,
    annotation: { ...annotation, spans: spans.sort(compareSpans), links: links.sort(compareLinks) },
    signals,
    placed,
    unplaced: entities.length - placed,
    kept: annotation.spans.filter((span) => span.side === "pivot").length - entities.length,
  };
}

const makeSpan = (
  { start, end, label }: Pick<Span, "start" | "end" | "label">,
  id: SpanId,
  provenance: Provenance,
): Span => ({ id, side: "source", start, end, label, provenance });

function freshId(entity: string, used: Set<string>): SpanId {
  for (let number = 1; ; number++) {
    const id = `${entity}.${number}`;
    if (used.has(id)) continue;
    used.add(id);
    return spanId(id);
  }
}
