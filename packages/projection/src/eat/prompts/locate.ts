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

/** An entity to be found; `id` counts from 1 in reading order of the translation. */
export type LocateEntity = { readonly id: number; readonly text: string; readonly label: string };

/** Where an entity is: the phrase as written in the source with a few characters before it, or null where it is not expressed. */
export type LocateAnswer = { readonly id: number; readonly phrase: string | null; readonly before: string };

/**
 * Faithful mode, one conversation an entity: find the phrase, check it character by character against the sentence, give
 * it alone (the order of arXiv 2509.01147; the sentences are ours).
 */
export function locateDialogue(
  context: PromptContext,
  source: string,
  entity: Omit<LocateEntity, "id">,
): Dialogue {
  const [from, to] = [sourceName(context), pivotName(context)];
  return {
    opening: [
      { role: "system", content: `You match ${to} names with the words of a ${from} text.` },
      {
        role: "user",
        content: `I will give you a phrase in ${to} and a text in ${from}. Find the words of the text that stand for the phrase. A right answer is one unbroken stretch of the text, copied as it is written there. Think step by step.${nameList(context)}`,
      },
      { role: "assistant", content: `Understood. Give me the phrase in ${to} and the text in ${from}.` },
    ],
    turns: [
      `Phrase in ${to}${entity.label && ` (${entity.label})`}: ${entity.text}\nText in ${from}: ${source}`,
      "Check your result: does every character of it stand in the text, in this order and without a gap? Correct it where it does not.",
      `Now write down the final result alone, without any other words. Write ${NOT_EXPRESSED} where the text does not express the phrase.`,
    ],
  };
}

/** What the model writes in a plain answer for "this is not in the text". */
export const NOT_EXPRESSED = "NONE";

/** Compact mode: all entities of the segment in one answer, `{"places":[{"id","phrase","before"}]}`. */
export function locateMessages(
  context: PromptContext,
  source: string,
  translation: string,
  entities: readonly LocateEntity[],
): Message[] {
  const [from, to] = [sourceName(context), pivotName(context)];
  const examples = context.examples.flatMap((example): Message[] => [
    {
      role: "user",
      content: locateQuestion(
        example.source,
        example.pivot,
        example.pairs.map((pair, index) => ({ id: index + 1, text: pair.pivot, label: pair.label })),
      ),
    },
    {
      role: "assistant",
      content: locateAnswer(
        example.pairs.map((pair, index) => ({ id: index + 1, phrase: pair.source, before: "" })),
      ),
    },
  ]);
  return [
    {
      role: "system",
      content: `You get a ${from} text, its ${to} translation and the named entities of the translation in reading order. For each entity give the stretch of the ${from} text that stands for it, copied character by character as it is written there: no other script, no other ending, nothing added or left out, without particles and punctuation around the name. A name that stands in the text several times has an entity of its own for each mention: tell them apart by "before", the up to five characters that stand right before the mention in the text. Give null as the phrase where the text does not express the entity.${nameList(context)}\n\n${jsonOnly('{"places":[{"id":1,"phrase":"copied, or null","before":"…"}]}')}`,
    },
    ...examples,
    { role: "user", content: locateQuestion(source, translation, entities) },
  ];
}

const locateQuestion = (source: string, translation: string, entities: readonly LocateEntity[]): string =>
  `Text:\n${source}\n\nTranslation:\n${translation}\n\nEntities:\n${asJson(entities.map(({ id, text, label }) => ({ id, text, label })))}`;

/** The answer a perfect model would give. */
export const locateAnswer = (places: readonly LocateAnswer[]): string =>
  asJson({ places: places.map(({ id, phrase, before }) => ({ id, phrase, before })) });
