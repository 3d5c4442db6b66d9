import { type Annotation, type Range, type Span, spanById } from "@spanbridge/shared";

/** A link by where its two spans stand: ids differ between layers, places do not. Labels are not part of it. */
export const linkKey = (pivot: Range, source: Range): string =>
  `${pivot.start}-${pivot.end} ${source.start}-${source.end}`;

/** A word alignment by the two tokens' indices, as Pharaoh writes it. */
export const pharaohKey = (source: number, target: number): string => `${source}-${target}`;

export type LinkedSpans = { readonly pivot: Span; readonly source: Span };

/** The links of an annotation with their spans. */
export function linkedSpans(annotation: Annotation): readonly LinkedSpans[] {
  return annotation.links.flatMap((link) => {
    const pivot = spanById(annotation, link.pivot);
    const source = spanById(annotation, link.source);
    return pivot && source ? [{ pivot, source }] : [];
  });
}

export const linkKeys = (annotation: Annotation): ReadonlySet<string> =>
  new Set(linkedSpans(annotation).map(({ pivot, source }) => linkKey(pivot, source)));
