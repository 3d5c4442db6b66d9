import type { NamePair, ReviewedSegment, StoredWeights } from "@spanbridge/projection";
import { type Conventions, LEARNING_MINIMUM } from "@spanbridge/shared/contracts";
import {
  type KeptLearning,
  readLearnt,
  reviewedMark,
  reviewedNumbers,
  writeLearnt,
} from "../../db/learning.ts";
import { pairsOf, readTaughtPairs } from "../../db/memory.ts";
import { readSegmentStates } from "../../db/segment-state.ts";
import type { Querier } from "../../db/transaction.ts";
import { engineLanguage } from "./engine-language.ts";

/** What is to be learnt from before a run; `memory` holds only what no accepted segment has taught. */
export type Teaching = {
  readonly basis: string;
  readonly reviewed: readonly ReviewedSegment[];
  readonly memory: readonly NamePair[];
};

/** The project's own weights, or what they are to be learnt from anew; neither where there is too little. */
export async function teachingFor(
  querier: Querier,
  { projectId, sourceLang }: { readonly projectId: string; readonly sourceLang: string },
  conventions: Conventions,
): Promise<{ readonly weights: StoredWeights | undefined; readonly teaching: Teaching | undefined }> {
  const { count, mark } = await reviewedMark(querier, projectId);
  if (count < LEARNING_MINIMUM) return { weights: undefined, teaching: undefined };
  const basis = JSON.stringify([count, mark, conventions]);
  const known = await readLearnt(querier, projectId);
  if (known?.basis === basis) {
    return { weights: known.used ? known.weights : undefined, teaching: undefined };
  }
  const states = await readSegmentStates(querier, projectId, await reviewedNumbers(querier, projectId));
  const ofLanguage = states.filter((state) => engineLanguage(state.sourceLang, sourceLang) === sourceLang);
  const reviewed = ofLanguage.map(({ id, annotation }): ReviewedSegment => {
    const sides = (side: "pivot" | "source") => annotation.spans.filter((span) => span.side === side);
    return {
      segment: {
        id,
        sourceLang,
        sourceText: annotation.sourceText,
        pivotText: annotation.pivotText,
        entities: sides("pivot").map(({ id: entity, start, end, label }) => ({
          id: entity,
          start,
          end,
          label,
        })),
      },
      gold: sides("source").map(({ start, end, label }) => ({ start, end, label })),
      pairs: pairsOf(annotation),
    };
  });
  return {
    weights: undefined,
    teaching: { basis, reviewed, memory: await readTaughtPairs(querier, projectId) },
  };
}

/** Keeps what was learnt; it is used from then on where it is better on segments that had no part in it. */
export async function keepLearnt(
  querier: Querier,
  projectId: string,
  { basis, reviewed }: Teaching,
  adapted: Pick<KeptLearning, "before" | "after"> & { readonly weights: StoredWeights },
  at: Date,
): Promise<void> {
  const { weights, before, after } = adapted;
  await writeLearnt(querier, projectId, {
    basis,
    segments: reviewed.length,
    at: at.toISOString(),
    before,
    after,
    used: after > before,
    weights,
  });
}
