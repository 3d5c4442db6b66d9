import { codePoint, type Span, type Text, words } from "@spanbridge/shared";
import type { TokenRange } from "../record.ts";
import type { OnText } from "./fit.ts";

/** Pieces that show nothing are not tokens; the reader's alignment passes over them. */
const INVISIBLE = /^[\s\p{Cf}\p{Cc}]*$/u;

/** The words and punctuation marks of a text, by the language's rules; white space is left out. */
export function tokenise(text: Text, language: string): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (const { start, end } of words(text, language)) pushVisible(ranges, text, start, end);
  return ranges;
}

/**
 * Cuts tokens at the spans' edges that lie inside them. Only for tokens that we made ourselves: dictionary segmentation
 * knows few names, so that in Thai or Chinese most names would be lost otherwise, and nobody's tokenisation is changed.
 */
export function cutAt(
  tokens: readonly TokenRange[],
  spans: readonly Span[],
  text: Text,
  onCut: (token: TokenRange) => void,
): TokenRange[] {
  const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const cut: TokenRange[] = [];
  let next = 0;
  for (const token of tokens) {
    const [start, end] = token;
    let from = start;
    for (let edge = edges[next]; edge !== undefined && edge < end; edge = edges[++next]) {
      if (edge <= from) continue;
      pushVisible(cut, text, from, edge);
      if (from === start) onCut(token);
      from = edge;
    }
    pushVisible(cut, text, from, end);
  }
  return cut;
}

/** The same for imported tokens, which have forms. Those that share a range (contractions) stay whole. */
export function splitAt(
  { ranges, forms }: OnText,
  spans: readonly Span[],
  text: Text,
  onCut: (form: string) => void,
): OnText {
  const cut: { range: TokenRange; form: string }[] = [];
  for (const [at, token] of ranges.entries()) {
    const form = forms[at] ?? "";
    const shared = [ranges[at - 1], ranges[at + 1]].some(
      (other) => other?.[0] === token[0] && other[1] === token[1],
    );
    const pieces = shared ? [token] : cutAt([token], spans, text, () => onCut(form));
    if (pieces.length < 2) cut.push({ range: token, form });
    else {
      for (const [start, end] of pieces) {
        const slice = text.slice({ start: codePoint(start), end: codePoint(end) });
        cut.push({ range: [start, end], form: slice });
      }
    }
  }
  return { ranges: cut.map(({ range }) => range), forms: cut.map(({ form }) => form) };
}

export const isVisible = (text: Text, start: number, end: number): boolean =>
  !INVISIBLE.test(text.slice({ start: codePoint(start), end: codePoint(end) }));

function pushVisible(into: TokenRange[], text: Text, start: number, end: number): void {
  if (isVisible(text, start, end)) into.push([start, end]);
}
