import { prompts } from "@spanbridge/projection";
import type { Annotation } from "@spanbridge/shared";
import type { TrainingStage } from "@spanbridge/shared/contracts";
import { type Said, type SaidEntity, saidBy } from "./said.ts";

/** One conversation with the answer a perfect model gives. */
export type Example = {
  readonly stage: TrainingStage;
  readonly messages: readonly prompts.Message[];
  readonly answer: string;
};

/** Why a segment gives no example of a stage. */
export type Skipped = { readonly stage: TrainingStage; readonly reason: string };

export const skipReasons = {
  untranslated: "It has no translation.",
  nothingToLocate: "The translation has no entities.",
  unlinked: "An entity of the translation has neither a counterpart nor a statement that there is none.",
  same: "The machine said the same.",
  otherTranslation: "The machine said it of another translation.",
  nothingShared: "The machine and the correction share no entity of the translation.",
  silent: "The machine said nothing.",
} as const;

/** The supervised example of a stage, in the words in which the compact mode of a run asks. */
export function exampleOf(
  annotation: Annotation,
  stage: TrainingStage,
  context: prompts.PromptContext,
): Example | Skipped {
  const said = saidBy(annotation);
  if (said.translation === "") return { stage, reason: skipReasons.untranslated };
  switch (stage) {
    case "translate":
      return {
        stage,
        messages: prompts.translateMessages(context, annotation.sourceText),
        answer: translateAnswer(said),
      };
    case "recognise":
      return {
        stage,
        messages: prompts.recogniseMessages(context, said.translation),
        answer: prompts.recogniseAnswer(said.entities),
      };
    case "locate": {
      if (said.entities.length === 0) return { stage, reason: skipReasons.nothingToLocate };
      if (said.entities.some(({ phrase }) => phrase === undefined))
        return { stage, reason: skipReasons.unlinked };
      return {
        stage,
        messages: locateMessages(context, annotation.sourceText, said.translation, said.entities),
        answer: locateAnswer(said.entities),
      };
    }
  }
}

export const translateAnswer = ({ translation, names }: Said): string =>
  prompts.translateAnswer({ pivot: translation, pairs: names });

export const locateMessages = (
  context: prompts.PromptContext,
  source: string,
  translation: string,
  entities: readonly SaidEntity[],
): prompts.Message[] =>
  prompts.locateMessages(
    context,
    source,
    translation,
    entities.map(({ text, label }, index) => ({ id: index + 1, text, label })),
  );

export const locateAnswer = (entities: readonly SaidEntity[]): string =>
  prompts.locateAnswer(
    entities.map(({ phrase, before }, index) => ({ id: index + 1, phrase: phrase ?? null, before })),
  );
