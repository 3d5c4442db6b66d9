import { rangesOverlap, type Span } from "@spanbridge/shared";
import type { TokenRange } from "../record.ts";

/** Tokens of a text, with how each is written. */
export type OnText = { readonly ranges: readonly TokenRange[]; readonly forms: readonly string[] };

/** A span as tokens: `from` to `to`, exclusive. */
export type TokenSpan = { readonly span: Span; readonly from: number; readonly to: number };

/** How a span lies on the tokens: `inside` cuts one, `none` covers none, `trimmed` begins or ends in white space. */
export type Fit =
  | { readonly kind: "exact" | "trimmed"; readonly tokens: TokenSpan }
  | { readonly kind: "inside"; readonly token: TokenRange }
  | { readonly kind: "none" };

export function fit(span: Span, tokens: readonly TokenRange[]): Fit {
  const from = firstEndingAfter(tokens, span.start);
  let to = from;
  while ((tokens[to]?.[0] ?? Number.POSITIVE_INFINITY) < span.end) to++;
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (to === from || !first || !last) return { kind: "none" };
  if (first[0] < span.start) return { kind: "inside", token: first };
  if (last[1] > span.end) return { kind: "inside", token: last };
  const exact = first[0] === span.start && last[1] === span.end;
  return { kind: exact ? "exact" : "trimmed", tokens: { span, from, to } };
}

/** Index of the first token that ends after the offset. Token ends ascend. */
function firstEndingAfter(tokens: readonly TokenRange[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.[1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A set of spans that do not overlap, longest first, so that of nested ones the outermost stays; and the others. */
export function withoutOverlap(spans: readonly Span[]): { readonly kept: Span[]; readonly dropped: Span[] } {
  const kept: Span[] = [];
  const dropped: Span[] = [];
  const longestFirst = [...spans].sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      compare(a.label, b.label) ||
      compare(a.id, b.id),
  );
  for (const span of longestFirst) {
    (kept.some((other) => rangesOverlap(other, span)) ? dropped : kept).push(span);
  }
  return { kept: kept.sort((a, b) => a.start - b.start), dropped };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
