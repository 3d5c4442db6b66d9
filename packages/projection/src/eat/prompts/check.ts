import { asJson, jsonOnly, type Message, type PromptContext, pivotName, sourceName } from "./context.ts";

/** A stretch of the source text to be translated back, in the order of the text. */
export type CheckItem = { readonly id: number; readonly phrase: string };

/**
 * Back-translation: what the found stretches are called in the pivot language. The names they were found for are not
 * told, so that the answer says something. `{"names":[{"id","name"}]}`.
 */
export function checkMessages(
  context: PromptContext,
  source: string,
  items: readonly CheckItem[],
): Message[] {
  const [from, to] = [sourceName(context), pivotName(context)];
  return [
    {
      role: "system",
      content: `You get a ${from} text and stretches of it. Give for each stretch the ${to} name it stands for in this text.\n\n${jsonOnly(`{"names":[{"id":1,"name":"${to} name"}]}`)}`,
    },
    {
      role: "user",
      content: `Text:\n${source}\n\nStretches:\n${asJson(items.map(({ id, phrase }) => ({ id, phrase })))}`,
    },
  ];
}
