import {
  type Annotation,
  type Link,
  type Side,
  type Span,
  type SpanId,
  sameValue,
  Text,
} from "@spanbridge/shared";
import type { Change, SplitName } from "@spanbridge/shared/contracts";

/** A segment as a snapshot holds it. */
export type FrozenSegment = {
  readonly annotation: Annotation;
  readonly document: string;
  readonly split: SplitName | null;
};

type Row = readonly [what: Change["what"], before: string | null, after: string | null];

/**
 * What differs between a segment as it was and as it is, in words. Spans are the same span when they have the same id, or
 * stand at the same place; who said so makes no difference. Only notes and flags are summed up as "other".
 */
export function changesBetween(before: FrozenSegment, after: FrozenSegment): Change[] {
  const old = described(before.annotation);
  const now = described(after.annotation);
  const rows: Row[] = [
    ...spanChanges("source", old, now),
    ...spanChanges("pivot", old, now),
    ...listChanges("link", linkWords(before.annotation, old), linkWords(after.annotation, now)),
    ...listChanges("absence", absenceWords(before.annotation, old), absenceWords(after.annotation, now)),
    ["translation", before.annotation.pivotText || null, after.annotation.pivotText || null],
    ["state", before.annotation.review.state, after.annotation.review.state],
    ["split", before.split, after.split],
    ["document", before.document || null, after.document || null],
  ];
  const changes = rows
    .filter(([, was, is]) => was !== is)
    .map(([what, was, is]): Change => ({ what, before: was, after: is }));
  if (changes.length === 0 || !sameValue(rest(before.annotation), rest(after.annotation))) {
    changes.push({ what: "other", before: null, after: "Notes, flag, or who said what" });
  }
  return changes;
}

const rest = ({ flagged, notes, review }: Annotation): unknown => [flagged, notes, review.reason];

type Described = {
  readonly spans: ReadonlyMap<SpanId, Span>;
  readonly words: ReadonlyMap<SpanId, string>;
};

function described({ spans, sourceText, pivotText }: Annotation): Described {
  const texts: Record<Side, Text> = { source: new Text(sourceText), pivot: new Text(pivotText) };
  const words = spans.map((span): [SpanId, string] => [
    span.id,
    `${span.label} ${texts[span.side].slice(span)}`,
  ]);
  return { spans: new Map(spans.map((span) => [span.id, span])), words: new Map(words) };
}

/** With its place where the words alone say that nothing changed. */
const placed = (words: string, { start, end }: Span): string => `${words} (${start}–${end})`;

function spanChanges(side: Side, old: Described, now: Described): Row[] {
  const what = side === "source" ? "source_span" : "pivot_span";
  const ofSide = ({ spans }: Described): Span[] => [...spans.values()].filter((span) => span.side === side);
  const place = ({ start, end }: Span): string => `${start}-${end}`;
  const rows: Row[] = [];
  const unmatched = new Set(ofSide(now));
  const gone: Span[] = [];
  for (const span of ofSide(old)) {
    const other = now.spans.get(span.id);
    if (!other || other.side !== side) gone.push(span);
    else {
      unmatched.delete(other);
      rows.push(pairRow(what, span, other, old, now));
    }
  }
  // Removed and added again in the same place: an import or another run gave it a new id.
  const byPlace = new Map([...unmatched].map((span) => [place(span), span]));
  for (const span of gone) {
    const other = byPlace.get(place(span));
    if (other && unmatched.delete(other)) rows.push(pairRow(what, span, other, old, now));
    else rows.push([what, placed(old.words.get(span.id) ?? "", span), null]);
  }
  for (const span of unmatched) rows.push([what, null, placed(now.words.get(span.id) ?? "", span)]);
  return rows;
}

function pairRow(what: Change["what"], span: Span, other: Span, old: Described, now: Described): Row {
  const [was, is] = [old.words.get(span.id) ?? "", now.words.get(other.id) ?? ""];
  const moved = span.start !== other.start || span.end !== other.end;
  return moved ? [what, placed(was, span), placed(is, other)] : [what, was, is];
}

function listChanges(what: Change["what"], old: readonly string[], now: readonly string[]): Row[] {
  const left = [...now];
  const rows: Row[] = [];
  for (const words of old) {
    const at = left.indexOf(words);
    if (at === -1) rows.push([what, words, null]);
    else left.splice(at, 1);
  }
  return [...rows, ...left.map((words): Row => [what, null, words])];
}

const linkWords = ({ links }: Annotation, { words }: Described): string[] =>
  links.map(({ pivot, source }: Link) => `${words.get(pivot) ?? pivot} ↔ ${words.get(source) ?? source}`);

const absenceWords = ({ absences }: Annotation, { words }: Described): string[] =>
  absences.map(({ span, reason }) => `${words.get(span) ?? span}: ${reason.replaceAll("_", " ")}`);
