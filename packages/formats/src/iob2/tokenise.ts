import { codePoint, type Span, type Text, words } from "@spanbridge/shared";
import type { TokenRange } from "../record.ts";

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

function pushVisible(into: TokenRange[], text: Text, start: number, end: number): void {
  if (!INVISIBLE.test(text.slice({ start: codePoint(start), end: codePoint(end) }))) into.push([start, end]);
}
