import { asJson, jsonOnly, labelList, type Message, type PromptContext, pivotName } from "./context.ts";

/** Entities of the translation in reading order, a name that stands there twice twice: `{"entities":[{"text","label"}]}`. */
export function recogniseMessages(context: PromptContext, translation: string): Message[] {
  const examples = context.examples.flatMap((example): Message[] => [
    { role: "user", content: example.pivot },
    {
      role: "assistant",
      content: recogniseAnswer(example.pairs.map(({ pivot, label }) => ({ text: pivot, label }))),
    },
  ]);
  return [
    {
      role: "system",
      content: `You mark named entities in ${pivotName(context)} text. The labels:\n${labelList(context)}\n\nCopy each entity exactly as it stands in the text, without articles before it and without punctuation around it. Go through the text from its beginning to its end and name an entity as often as it stands there. Use no other labels; leave out what fits none.\n\n${jsonOnly(`{"entities":[{"text":"copied","label":"${context.labels[0]?.name ?? "LABEL"}"}]}; an empty list where there are none`)}`,
    },
    ...examples,
    { role: "user", content: translation },
  ];
}

/** The answer a perfect model would give. */
export const recogniseAnswer = (entities: readonly { text: string; label: string }[]): string =>
  asJson({ entities: entities.map(({ text, label }) => ({ text, label })) });
