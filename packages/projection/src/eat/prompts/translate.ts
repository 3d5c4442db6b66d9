import {
  asJson,
  type Dialogue,
  jsonOnly,
  type Message,
  nameList,
  type PromptContext,
  pivotName,
  sourceName,
} from "./context.ts";

/**
 * Faithful mode: the model first looks for names, then translates with them in mind, then gives the result alone
 * (the order of arXiv 2509.01147, section on dual translation; the sentences are ours).
 */
export function translateDialogue(context: PromptContext, text: string): Dialogue {
  const [from, to] = [sourceName(context), pivotName(context)];
  const kinds = context.labels.map(({ name }) => name).join(", ");
  return {
    opening: [
      { role: "system", content: `You are an experienced translator from ${from} to ${to}.` },
      {
        role: "user",
        content: `I will give you a text in ${from}. It may hold named entities of these kinds: ${kinds}. Your translation has to carry every one of them over to ${to}, under the name it is known by there.${nameList(context)}`,
      },
      {
        role: "assistant",
        content: `Understood. Give me the text in ${from}, and I will look for its named entities and keep each of them in my ${to} translation.`,
      },
    ],
    turns: [
      `The text:\n${text}\n\nRead it closely and list the named entities in it, each with its usual ${to} name.`,
      `Keep these entities in mind and translate the whole text into ${to} as exactly as you can. No entity may be lost, merged or replaced by a pronoun.`,
      `Now write down the final ${to} translation alone, without any other words.`,
    ],
  };
}

/** Compact mode: names and translation in one answer, `{"names":[{"source","pivot"}],"translation"}`. */
export function translateMessages(context: PromptContext, text: string): Message[] {
  const [from, to] = [sourceName(context), pivotName(context)];
  const examples = context.examples.flatMap((example): Message[] => [
    { role: "user", content: example.source },
    { role: "assistant", content: translateAnswer(example) },
  ]);
  return [
    {
      role: "system",
      content: `You translate from ${from} to ${to} so that named entities can be matched afterwards. First list the named entities of the text as they are written there, each with its usual ${to} name. Then translate the whole text, keeping every entity under exactly that name: none lost, merged or replaced by a pronoun.${nameList(context)}\n\n${jsonOnly(`{"names":[{"source":"as written","pivot":"${to} name"}],"translation":"…"}`)}`,
    },
    ...examples,
    { role: "user", content: text },
  ];
}

/** The answer a perfect model would give for a reviewed segment. */
export const translateAnswer = ({
  pivot,
  pairs,
}: {
  pivot: string;
  pairs: readonly { source: string; pivot: string }[];
}): string =>
  asJson({ names: pairs.map((pair) => ({ source: pair.source, pivot: pair.pivot })), translation: pivot });
