import type { Annotation } from "../annotation/annotation.ts";
import { machineOrigin } from "../annotation/provenance.ts";
import { type Evidence, evidenceKinds, standing } from "./evidence.ts";
import { signalKinds, signalsOf } from "./signals.ts";

/** What an annotation says by itself: its signals, and one that is about the segment as a whole. */
export const annotationSignals = [...signalKinds, "counts_differ"] as const;

export type AnnotationSignal = (typeof annotationSignals)[number];

/** What the queue can be filtered by: that, and what engines have recorded. */
export const queueSignals = [...annotationSignals, ...evidenceKinds] as const;
export type QueueSignal = (typeof queueSignals)[number];

/**
 * Points of one signal towards "worth a look": an entity that has no place weighs most, because it is lost to whoever
 * uses the data; a machine's doubt weighs least of those about a single span.
 */
export const signalPoints: Readonly<Record<QueueSignal, number>> = {
  not_projected: 10,
  labels_differ: 8,
  unlinked_source: 6,
  low_confidence: 4,
  counts_differ: 2,
  not_literal: 6,
  label_conflicts_with_memory: 5,
  engines_disagree: 5,
  back_translation_differs: 5,
  overlap: 4,
  low_margin: 3,
  boundary_inside_word: 3,
  suffix_or_title_adjacent: 3,
  several_occurrences: 2,
  placed_after_normalisation: 1,
  format_repaired: 1,
};

/** What an annotation says about itself, as far as the queue needs it. */
export type Digest = {
  /** The points of all signals together; 0: nothing here asks for a look. */
  readonly worth: number;
  /** Each kind once, in the order of `queueSignals`. */
  readonly signals: readonly QueueSignal[];
  /** The lowest confidence, 0 to 1, of what no person has touched; undefined where no machine gave one. */
  readonly confidence: number | undefined;
};

/** Pure and cheap: millions are made during an import. `evidence` is what engines have recorded about the segment. */
export function digestOf(annotation: Annotation, evidence: readonly Evidence[] = []): Digest {
  const found = signalsOf(annotation).map(({ kind }): QueueSignal => kind);
  for (const { kind } of standing(annotation, evidence)) found.push(kind);
  if (countsDiffer(annotation)) found.push("counts_differ");
  return {
    worth: found.reduce((sum, kind) => sum + signalPoints[kind], 0),
    signals: found.length === 0 ? [] : queueSignals.filter((kind) => found.includes(kind)),
    confidence: lowestConfidence(annotation),
  };
}

/** Spans said to have no counterpart are not missed on the other side. */
function countsDiffer({ pivotText, spans, absences }: Annotation): boolean {
  if (pivotText === "") return false;
  const absent = new Set(absences.map(({ span }) => span));
  let balance = 0;
  for (const { id, side } of spans) if (!absent.has(id)) balance += side === "source" ? 1 : -1;
  return balance !== 0;
}

function lowestConfidence({ spans, links }: Annotation): number | undefined {
  let lowest: number | undefined;
  for (const { provenance } of [...spans, ...links]) {
    if (provenance.origin === "human") continue;
    const confidence = machineOrigin(provenance)?.confidence;
    // A negative one is a log-probability.
    if (confidence === undefined || confidence < 0 || confidence > 1) continue;
    if (lowest === undefined || confidence < lowest) lowest = confidence;
  }
  return lowest;
}
