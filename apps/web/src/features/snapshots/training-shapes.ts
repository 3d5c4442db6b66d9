import type { TrainingShape, TrainingStage } from "@spanbridge/shared/contracts";

type Named<T extends string> = { readonly value: T; readonly label: string; readonly hint: string };

/** What the lines look like, and for which trainer. */
export const shapes: readonly Named<TrainingShape>[] = [
  {
    value: "sft-openai",
    label: "Fine-tuning: chat messages (OpenAI)",
    hint: "For fine-tuning endpoints and LLaMA-Factory.",
  },
  { value: "sft-sharegpt", label: "Fine-tuning: ShareGPT", hint: "For LLaMA-Factory and its kin." },
  {
    value: "sft-alpaca",
    label: "Fine-tuning: Alpaca",
    hint: "Instruction and output, for LLaMA-Factory and many others.",
  },
  { value: "sft-trl", label: "Fine-tuning: prompt and completion (TRL)", hint: "With a script for TRL." },
  {
    value: "preference-trl",
    label: "Preference pairs (TRL)",
    hint: "What people left standing against what the machine had said, only where they differ.",
  },
  {
    value: "preference-llamafactory",
    label: "Preference pairs (LLaMA-Factory)",
    hint: "What people left standing against what the machine had said, only where they differ.",
  },
  {
    value: "sequence-t5",
    label: "Recogniser as sequences (T5)",
    hint: "“(TYPE, words) (TYPE, words)”, the form of the published recogniser.",
  },
];

export const stages: readonly Named<TrainingStage>[] = [
  { value: "translate", label: "Translate", hint: "the source with its entities in mind" },
  { value: "recognise", label: "Recognise", hint: "the entities of the translation" },
  { value: "locate", label: "Locate", hint: "each of them in the source" },
];

export const stageLabel = (stage: TrainingStage): string =>
  stages.find(({ value }) => value === stage)?.label ?? stage;
