import type { Annotation, Side, Span } from "@spanbridge/shared";
import { lastAnswer, sameElements, steady } from "./last.ts";

const found: Readonly<Record<Side, (spans: readonly Span[]) => readonly Span[]>> = {
  source: spansOn("source"),
  pivot: spansOn("pivot"),
};

function spansOn(side: Side): (spans: readonly Span[]) => readonly Span[] {
  const kept = steady<readonly Span[]>(sameElements);
  return lastAnswer((spans) => kept(spans.filter((span) => span.side === side)));
}

/** The spans of one side; the same list as before while an edit concerns the other side only. */
export const sideSpans = ({ spans }: Annotation, side: Side): readonly Span[] => found[side](spans);
