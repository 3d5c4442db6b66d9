import { machineOrigin, type Span } from "@spanbridge/shared";
import type { Judged } from "../stats/calibration.ts";
import type { SpanOutcome } from "./outcomes.ts";

export type JudgedSpan<Segment = string> = Judged & { readonly outcome: SpanOutcome<Span, Segment> };

/**
 * Predicted spans with the confidence the machine gave them and whether they are strictly right: what `calibration` takes.
 * Missed spans do not occur. A span that a person has touched since keeps the machine's confidence but is no longer its
 * word: score the layer that the machine wrote.
 */
export function* judgedSpans<Segment>(
  outcomes: Iterable<SpanOutcome<Span, Segment>>,
): Generator<JudgedSpan<Segment>, void, undefined> {
  for (const outcome of outcomes) {
    if (!outcome.predicted) continue;
    const confidence = machineOrigin(outcome.predicted.provenance)?.confidence;
    yield { outcome, confidence, correct: outcome.kind === "correct" };
  }
}
