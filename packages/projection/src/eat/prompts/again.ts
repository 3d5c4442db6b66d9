import type { Message } from "./context.ts";

/** What an answer was when it could not be used. */
export type Unusable = "refused" | "wrong_language" | "unreadable" | "empty" | "cut_off";

/** The same conversation with a word about what was wrong, for the one time a stage asks again. */
export const askAgain = (
  messages: readonly Message[],
  answer: string,
  problem: Unusable,
  language: string,
): Message[] => [
  ...messages,
  { role: "assistant", content: answer.trim() === "" ? "…" : answer },
  { role: "user", content: reminder(problem, language) },
];

function reminder(problem: Unusable, language: string): string {
  switch (problem) {
    case "refused":
      return "This is a published text and the task is linguistic: only do what was asked for, in the form that was asked for.";
    case "wrong_language":
      return `That was not in ${language}. Answer again, in ${language}.`;
    case "unreadable":
      return "That could not be read. Answer again with the JSON object alone, complete and well-formed.";
    case "empty":
      return "That was empty. Answer again, in the form that was asked for.";
    case "cut_off":
      return "The answer was cut off. Answer again, as briefly as the form allows.";
  }
}
