import { type FineTuning, fineTuningSettingsSchema, type TrainingStage } from "@spanbridge/shared/contracts";
import type { z } from "zod";

/** What the form holds, as it is typed. */
export type FineTuningDraft = {
  readonly baseUrl: string;
  readonly baseModel: string;
  readonly apiKeyEnv: string;
  readonly suffix: string;
  readonly epochs: string;
  readonly seed: string;
};

const empty: FineTuningDraft = {
  baseUrl: "https://api.openai.com/v1",
  baseModel: "",
  apiKeyEnv: "SPANBRIDGE_LLM_KEY",
  suffix: "",
  epochs: "",
  seed: "42",
};

/** A new draft: as the project's last one, where there was one. */
export function draftFrom([last]: readonly FineTuning[]): FineTuningDraft {
  if (!last) return empty;
  const { baseUrl, baseModel, apiKeyEnv, suffix, epochs, seed } = last.settings;
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    baseUrl,
    baseModel,
    apiKeyEnv: text(apiKeyEnv),
    suffix: text(suffix),
    epochs: text(epochs),
    seed: text(seed),
  };
}

export type Chosen = { readonly stages: readonly TrainingStage[]; readonly acceptedOnly: boolean };
type Settings = z.input<typeof fineTuningSettingsSchema>;
type Problems = Partial<Record<keyof FineTuningDraft | "stages", string>>;

/** The settings that the draft describes, or what is wrong with it, by field. */
export function settingsOf(
  draft: FineTuningDraft,
  { stages, acceptedOnly }: Chosen,
): { readonly settings: Settings } | { readonly problems: Problems } {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  const number = (value: string) => (value.trim() === "" ? null : Number(value));
  const settings = {
    baseUrl: draft.baseUrl.trim(),
    baseModel: draft.baseModel.trim(),
    apiKeyEnv: text(draft.apiKeyEnv),
    suffix: text(draft.suffix),
    epochs: number(draft.epochs),
    seed: number(draft.seed),
    stages: [...stages],
    acceptedOnly,
  };
  const parsed = fineTuningSettingsSchema.safeParse(settings);
  if (parsed.success) return { settings };
  return {
    problems: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])),
  };
}
