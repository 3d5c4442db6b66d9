import { codePoint, type Span, type Text } from "@spanbridge/shared";
import type { TokenRange } from "../record.ts";
import { fit } from "./fit.ts";
import type { Lose } from "./losses.ts";

/** Entities with their edges moved out to those of the tokens they lie in. */
export function widen(
  spans: readonly Span[],
  tokens: readonly TokenRange[],
  text: Text,
  lose: Lose,
): readonly Span[] {
  return spans.map((span) => {
    if (fit(span, tokens).kind !== "inside") return span;
    let { start, end }: { start: number; end: number } = span;
    for (const [from, to] of tokens) {
      if (to <= span.start || from >= span.end) continue;
      start = Math.min(start, from);
      end = Math.max(end, to);
    }
    lose("span_widened", `${span.label} ${span.start}–${span.end} "${text.slice(span)}" to ${start}–${end}`);
    return { ...span, start: codePoint(start), end: codePoint(end) };
  });
}
