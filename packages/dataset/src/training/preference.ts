import { prompts } from "@spanbridge/projection";
import type { Annotation } from "@spanbridge/shared";
import type { TrainingStage } from "@spanbridge/shared/contracts";
import { type SaidEntity, saidBy } from "./said.ts";
import { locateAnswer, locateMessages, type Skipped, skipReasons, translateAnswer } from "./supervised.ts";

/** One question with the answer that people left standing and the one that the machine had given. They differ. */
export type Preference = {
  readonly stage: TrainingStage;
  readonly messages: readonly prompts.Message[];
  readonly chosen: string;
  readonly rejected: string;
};

/**
 * The preference pair of a stage. Both answers are to the same question: entities are compared only of the same
 * translation, and places only of those entities that both know.
 */
export function preferenceOf(
  corrected: Annotation,
  machine: Annotation | null,
  stage: TrainingStage,
  context: prompts.PromptContext,
): Preference | Skipped {
  const good = saidBy(corrected);
  if (good.translation === "") return { stage, reason: skipReasons.untranslated };
  if (!machine) return { stage, reason: skipReasons.silent };
  const bad = saidBy(machine);
  const pair = (
    messages: readonly prompts.Message[],
    chosen: string,
    rejected: string,
  ): Preference | Skipped =>
    chosen === rejected ? { stage, reason: skipReasons.same } : { stage, messages, chosen, rejected };
  if (stage === "translate") {
    if (bad.translation === "") return { stage, reason: skipReasons.silent };
    const messages = prompts.translateMessages(context, corrected.sourceText);
    return pair(messages, translateAnswer(good), translateAnswer(bad));
  }
  if (good.translation !== bad.translation) return { stage, reason: skipReasons.otherTranslation };
  if (stage === "recognise") {
    const messages = prompts.recogniseMessages(context, good.translation);
    return pair(messages, prompts.recogniseAnswer(good.entities), prompts.recogniseAnswer(bad.entities));
  }
  const shared = sharedEntities(good.entities, bad.entities);
  if (shared.length === 0) return { stage, reason: skipReasons.nothingShared };
  const [kept, said] = [shared.map(([entity]) => entity), shared.map(([, entity]) => entity)];
  const messages = locateMessages(context, corrected.sourceText, good.translation, kept);
  return pair(messages, locateAnswer(kept), locateAnswer(said));
}

/**
 * Entities that stand in the same place with the same label in both, where the correction says what becomes of them. What the
 * machine left without a counterpart it did not find.
 */
function sharedEntities(
  good: readonly SaidEntity[],
  bad: readonly SaidEntity[],
): readonly (readonly [SaidEntity, SaidEntity])[] {
  const key = ({ start, end, label }: SaidEntity): string => `${start} ${end} ${label}`;
  const known = new Map(bad.map((entity) => [key(entity), entity]));
  return good.flatMap((entity) => {
    const other = known.get(key(entity));
    return other && entity.phrase !== undefined ? [[entity, other] as const] : [];
  });
}
