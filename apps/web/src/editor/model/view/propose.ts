import {
  type Annotation,
  absenceOf,
  linksOf,
  otherSide,
  type Range,
  type Side,
  type Span,
  type SpanId,
  spanById,
} from "@spanbridge/shared";

/** A label for new text, with the span of the other side it would be linked to, if any. */
export type Proposal = { readonly label: string; readonly link: Span | undefined };

/** More than this many at once are a list to search, not a proposal. */
const MOST = 5;

/**
 * What text selected on one side most likely is: the counterpart of a span of the other side that has none yet. The
 * selected span comes first, then reading order.
 */
export function proposalsFor(
  annotation: Annotation,
  side: Side,
  selected: SpanId | undefined,
): readonly Proposal[] {
  const open = openSpans(annotation, otherSide(side));
  const first = open.find(({ id }) => id === selected);
  const ordered = first ? [first, ...open.filter((span) => span !== first)] : open;
  return ordered.slice(0, MOST).map((span) => ({ label: span.label, link: span }));
}

const openSpans = (annotation: Annotation, side: Side): readonly Span[] =>
  annotation.spans.filter(
    (span) =>
      span.side === side && linksOf(annotation, span.id).length === 0 && !absenceOf(annotation, span.id),
  );

/**
 * The span of the other side that text drawn with the pointer certainly belongs to: the selected one where it has no
 * counterpart yet, or the only one without. Undefined where that is a guess: then the person is asked.
 */
export function impliedBy(
  annotation: Annotation,
  side: Side,
  range: Range,
  selected: SpanId | undefined,
): Span | undefined {
  const open = openSpans(annotation, otherSide(side));
  const meant = open.find(({ id }) => id === selected);
  if (meant) return meant;
  const bare = !annotation.spans.some(
    (span) => span.side === side && span.start < range.end && range.start < span.end,
  );
  return bare && open.length === 1 ? open[0] : undefined;
}

/** What `from` can be linked to: spans of the other side it has no link with, those without any link first. */
export function linkCandidates(annotation: Annotation, from: SpanId): readonly Span[] {
  const side = spanById(annotation, from)?.side;
  if (!side) return [];
  const linked = new Set(linksOf(annotation, from).flatMap((link) => [link.pivot, link.source]));
  const candidates = annotation.spans.filter((span) => span.side !== side && !linked.has(span.id));
  const isOpen = (span: Span): boolean => linksOf(annotation, span.id).length === 0;
  return [...candidates.filter(isOpen), ...candidates.filter((span) => !isOpen(span))];
}
