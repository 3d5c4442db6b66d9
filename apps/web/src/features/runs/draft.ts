import { type Run, type RunConfigInput, type RunEngine, runConfigSchema } from "@spanbridge/shared/contracts";
import { t } from "../../ui/i18n/t.ts";

/** What the form holds, as it is typed; numbers are text until they are sent. */
export type RunDraft = {
  readonly engine: RunEngine;
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKeyEnv: string;
  readonly mode: "faithful" | "compact";
  readonly output: "structured" | "text";
  readonly temperature: string;
  readonly seed: string;
  readonly reasoningEffort: "default" | "minimal" | "low" | "medium" | "high";
  readonly concurrency: string;
  readonly requestsPerMinute: string;
  readonly timeoutSeconds: string;
  readonly priceInput: string;
  readonly priceOutput: string;
  readonly examples: string;
  readonly keepTranslation: boolean;
  readonly keepEntities: boolean;
  readonly check: boolean;
  readonly memory: boolean;
  readonly undecidedOnly: boolean;
  readonly show: boolean;
};

const empty: RunDraft = {
  engine: "eat",
  baseUrl: "http://localhost:11434/v1",
  model: "",
  apiKeyEnv: "",
  mode: "compact",
  output: "structured",
  temperature: "0",
  seed: "42",
  reasoningEffort: "default",
  concurrency: "4",
  requestsPerMinute: "",
  timeoutSeconds: "120",
  priceInput: "0",
  priceOutput: "0",
  examples: "0",
  keepTranslation: true,
  keepEntities: true,
  check: true,
  memory: true,
  undecidedOnly: true,
  show: true,
};

/** A new draft: the settings of the project's last run with a model, where there was one. */
export function draftFrom(runs: readonly Run[]): RunDraft {
  const last = runs.find(({ config }) => config.engine === "eat")?.config;
  if (last?.engine !== "eat") return empty;
  const { model, eat } = last;
  return {
    ...empty,
    baseUrl: model.baseUrl,
    model: model.model,
    apiKeyEnv: model.apiKeyEnv ?? "",
    mode: eat.mode,
    output: model.output,
    temperature: String(model.temperature),
    seed: model.seed === null ? "" : String(model.seed),
    reasoningEffort: model.reasoningEffort ?? "default",
    concurrency: String(last.concurrency),
    requestsPerMinute: model.requestsPerMinute === null ? "" : String(model.requestsPerMinute),
    timeoutSeconds: String(model.timeoutSeconds),
    priceInput: String(model.price.input),
    priceOutput: String(model.price.output),
    examples: String(eat.examples),
    keepTranslation: eat.keepTranslation,
    keepEntities: eat.keepEntities,
    check: eat.check,
    memory: eat.memory,
  };
}

const numberOrNull = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/** The draft as the server takes it, or what is wrong with it as sentences. */
export function configOf(
  draft: RunDraft,
): { readonly config: RunConfigInput } | { readonly problems: readonly string[] } {
  if (draft.engine === "offline") return { config: { engine: "offline" } };
  const config: RunConfigInput = {
    engine: "eat",
    model: {
      baseUrl: draft.baseUrl.trim(),
      model: draft.model.trim(),
      apiKeyEnv: draft.apiKeyEnv.trim() || null,
      temperature: Number(draft.temperature),
      seed: numberOrNull(draft.seed),
      reasoningEffort: draft.reasoningEffort === "default" ? null : draft.reasoningEffort,
      output: draft.output,
      timeoutSeconds: Number(draft.timeoutSeconds),
      requestsPerMinute: numberOrNull(draft.requestsPerMinute),
      price: { input: Number(draft.priceInput), output: Number(draft.priceOutput) },
    },
    eat: {
      mode: draft.mode,
      keepTranslation: draft.keepTranslation,
      keepEntities: draft.keepEntities,
      check: draft.check,
      examples: Number(draft.examples),
      memory: draft.memory,
    },
    concurrency: Number(draft.concurrency),
  };
  const parsed = runConfigSchema.safeParse(config);
  if (parsed.success) return { config };
  return { problems: parsed.error.issues.map(({ path, message }) => `${nameOf(path)}: ${message}`) };
}

const names: Readonly<Record<string, string>> = {
  baseUrl: t("Address"),
  model: t("Model"),
  apiKeyEnv: t("Key variable"),
  temperature: t("Temperature"),
  seed: t("Seed"),
  timeoutSeconds: t("Timeout"),
  requestsPerMinute: t("Requests a minute"),
  input: t("Price of input"),
  output: t("Price of output"),
  examples: t("Examples"),
  concurrency: t("Segments at a time"),
};

const nameOf = (path: readonly PropertyKey[]): string => {
  const last = String(path.at(-1) ?? "");
  return names[last] ?? last;
};
