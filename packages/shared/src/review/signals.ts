import { type Annotation, counterpartsBySpan } from "../annotation/annotation.ts";
import { machineOrigin } from "../annotation/provenance.ts";
import type { Span } from "../annotation/span.ts";
import type { SpanId } from "../ids.ts";

/** Reasons to look that follow from the annotation alone. Those of the projection pipeline are recorded by its runs. */
export const signalKinds = ["not_projected", "unlinked_source", "labels_differ", "low_confidence"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** `message` is the sentence the annotator reads; `span` is the one to look at. */
export type Signal = { readonly kind: SignalKind; readonly span: SpanId; readonly message: string };

/** Below this a machine's own confidence is a reason to look; a negative one is a log-probability and says nothing here. */
export const LOW_CONFIDENCE = 0.5;

/** What is worth a look, in reading order of the spans. Pure and cheap: computed wherever it is shown. */
export function signalsOf(annotation: Annotation): readonly Signal[] {
  if (annotation.pivotText === "") return annotation.spans.flatMap(lowConfidence);
  const absent = new Set(annotation.absences.map(({ span }) => span));
  const linked = counterpartsBySpan(annotation);
  return annotation.spans.flatMap((span) => [
    ...(absent.has(span.id) ? [] : linkSignals(span, linked.get(span.id) ?? [])),
    ...lowConfidence(span),
  ]);
}

function linkSignals(span: Span, others: readonly Span[]): Signal[] {
  if (span.side === "pivot") {
    return others.length > 0
      ? []
      : [
          {
            kind: "not_projected",
            span: span.id,
            message: "This entity has no place in the source text yet.",
          },
        ];
  }
  if (others.length === 0) {
    return [
      { kind: "unlinked_source", span: span.id, message: "This span is not linked to the translation yet." },
    ];
  }
  const different = others.find((other) => other.label !== span.label);
  return different
    ? [
        {
          kind: "labels_differ",
          span: span.id,
          message: `Labelled ${span.label} here and ${different.label} in the translation.`,
        },
      ]
    : [];
}

function lowConfidence(span: Span): Signal[] {
  if (span.provenance.origin === "human") return [];
  const confidence = machineOrigin(span.provenance)?.confidence;
  return confidence !== undefined && confidence >= 0 && confidence < LOW_CONFIDENCE
    ? [
        {
          kind: "low_confidence",
          span: span.id,
          message: `The machine was unsure of this span (${Math.round(confidence * 100)} %).`,
        },
      ]
    : [];
}
