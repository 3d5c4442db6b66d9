import type { Range, Result } from "@spanbridge/shared";
import type { EatStage } from "@spanbridge/shared/contracts";
import type { Message, PromptName } from "./prompts/context.ts";

/** One question to the language model. `round` counts from 1 within a dialogue or repeated question. */
export type Question = {
  readonly stage: EatStage;
  readonly round: number;
  /** The English name it is about; empty where it is about the whole segment. */
  readonly entity: string;
  readonly messages: readonly Message[];
  /** The form of the answer as a JSON schema, for endpoints that take one; undefined for plain text. */
  readonly schema: AnswerSchema | undefined;
};

export type AnswerSchema = { readonly name: string; readonly schema: object };

/** `length`: cut off at the limit of tokens. `refused`: stopped by the endpoint's filter. */
export type Answer = { readonly text: string; readonly finish: "stop" | "length" | "refused" | "other" };

/** The model could not be asked: after all retries. `message` is a sentence for the person who reads the segment. */
export type ModelFailure = {
  readonly kind: "unreachable" | "timeout" | "rate_limited" | "rejected" | "unreadable" | "cancelled";
  readonly message: string;
};

export type LanguageModel = {
  readonly ask: (question: Question) => Promise<Result<Answer, ModelFailure>>;
};

/** What the project knows about names. */
export type NameMemory = {
  /** Pairs whose source name stands in this text, the most used first. */
  readonly inSource: (sourceText: string) => Promise<readonly PromptName[]>;
  /** Pairs for these English names, by their folded form. */
  readonly byPivot: (names: readonly string[]) => Promise<readonly PromptName[]>;
};

/** What another engine says: for each entity a place in the source, or none. In the order of the entities. */
export type SecondOpinion = (segment: {
  readonly sourceText: string;
  readonly pivotText: string;
  readonly entities: readonly (Range & { readonly id: string; readonly label: string })[];
}) => Promise<readonly (Range | undefined)[]>;

export type EatPorts = {
  readonly model: LanguageModel;
  readonly memory?: NameMemory | undefined;
  readonly secondOpinion?: SecondOpinion | undefined;
};
