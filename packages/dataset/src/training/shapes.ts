import type { prompts } from "@spanbridge/projection";
import type { PreferenceShape, SupervisedShape } from "@spanbridge/shared/contracts";
import type { Preference } from "./preference.ts";
import type { Example } from "./supervised.ts";

type Turn = prompts.Message;

const systemOf = (messages: readonly Turn[]): string =>
  messages.find(({ role }) => role === "system")?.content ?? "";

/** Turns as ShareGPT has them; the system's stands beside them. */
const conversation = (messages: readonly Turn[]): object[] =>
  messages
    .filter(({ role }) => role !== "system")
    .map(({ role, content }) => ({ from: role === "assistant" ? "gpt" : "human", value: content }));

const assistant = (content: string): Turn => ({ role: "assistant", content });

/** One line of a supervised file, without its line break. */
export function supervisedLine({ messages, answer }: Example, shape: SupervisedShape): string {
  switch (shape) {
    case "sft-openai":
      return JSON.stringify({ messages: [...messages, assistant(answer)] });
    case "sft-sharegpt":
      return JSON.stringify({
        conversations: conversation([...messages, assistant(answer)]),
        system: systemOf(messages),
      });
    case "sft-alpaca":
      return JSON.stringify({
        instruction: messages.findLast(({ role }) => role === "user")?.content ?? "",
        input: "",
        output: answer,
        system: systemOf(messages),
      });
    case "sft-trl":
      return JSON.stringify({ prompt: messages, completion: [assistant(answer)] });
  }
}

/** One line of a preference file, without its line break. */
export function preferenceLine({ messages, chosen, rejected }: Preference, shape: PreferenceShape): string {
  switch (shape) {
    case "preference-trl":
      return JSON.stringify({
        prompt: messages,
        chosen: [assistant(chosen)],
        rejected: [assistant(rejected)],
      });
    case "preference-llamafactory":
      return JSON.stringify({
        conversations: conversation(messages),
        system: systemOf(messages),
        chosen: { from: "gpt", value: chosen },
        rejected: { from: "gpt", value: rejected },
      });
  }
}
