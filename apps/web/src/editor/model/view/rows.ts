import {
  type Absence,
  type Annotation,
  absenceOf,
  compareSpans,
  counterpartsBySpan,
  type Link,
  type Side,
  type Span,
  type SpanId,
  spanById,
} from "@spanbridge/shared";

/** One line of the entity table: a linked pair, or a span that has no link. At least one of the two is there. */
export type Row = {
  readonly key: string;
  readonly pivot: Span | undefined;
  readonly source: Span | undefined;
  readonly link: Link | undefined;
  readonly absence: Absence | undefined;
};

const known = new WeakMap<Annotation, readonly Row[]>();
/** The rows that were made last, by key: those that say the same are the same, so that only changed ones are drawn anew. */
let made: ReadonlyMap<string, Row> = new Map();

/** English entities in reading order, each with its source spans; then the source spans that belong to none. */
export function rowsOf(annotation: Annotation): readonly Row[] {
  const found = known.get(annotation);
  if (found) return found;
  const rows = makeRows(annotation).map((row) => {
    const before = made.get(row.key);
    return before && sameRow(before, row) ? before : row;
  });
  made = new Map(rows.map((row) => [row.key, row]));
  known.set(annotation, rows);
  return rows;
}

const sameRow = (a: Row, b: Row): boolean =>
  a.pivot === b.pivot && a.source === b.source && a.link === b.link && a.absence === b.absence;

function makeRows(annotation: Annotation): readonly Row[] {
  const linked = counterpartsBySpan(annotation);
  const links = new Map(annotation.links.map((link) => [keyOf(link.pivot, link.source), link]));
  return annotation.spans
    .filter((span) => span.side === "pivot" || !linked.has(span.id))
    .sort((a, b) => (a.side === b.side ? compareSpans(a, b) : a.side === "pivot" ? -1 : 1))
    .flatMap((span) => {
      const alone = row(undefined, absenceOf(annotation, span.id), { [span.side]: span });
      const others = linked.get(span.id) ?? [];
      return others.length === 0
        ? [alone]
        : others.map((source) =>
            row(links.get(keyOf(span.id, source.id)), undefined, { pivot: span, source }),
          );
    });
}

const keyOf = (pivot: string, source: string): string => `${pivot}\n${source}`;

const row = (
  link: Link | undefined,
  absence: Absence | undefined,
  { pivot, source }: { pivot?: Span; source?: Span },
): Row => ({ key: keyOf(pivot?.id ?? "", source?.id ?? ""), pivot, source, link, absence });

/** Which span is selected, and in which row: a span with several links stands in several. */
export type Selection = { readonly span: SpanId; readonly row: string };

/** The selection of a span, in its first row or in the given one where that shows it. */
export function selectionOf(annotation: Annotation, span: SpanId, row?: string): Selection | undefined {
  const showing = rowsOf(annotation).filter(({ pivot, source }) => pivot?.id === span || source?.id === span);
  const chosen = showing.find(({ key }) => key === row) ?? showing[0];
  return chosen && { span, row: chosen.key };
}

/** The row that a selection stands in. */
export const rowOf = (annotation: Annotation, selection: Selection): Row | undefined =>
  rowsOf(annotation).find(({ key }) => key === selection.row);

/** The selection after a change: the same span while it exists, in its row or the one that took its place. */
export function surviving(annotation: Annotation, selection: Selection | undefined): Selection | undefined {
  return selection && selectionOf(annotation, selection.span, selection.row);
}

/** One row up or down, staying on the side where it can; the first or last row when nothing is selected. */
export function neighbour(
  annotation: Annotation,
  selection: Selection | undefined,
  direction: "back" | "forward",
): Selection | undefined {
  const rows = rowsOf(annotation);
  const at = selection ? rows.findIndex(({ key }) => key === selection.row) : -1;
  const side = (selection && spanById(annotation, selection.span)?.side) ?? "source";
  const next =
    at === -1 ? rows.at(direction === "forward" ? 0 : -1) : rows[at + (direction === "forward" ? 1 : -1)];
  const span = next && (inRow(next, side) ?? next.pivot ?? next.source);
  return span && next && { span: span.id, row: next.key };
}

/** The span of the selected row on the given side. */
export function acrossTo(annotation: Annotation, selection: Selection, side: Side): Selection | undefined {
  const row = rowOf(annotation, selection);
  const span = row && inRow(row, side);
  return span && row && { span: span.id, row: row.key };
}

export const inRow = (row: Row, side: Side): Span | undefined => (side === "source" ? row.source : row.pivot);
