import { compareAbsences } from "../src/annotation/absence.ts";
import { type Annotation, textOf } from "../src/annotation/annotation.ts";
import { compareLinks } from "../src/annotation/link.ts";
import { compareSpans } from "../src/annotation/span.ts";
import { compareNotes } from "../src/review/review.ts";
import { graphemeBoundaries } from "../src/text/graphemes.ts";
import { Text } from "../src/text/text.ts";

/** What is wrong with an annotation, written without the functions that the edits themselves use to keep it right. */
export function problemsOf(annotation: Annotation): string[] {
  const problems: string[] = [];
  const { spans, links, absences, notes } = annotation;
  const sideOf = new Map(spans.map(({ id, side }) => [id, side]));
  const places = new Set<string>();
  for (const span of spans) {
    const edges = new Set<number>(graphemeBoundaries(new Text(textOf(annotation, span.side))));
    if (!(span.start < span.end)) problems.push(`${span.id} is empty`);
    if (!(edges.has(span.start) && edges.has(span.end))) problems.push(`${span.id} is not of whole clusters`);
    const place = JSON.stringify([span.side, span.start, span.end, span.label]);
    if (places.has(place)) problems.push(`${span.id} is a second one at its place`);
    places.add(place);
  }
  for (const { pivot, source } of links) {
    if (sideOf.get(pivot) !== "pivot") problems.push(`link to ${pivot} has no pivot span`);
    if (sideOf.get(source) !== "source") problems.push(`link to ${source} has no source span`);
  }
  const linked = new Set(links.flatMap(({ pivot, source }) => [pivot, source]));
  for (const { span } of absences) {
    if (!sideOf.has(span)) problems.push(`mark on missing ${span}`);
    if (linked.has(span)) problems.push(`mark beside a link of ${span}`);
  }
  const unsorted = <T>(items: readonly T[], compare: (a: T, b: T) => number): boolean =>
    items.some((item, index) => {
      const next = items[index + 1];
      return next !== undefined && compare(item, next) >= 0;
    });
  if (new Set(spans.map(({ id }) => id)).size !== spans.length) problems.push("a span id occurs twice");
  // Strictly ascending: out of order and twice the same are both seen.
  if (unsorted(spans, compareSpans)) problems.push("spans out of order");
  if (unsorted(links, compareLinks)) problems.push("links out of order");
  if (unsorted(absences, compareAbsences)) problems.push("marks out of order");
  if (unsorted(notes, compareNotes)) problems.push("notes out of order");
  return problems;
}

/** Pairs of spans of one side that share text, as "id id". */
export function overlaps({ spans }: Annotation): string[] {
  return spans.flatMap((a) =>
    spans
      .filter((b) => a.id < b.id && a.side === b.side && a.start < b.end && b.start < a.end)
      .map((b) => `${a.id} ${b.id}`),
  );
}
