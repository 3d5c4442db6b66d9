import type { RunConfigInput } from "@spanbridge/shared/contracts";
import { Option } from "commander";
import { AppError } from "../error.ts";

/** Options of every command that asks a language model. */
export type ModelOptions = {
  readonly llmBaseUrl?: string;
  readonly llmModel?: string;
  readonly llmKeyEnv?: string;
  readonly llmOutput: "structured" | "text";
  readonly llmTemperature: string;
  readonly llmSeed: string;
  readonly llmPriceInput: string;
  readonly llmPriceOutput: string;
  readonly mode: "faithful" | "compact";
  readonly check: boolean;
};

export const modelOptions = (): Option[] => [
  new Option("--llm-base-url <URL>", "OpenAI-compatible endpoint, such as http://localhost:11434/v1"),
  new Option("--llm-model <NAME>", "as the endpoint names it"),
  new Option("--llm-key-env <NAME>", "environment variable that holds the key: SPANBRIDGE_LLM_KEY…"),
  new Option("--llm-output <FORM>", "answers by a JSON schema, or asked for in words")
    .choices(["structured", "text"])
    .default("structured"),
  new Option("--llm-temperature <N>", "0 to 2").default("0"),
  new Option("--llm-seed <N>", "whole number").default("42"),
  new Option("--llm-price-input <N>", "for a million tokens").default("0"),
  new Option("--llm-price-output <N>", "for a million tokens").default("0"),
  new Option("--mode <MODE>", "the published dialogue, or one question a stage")
    .choices(["faithful", "compact"])
    .default("compact"),
  new Option("--no-check", "do not translate places back"),
];

type EatInput = Extract<RunConfigInput, { engine: "eat" }>;

export function modelFrom(options: ModelOptions): Pick<EatInput, "model" | "eat"> {
  if (!options.llmBaseUrl || !options.llmModel) {
    throw new AppError("invalid_input", "The engine eat needs --llm-base-url and --llm-model.");
  }
  return {
    model: {
      baseUrl: options.llmBaseUrl,
      model: options.llmModel,
      apiKeyEnv: options.llmKeyEnv ?? null,
      output: options.llmOutput,
      temperature: Number(options.llmTemperature),
      seed: Number(options.llmSeed),
      price: { input: Number(options.llmPriceInput), output: Number(options.llmPriceOutput) },
    },
    eat: { mode: options.mode, check: options.check },
  };
}
