import type { TrainingShape, TrainingStage } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";

type Named<T extends string> = { readonly value: T; readonly label: string; readonly hint: string };

/** What the lines look like, and for which trainer. */
export const shapes: readonly Named<TrainingShape>[] = [
  {
    value: "sft-openai",
    label: t("Fine-tuning: chat messages (OpenAI)"),
    hint: t("For fine-tuning endpoints and LLaMA-Factory."),
  },
  { value: "sft-sharegpt", label: t("Fine-tuning: ShareGPT"), hint: t("For LLaMA-Factory and its kin.") },
  {
    value: "sft-alpaca",
    label: t("Fine-tuning: Alpaca"),
    hint: t("Instruction and output, for LLaMA-Factory and many others."),
  },
  {
    value: "sft-trl",
    label: t("Fine-tuning: prompt and completion (TRL)"),
    hint: t("With a script for TRL."),
  },
  {
    value: "preference-trl",
    label: t("Preference pairs (TRL)"),
    hint: t("What people left standing against what the machine had said, only where they differ."),
  },
  {
    value: "preference-llamafactory",
    label: t("Preference pairs (LLaMA-Factory)"),
    hint: t("What people left standing against what the machine had said, only where they differ."),
  },
  {
    value: "sequence-t5",
    label: t("Recogniser as sequences (T5)"),
    hint: "“(TYPE, words) (TYPE, words)”, the form of the published recogniser.",
  },
];

export const stages: readonly Named<TrainingStage>[] = [
  { value: "translate", label: t("Translate"), hint: t("the source with its entities in mind") },
  { value: "recognise", label: t("Recognise"), hint: t("the entities of the translation") },
  { value: "locate", label: t("Locate"), hint: t("each of them in the source") },
];

export const stageLabel = (stage: TrainingStage): string =>
  stages.find(({ value }) => value === stage)?.label ?? stage;
