import { lettersOf, type TagScheme } from "./scheme.ts";

/** Why tag sequences cannot be scored. Sentences and tokens count from 0; `message` is a sentence for the user. */
export type TagError = { readonly message: string } & (
  | { readonly code: "sentences_differ"; readonly gold: number; readonly predicted: number }
  | {
      readonly code: "tokens_differ";
      readonly sentence: number;
      readonly gold: number;
      readonly predicted: number;
    }
  | {
      readonly code: "unknown_tag";
      readonly side: "gold" | "predicted";
      readonly sentence: number;
      readonly token: number;
      readonly tag: string;
    }
);

export const sentencesDiffer = (gold: number, predicted: number): TagError => ({
  code: "sentences_differ",
  gold,
  predicted,
  message: `Gold has ${gold} sentences and the prediction ${predicted}; they must be the same sentences.`,
});

export const tokensDiffer = (sentence: number, gold: number, predicted: number): TagError => ({
  code: "tokens_differ",
  sentence,
  gold,
  predicted,
  message: `Sentence ${sentence + 1} has ${gold} tokens in gold and ${predicted} in the prediction.`,
});

export const unknownTag = (
  scheme: TagScheme,
  side: "gold" | "predicted",
  sentence: number,
  token: number,
  tag: string,
): TagError => ({
  code: "unknown_tag",
  side,
  sentence,
  token,
  tag,
  message:
    `"${tag}" (${side}, sentence ${sentence + 1}, token ${token + 1}) is no tag of the scheme ${scheme}, ` +
    `which has ${Object.keys(lettersOf[scheme]).join(", ")}.`,
});
