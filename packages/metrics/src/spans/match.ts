import { rangesOverlap, sameRange } from "@spanbridge/shared";
import { distinctSpans, type LabelledRange, type SpanPair } from "./span.ts";

export type MatchedSpans<S> = { readonly gold: S; readonly predicted: S };

/** Each distinct span is in exactly one of the three lists. */
export type Matching<S> = {
  readonly pairs: readonly MatchedSpans<S>[];
  readonly missed: readonly S[];
  readonly spurious: readonly S[];
};

/**
 * Which predicted span stands for which gold span: one to one, best pair first, among pairs that share a code point.
 *
 * A pair is the better
 * 1. by kind: same range and label; same range; same label; neither;
 * 2. the more code points both share;
 * 3. the fewer code points their edges are apart (|Δstart| + |Δend|);
 * 4. the earlier it stands.
 *
 * The result does not depend on the order of the lists, and turns round when gold and prediction do. nervaluate
 * (MantisAI) instead walks through the predictions as listed and gives each the first gold span left that it overlaps:
 * there a bad prediction listed first can use up the gold span that a later one meets exactly, and each of its four
 * schemas matches anew. Ours is one matching for all schemas.
 */
export function matchSpans<S extends LabelledRange>({ gold, predicted }: SpanPair<S>): Matching<S> {
  const right = distinctSpans(gold);
  const said = distinctSpans(predicted);
  const candidates: Candidate<S>[] = [];
  for (const a of right) {
    for (const b of said) {
      if (b.start >= a.end) break;
      if (rangesOverlap(a, b)) candidates.push({ gold: a, predicted: b, rank: rankOf(a, b) });
    }
  }
  candidates.sort((a, b) => compareRanks(a.rank, b.rank));
  const used = new Set<S>();
  const pairs: MatchedSpans<S>[] = [];
  for (const { gold: a, predicted: b } of candidates) {
    if (used.has(a) || used.has(b)) continue;
    used.add(a).add(b);
    pairs.push({ gold: a, predicted: b });
  }
  const isFree = (span: S): boolean => !used.has(span);
  return { pairs, missed: right.filter(isFree), spurious: said.filter(isFree) };
}

type Candidate<S> = MatchedSpans<S> & { readonly rank: readonly number[] };

/**
 * Smaller is better. Symmetric in its arguments, so that a matching and its mirror image agree. Pairs that share a span
 * and have the same rank differ in a label only; they keep the order they were made in, as sorting is stable.
 */
function rankOf(a: LabelledRange, b: LabelledRange): readonly number[] {
  const label = a.label === b.label ? 0 : 1;
  const kind = sameRange(a, b) ? label : 2 + label;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  return [kind, -shared, apart, Math.min(a.start, b.start), Math.max(a.start, b.start)];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
