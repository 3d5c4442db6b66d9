import type { Span } from "@spanbridge/shared";
import type { SegmentRecord, TokenRange } from "../record.ts";

/** Token `source` stands for token `pivot`, from 0. */
export type Pair = { readonly source: number; readonly pivot: number; readonly sure: boolean };

/** Key of the metadata that keeps imported pairs, as the format writes them. */
export const PAIRS_KEY = "alignment";

/** Reads `0-0 1p2`: sure with a hyphen, possible with a p. Undefined where it is something else. */
export function readPairs(value: string): readonly Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const one of value.split(/\s+/)) {
    if (one === "") continue;
    const match = /^(\d{1,6})([-p])(\d{1,6})$/.exec(one);
    if (!match) return undefined;
    pairs.push({ source: Number(match[1]), pivot: Number(match[3]), sure: match[2] === "-" });
  }
  return pairs;
}

export const writePairs = (pairs: readonly Pair[]): string =>
  pairs.map(({ source, pivot, sure }) => `${source}${sure ? "-" : "p"}${pivot}`).join(" ");

/**
 * The pairs of a segment: imported ones, and those of its links. A link of one token to one token is sure; of phrases, which
 * say nothing of their words, all pairs are possible.
 */
export function pairsOf(
  { annotation, meta }: SegmentRecord,
  source: readonly TokenRange[],
  pivot: readonly TokenRange[],
): readonly Pair[] {
  const found = new Map<string, Pair>();
  const add = (pair: Pair): void => {
    if (pair.source >= source.length || pair.pivot >= pivot.length) return;
    const key = `${pair.source} ${pair.pivot}`;
    if (pair.sure || !found.has(key)) found.set(key, pair);
  };
  const kept = meta?.extra?.[PAIRS_KEY];
  for (const pair of (typeof kept === "string" && readPairs(kept)) || []) add(pair);
  const spans = new Map<string, Span>(annotation.spans.map((span) => [span.id, span]));
  for (const link of annotation.links) {
    const [from, to] = [covered(spans.get(link.source), source), covered(spans.get(link.pivot), pivot)];
    const sure = from.length === 1 && to.length === 1;
    for (const a of from) for (const b of to) add({ source: a, pivot: b, sure });
  }
  return [...found.values()].sort((a, b) => a.source - b.source || a.pivot - b.pivot);
}

function covered(span: Span | undefined, tokens: readonly TokenRange[]): readonly number[] {
  if (!span) return [];
  return tokens.flatMap(([start, end], at) => (start < span.end && end > span.start ? [at] : []));
}
