import {
  type Annotation,
  absenceOf,
  codePoint,
  compareSpans,
  counterpartsBySpan,
  type Span,
  Text,
} from "@spanbridge/shared";

/** An entity of the translation with what stands for it in the source. */
export type SaidEntity = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
  /** `null`: it is stated that nothing does. `undefined`: nobody has said anything. */
  readonly phrase: string | null | undefined;
  /** Up to five characters before the phrase. */
  readonly before: string;
};

/** What an annotation says, in the terms of the stages. */
export type Said = {
  readonly translation: string;
  /** In reading order of the translation. */
  readonly entities: readonly SaidEntity[];
  /** Linked names in reading order of the source. */
  readonly names: readonly { readonly source: string; readonly pivot: string }[];
};

const BEFORE = 5;

/** Reads an annotation as the answers it stands for. A span with several counterparts counts with the first of them. */
export function saidBy(annotation: Annotation): Said {
  const source = new Text(annotation.sourceText);
  const pivot = new Text(annotation.pivotText);
  const counterparts = counterpartsBySpan(annotation);
  const spans = [...annotation.spans].sort(compareSpans);
  const entities = spans
    .filter(({ side }) => side === "pivot")
    .map((span): SaidEntity => {
      const found = counterparts.get(span.id)?.[0];
      const { start, end, label } = span;
      const phrase = found ? source.slice(found) : absenceOf(annotation, span.id) ? null : undefined;
      return {
        start,
        end,
        label,
        text: pivot.slice(span),
        phrase,
        before: found ? beforeOf(source, found) : "",
      };
    });
  const names = spans
    .filter(({ side }) => side === "source")
    .flatMap((span) => {
      const other = counterparts.get(span.id)?.[0];
      return other ? [{ source: source.slice(span), pivot: pivot.slice(other) }] : [];
    });
  return { translation: annotation.pivotText, entities, names };
}

const beforeOf = (text: Text, { start }: Span): string =>
  text.slice({ start: codePoint(Math.max(0, start - BEFORE)), end: start });
