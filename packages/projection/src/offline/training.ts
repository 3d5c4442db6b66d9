import type { Range } from "@spanbridge/shared";
import { labelsOf, look, resultOf } from "./engine.ts";
import type { OfflineResources, OfflineSegment } from "./model.ts";
import { languageModel, prepare, trainingTexts } from "./prepare.ts";
import type { ProjectedSegment } from "./result.ts";
import { confidenceInputs, fitConfidence } from "./score/confidence.ts";
import { decide } from "./score/decide.ts";
import { examplesOf } from "./score/examples.ts";
import type { Example } from "./score/learn.ts";
import { adopt, freeMentions, learnMentions, type MentionExample, takenBy } from "./score/mentions.ts";
import type { Weights } from "./score/rank.ts";
import type { OfflineSettings } from "./settings.ts";
import { profileOf } from "./weights.ts";

export type GoldSpan = Range & { readonly label: string };

/** Whether a decision was right, with what the calibration reads; for `fitConfidence`. */
export type ConfidenceExample = { readonly inputs: Float64Array; readonly right: boolean };

/** Reviewed segments of one language, looked at once, to learn weights from. */
export type Examination = {
  /** Examples by segment. With weights, ambiguous gold spans go to the entity that these prefer. */
  readonly examples: (gold: readonly (readonly GoldSpan[])[], weights?: Weights) => Example[][];
  /** What the engine would answer with these weights, for the segments at the given positions (all without them). */
  readonly project: (weights: Weights, which?: readonly number[]) => ProjectedSegment[];
  /** For the segments in `which`: what the calibration can learn from the decisions these weights make. */
  readonly confidences: (
    gold: readonly (readonly GoldSpan[])[],
    weights: Weights,
    which: ReadonlySet<number>,
  ) => ConfidenceExample[];
  /** For the segments in `which`: names of countries that these weights place no entity on, and whether they are marked. */
  readonly mentions: (
    gold: readonly (readonly GoldSpan[])[],
    weights: Weights,
    which: ReadonlySet<number>,
  ) => MentionExample[];
};

export { fitConfidence, learnMentions };

export function examineCorpus(
  segments: readonly OfflineSegment[],
  language: string,
  resources: OfflineResources,
  settings: OfflineSettings,
): Examination {
  const prepared = prepare(
    languageModel(language, resources, settings.features),
    trainingTexts(language, segments, resources, settings.features),
    settings.features,
  );
  const base = prepared.shared.morphology.base;
  const looked = segments.map((segment) => look(segment, prepared, settings));
  const labels = labelsOf(segments);
  return {
    examples: (gold, weights) =>
      looked.map(({ atoms, examined }, index) =>
        examplesOf(examined, atoms, gold[index] ?? [], base, weights),
      ),
    project: (weights, which = looked.map((_, index) => index)) =>
      which.flatMap((index) => {
        const one = looked[index];
        const id = segments[index]?.id ?? "";
        return one ? [resultOf(id, one, labels, prepared, weights, settings)] : [];
      }),
    mentions: (gold, weights, which) =>
      looked.flatMap(({ atoms, examined, mentions }, index) => {
        if (!which.has(index)) return [];
        const profile = profileOf(prepared.shared.morphology, weights);
        const decisions = decide(examined, atoms, weights, profile, settings);
        const free = freeMentions(mentions, takenBy(examined, decisions));
        const adopted = adopt(decisions, examined, free);
        if (adopted.decisions.some(({ chosen }) => chosen < 0)) return [];
        return adopted.mentions.map((mention) => ({
          language: base,
          mention,
          label: (gold[index] ?? []).find(
            ({ start, end }) => start === atoms.start[mention.from] && end === atoms.end[mention.to - 1],
          )?.label,
        }));
      }),
    confidences: (gold, weights, which) =>
      looked.flatMap(({ atoms, examined }, index) => {
        if (!which.has(index)) return [];
        const profile = profileOf(prepared.shared.morphology, weights);
        return decide(examined, atoms, weights, profile, settings).flatMap((decision, entity) => {
          const one = examined[entity];
          const place = one?.candidates[decision.chosen];
          if (!one || !place) return [];
          const { label } = one;
          const right = (gold[index] ?? []).some(
            (span) =>
              span.start === atoms.start[place.from] &&
              span.end === atoms.end[place.to - 1] &&
              span.label === label,
          );
          return [{ inputs: confidenceInputs(one, decision, profile), right }];
        });
      }),
  };
}
