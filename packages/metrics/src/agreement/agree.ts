import { type Annotation, absenceOf, linksOf, type Span, sameRange } from "@spanbridge/shared";
import { linkedSpans, linkKey } from "../links/keys.ts";
import { type LinkScores, linkCounts, linkScores } from "../links/score.ts";
import { type SpanMode, type SpanReport, scoreSpans } from "../spans/score.ts";
import type { LabelledRange } from "../spans/span.ts";
import { cohenKappa, type Kappa } from "./kappa.ts";

/**
 * Span F1 between two annotators, all labels and each label by itself. F1 is the same whoever is called gold, and is what
 * kappa tends to when nearly everything is in no span (Hripcsak & Rothschild 2005).
 */
export function spanAgreement(
  segments: Iterable<{ readonly a: readonly LabelledRange[]; readonly b: readonly LabelledRange[] }>,
  mode: SpanMode = "strict",
): SpanReport {
  return scoreSpans(
    Iterator.from(segments).map(({ a, b }) => ({ gold: a, predicted: b })),
    mode,
  );
}

export type LinkAgreement = {
  /** All links, by the places of their spans: a link that one annotator lacks counts, for whatever reason it is missing. */
  readonly all: LinkScores;
  /** Only links between spans that both annotators have: disagreement on links alone. */
  readonly onSharedSpans: LinkScores;
  /** Of spans that both have, what they say: linked, without counterpart, or nothing yet. */
  readonly decisions: Kappa;
};

/** How far two annotators agree on links and on missing counterparts. F1 and AER do not depend on who is called A. */
export function linkAgreement(
  segments: Iterable<{ readonly a: Annotation; readonly b: Annotation }>,
): LinkAgreement {
  const none = { predicted: 0, sure: 0, predictedSure: 0, predictedPossible: 0 };
  const all = { ...none };
  const shared = { ...none };
  const decisions: (readonly [string, string])[] = [];
  for (const { a, b } of segments) {
    const twins = sharedSpans(a, b);
    const inBoth = new Set(twins.flat());
    const keys = (annotation: Annotation, keep: (span: Span) => boolean): string[] =>
      linkedSpans(annotation)
        .filter(({ pivot, source }) => keep(pivot) && keep(source))
        .map(({ pivot, source }) => linkKey(pivot, source));
    add(all, linkCounts({ sure: keys(a, () => true), predicted: keys(b, () => true) }));
    const keep = (span: Span): boolean => inBoth.has(span);
    add(shared, linkCounts({ sure: keys(a, keep), predicted: keys(b, keep) }));
    for (const [ofA, ofB] of twins) decisions.push([decisionOn(a, ofA), decisionOn(b, ofB)]);
  }
  return { all: linkScores(all), onSharedSpans: linkScores(shared), decisions: cohenKappa(decisions) };
}

/** Spans of both annotators on the same side with the same range, label aside; a range counts once. */
function sharedSpans(a: Annotation, b: Annotation): (readonly [Span, Span])[] {
  const left = [...b.spans];
  return a.spans.flatMap((span) => {
    const index = left.findIndex((other) => other.side === span.side && sameRange(other, span));
    const [other] = index === -1 ? [] : left.splice(index, 1);
    return other ? [[span, other] as const] : [];
  });
}

const decisionOn = (annotation: Annotation, span: Span): string =>
  linksOf(annotation, span.id).length > 0 ? "linked" : absenceOf(annotation, span.id) ? "absent" : "open";

function add(sum: { -readonly [Field in keyof LinkScoresInput]: number }, more: LinkScoresInput): void {
  sum.predicted += more.predicted;
  sum.sure += more.sure;
  sum.predictedSure += more.predictedSure;
  sum.predictedPossible += more.predictedPossible;
}

type LinkScoresInput = ReturnType<typeof linkCounts>;
