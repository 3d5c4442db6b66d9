import { languageName, ok, type Result, Text } from "@spanbridge/shared";
import { z } from "zod";
import { type Placement, place } from "../../place/place.ts";
import { askForJson, converse, type StageFailure } from "../ask.ts";
import { isNotExpressed, phrasesIn } from "../parse/plain.ts";
import type { LanguageModel } from "../ports.ts";
import { type LocateEntity, locateDialogue, locateMessages, type PromptContext } from "../prompts/index.ts";

export const placesSchema = z.object({
  places: z.array(
    z.object({
      id: z.number(),
      phrase: z.string().nullable(),
      before: z
        .string()
        .nullish()
        .transform((value) => value ?? ""),
    }),
  ),
});

/** What the model said of one entity. */
export type Located = {
  /** Null: it says that the text does not express the entity, or it said nothing. */
  readonly answer: string | null;
  readonly before: string;
  /** Undefined where the answer is not in the text. */
  readonly placement: Placement | undefined;
  readonly repaired: boolean;
};

type Question = {
  readonly sourceText: string;
  readonly pivotText: string;
  /** `id` counts from 1. */
  readonly entities: readonly LocateEntity[];
};

/** For each entity, in their order, the phrase of the source that the model names, and where that stands. */
export async function locate(
  model: LanguageModel,
  context: PromptContext,
  question: Question,
  mode: "faithful" | "compact",
): Promise<Result<readonly Located[], StageFailure>> {
  if (question.entities.length === 0) return ok([]);
  return mode === "compact" ? locateAll(model, context, question) : locateEach(model, context, question);
}

async function locateAll(
  model: LanguageModel,
  context: PromptContext,
  { sourceText, pivotText, entities }: Question,
): Promise<Result<readonly Located[], StageFailure>> {
  const found = await askForJson(
    model,
    {
      stage: "locate",
      entity: "",
      language: languageName(context.sourceLang),
      messages: locateMessages(context, sourceText, pivotText, entities),
    },
    { name: "places", schema: placesSchema },
  );
  if (!found.ok) return found;
  const { value, repaired } = found.value;
  const text = new Text(sourceText);
  return ok(
    entities.map(({ id }): Located => {
      const said = value.places.find((one) => one.id === id);
      const phrase = said?.phrase ?? "";
      if (isNotExpressed(phrase)) return { answer: null, before: "", placement: undefined, repaired };
      const best = firstPlaced(text, phrase, context.sourceLang);
      return { ...best, before: said?.before ?? "", repaired };
    }),
  );
}

async function locateEach(
  model: LanguageModel,
  context: PromptContext,
  { sourceText, entities }: Question,
): Promise<Result<readonly Located[], StageFailure>> {
  const text = new Text(sourceText);
  const located: Located[] = [];
  // A name that stands in the translation twice is asked for once: the question would be the same.
  const known = new Map<string, Located>();
  for (const entity of entities) {
    const key = `${entity.label}\0${entity.text}`;
    const before = known.get(key);
    if (before) {
      located.push(before);
      continue;
    }
    const found = await converse(
      model,
      {
        stage: "locate",
        entity: entity.text,
        language: languageName(context.sourceLang),
        read: (answer) =>
          answer.text.trim() === ""
            ? { problem: "empty" }
            : { usable: { value: answer.text, repaired: answer.text.trim().includes("\n") } },
      },
      locateDialogue(context, sourceText, entity),
    );
    if (!found.ok) return found;
    const { value, repaired } = found.value;
    const best = firstPlaced(text, value, context.sourceLang);
    const one: Located = isNotExpressed(best.answer)
      ? { answer: null, before: "", placement: undefined, repaired }
      : { ...best, before: "", repaired };
    known.set(key, one);
    located.push(one);
  }
  return ok(located);
}

/** Of what an answer may mean the first that stands in the text; where none does, the answer as it was. */
function firstPlaced(
  text: Text,
  answer: string,
  language: string,
): { readonly answer: string; readonly placement: Placement | undefined } {
  const phrases = phrasesIn(answer);
  const whole = phrases[0] ?? answer.trim();
  if (isNotExpressed(whole)) return { answer: whole, placement: undefined };
  for (const phrase of phrases) {
    const placement = place(text, phrase, { language });
    if (placement) return { answer: phrase, placement };
  }
  return { answer: whole.slice(0, 500), placement: undefined };
}
