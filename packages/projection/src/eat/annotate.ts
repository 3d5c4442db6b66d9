import {
  type Absence,
  type Annotation,
  compareLinks,
  compareSpans,
  type Link,
  type Provenance,
  rangesOverlap,
  type Span,
  type SpanId,
  sameRange,
  spanId,
} from "@spanbridge/shared";
import type { RecordedSignal } from "@spanbridge/shared/contracts";
import type { EatResult, EatSegment } from "./segment.ts";
import { signal } from "./signals.ts";

const isHuman = ({ provenance }: { readonly provenance: Provenance }): boolean =>
  provenance.origin === "human";

/** What of an annotation an engine starts from: the pivot side, and on the source side only what a person made or touched. */
export function keepHuman(annotation: Annotation): Annotation {
  const links = annotation.links.filter(isHuman);
  const linked = new Set<SpanId>(links.map(({ source }) => source));
  const spans = annotation.spans.filter(
    (span) => span.side === "pivot" || isHuman(span) || linked.has(span.id),
  );
  const ids = new Set<SpanId>(spans.map(({ id }) => id));
  const absences = annotation.absences.filter(
    (absence: Absence) => ids.has(absence.span) && isHuman(absence),
  );
  return { ...annotation, spans, links, absences };
}

/** The segment that the stages get to see: `keep` says which results it is to keep. */
export function segmentOf(
  annotation: Annotation,
  keep: { readonly translation: boolean; readonly entities: boolean },
): EatSegment {
  const pivotText = keep.translation ? annotation.pivotText : "";
  const settled = new Set<SpanId>([
    ...annotation.links.filter(isHuman).map(({ pivot }) => pivot),
    ...annotation.absences.filter(isHuman).map(({ span }) => span),
  ]);
  const pivots = annotation.spans.filter(({ side }) => side === "pivot");
  const has = keep.entities && pivotText !== "" && pivots.length > 0;
  return {
    sourceText: annotation.sourceText,
    pivotText,
    entities: has ? pivots.filter(({ id }) => !settled.has(id)) : undefined,
  };
}

/** A result as an annotation, on top of what people made: `annotation` is the one the segment was made from. */
export function annotationOf(
  annotation: Annotation,
  segment: EatSegment,
  result: EatResult,
  ref: string,
): { readonly annotation: Annotation; readonly signals: readonly RecordedSignal[] } {
  const human = keepHuman(annotation);
  // Entities that were found anew replace the former ones, with all that hangs on those.
  const anew = segment.entities === undefined;
  const kept = anew
    ? { ...human, spans: human.spans.filter(({ side }) => side === "source"), links: [], absences: [] }
    : human;
  const spans: Span[] = [...kept.spans];
  const links: Link[] = [...kept.links];
  const signals = [...result.signals];
  const own = (confidence?: number): Provenance => ({
    origin: "run",
    ref,
    ...(confidence !== undefined && { confidence }),
  });
  for (const { id, start, end, label, place, confidence } of result.entities) {
    const pivot = spanId(id);
    if (anew) spans.push({ id: pivot, side: "pivot", start, end, label, provenance: own() });
    if (!place) continue;
    const there = spans.filter((span) => span.side === "source" && rangesOverlap(span, place));
    const same = there.find((span) => sameRange(span, place));
    if (there.some((span) => isHuman(span) && !sameRange(span, place))) {
      signals.push(signal("overlap", id, `“${place.surface}” overlaps a span that a person has made.`));
      continue;
    }
    const source = same?.id ?? freshId(id, spans);
    if (!same) {
      spans.push({
        id: source,
        side: "source",
        start: place.start,
        end: place.end,
        label,
        provenance: own(confidence),
      });
    }
    links.push({ pivot, source, provenance: own(confidence) });
  }
  return {
    annotation: {
      ...kept,
      pivotText: result.pivotText,
      spans: spans.sort(compareSpans),
      links: links.sort(compareLinks),
    },
    signals,
  };
}

function freshId(entity: string, spans: readonly Span[]): SpanId {
  for (let number = 1; ; number++) {
    const id = spanId(`${entity}.${number}`);
    if (!spans.some((span) => span.id === id)) return id;
  }
}
