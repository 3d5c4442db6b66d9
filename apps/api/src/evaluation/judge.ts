import {
  type LinkOutcome,
  linkOutcomes,
  type ProjectionSegment,
  projectionSegment,
  type SpanOutcome,
  spanOutcomes,
} from "@spanbridge/metrics";
import { type Annotation, emptyAnnotation, type Side, type Span } from "@spanbridge/shared";
import type { ComparedRow } from "../db/evaluation-rows.ts";

/** What one system did on one segment; everything that a figure can be made of or opened down to. */
export type Judgement = {
  readonly number: number;
  /** The system has an annotation of this segment; without one it counts as one without entities. */
  readonly present: boolean;
  /** Both refer to the same translation: links and projection can be compared. */
  readonly sameText: boolean;
  readonly gold: Annotation;
  readonly predicted: Annotation;
  /** Of the compared side, restricted to the chosen labels. */
  readonly spans: { readonly gold: readonly Span[]; readonly predicted: readonly Span[] };
  /** All of the compared side were matched; those remain in which either span has a chosen label. */
  readonly outcomes: readonly SpanOutcome<Span, number>[];
};

export type JudgeOptions = { readonly side: Side; readonly labels: ReadonlySet<string> };

/** Undefined where the two annotations refer to different texts of the compared side. */
export function judge(
  row: ComparedRow,
  system: number,
  { side, labels }: JudgeOptions,
): Judgement | undefined {
  const { number, gold } = row;
  const found = row.systems[system] ?? null;
  const predicted = found ?? emptyAnnotation(gold.sourceText, gold.pivotText);
  const sameText = predicted.pivotText === gold.pivotText;
  if (side === "pivot" && !sameText) return undefined;
  const of = (annotation: Annotation) => annotation.spans.filter((span) => span.side === side);
  const all = { gold: of(gold), predicted: of(predicted) };
  const chosen = (span: Span | undefined): boolean =>
    span !== undefined && (labels.size === 0 || labels.has(span.label));
  const outcomes = [...spanOutcomes<Span, number>([{ segment: number, ...all }])];
  const whole = labels.size === 0;
  return {
    number,
    present: found !== null,
    sameText,
    gold,
    predicted,
    spans: whole ? all : { gold: all.gold.filter(chosen), predicted: all.predicted.filter(chosen) },
    outcomes: whole ? outcomes : outcomes.filter((one) => chosen(one.gold) || chosen(one.predicted)),
  };
}

/** The links of a segment; with labels, those with a span that has one of them. None where the translations differ. */
export function linksIn(
  { number, gold, predicted, sameText }: Judgement,
  labels: ReadonlySet<string>,
): readonly LinkOutcome<number>[] {
  if (!sameText) return [];
  const outcomes = linkOutcomes(number, gold, predicted);
  if (labels.size === 0) return outcomes;
  return outcomes.filter((outcome) =>
    [outcome.gold, outcome.predicted].some(
      (link) => link && (labels.has(link.pivot.label) || labels.has(link.source.label)),
    ),
  );
}

/** The entities of the translation and what became of them, of the chosen labels; undefined where the translations differ. */
export function projectionIn(
  { number, gold, predicted, sameText }: Judgement,
  labels: ReadonlySet<string>,
): ProjectionSegment<number> | undefined {
  if (!sameText) return undefined;
  const segment = projectionSegment(number, gold, predicted);
  if (labels.size === 0) return segment;
  return { ...segment, entities: segment.entities.filter(({ entity }) => labels.has(entity.label)) };
}
