import { languageName } from "@spanbridge/shared";

/** A label as the project defines it. */
export type PromptLabel = { readonly name: string; readonly description: string };

/** A pair of names that a person has confirmed. */
export type PromptName = { readonly pivot: string; readonly source: string; readonly label: string };

/** An accepted segment that shows the model how this project does it. */
export type PromptExample = {
  readonly source: string;
  readonly pivot: string;
  readonly pairs: readonly PromptName[];
};

/** What all prompts of a run share. Languages are BCP 47; `examples` and `names` may be empty. */
export type PromptContext = {
  readonly sourceLang: string;
  readonly pivotLang: string;
  readonly labels: readonly PromptLabel[];
  readonly examples: readonly PromptExample[];
  readonly names: readonly PromptName[];
};

/** A conversation that is led in several rounds: after each turn the model answers, and the answers stay in it. */
export type Dialogue = { readonly opening: readonly Message[]; readonly turns: readonly string[] };

export type Message = { readonly role: "system" | "user" | "assistant"; readonly content: string };

export const sourceName = ({ sourceLang }: PromptContext): string => languageName(sourceLang);
export const pivotName = ({ pivotLang }: PromptContext): string => languageName(pivotLang);

/** The label set with its descriptions, one line a label. */
export const labelList = ({ labels }: PromptContext): string =>
  labels
    .map(({ name, description }) =>
      description.trim() === "" ? `- ${name}` : `- ${name}: ${oneLine(description)}`,
    )
    .join("\n");

/** The confirmed names as a paragraph of its own; empty where there are none. */
export function nameList(context: PromptContext): string {
  if (context.names.length === 0) return "";
  const lines = context.names.map(
    ({ pivot, source, label }) => `- ${source} = ${pivot}${label && ` (${label})`}`,
  );
  return `\n\nNames this project has confirmed; use them where they fit:\n${lines.join("\n")}`;
}

/** JSON on one line, the way every answer is asked for. */
export const asJson = (value: unknown): string => JSON.stringify(value);

export const oneLine = (value: string): string => value.replace(/\s+/gu, " ").trim();

/** Asks for the answer's form in words; endpoints that take a schema get it twice, which does no harm. */
export const jsonOnly = (shape: string): string =>
  `Answer with one JSON object and nothing else, no explanation and no code fence: ${shape}`;
