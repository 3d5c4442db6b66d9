import { languageName, type Result } from "@spanbridge/shared";
import { z } from "zod";
import { askForJson, converse, type StageFailure } from "../ask.ts";
import { plainText } from "../parse/plain.ts";
import { isWrongLanguage } from "../parse/usable.ts";
import type { LanguageModel } from "../ports.ts";
import { type PromptContext, translateDialogue, translateMessages } from "../prompts/index.ts";

export const translationSchema = z.object({
  names: z.array(z.object({ source: z.string(), pivot: z.string() })).default([]),
  translation: z.string(),
});

export type Translation = { readonly text: string; readonly repaired: boolean };

/** The segment's translation, with its names carried over. */
export async function translate(
  model: LanguageModel,
  context: PromptContext,
  sourceText: string,
  mode: "faithful" | "compact",
): Promise<Result<Translation, StageFailure>> {
  const language = languageName(context.pivotLang);
  const about = { stage: "translate", entity: "", language } as const;
  const problemOf = (text: string) =>
    text.trim() === ""
      ? "empty"
      : isWrongLanguage(text, sourceText, context.pivotLang)
        ? "wrong_language"
        : undefined;
  if (mode === "compact") {
    const found = await askForJson(
      model,
      { ...about, messages: translateMessages(context, sourceText) },
      { name: "translation", schema: translationSchema },
      ({ translation }) => problemOf(translation),
    );
    if (!found.ok) return found;
    const { value, repaired } = found.value;
    return { ok: true, value: { text: storable(value.translation), repaired } };
  }
  const found = await converse(
    model,
    {
      ...about,
      read: ({ text, finish }) => {
        const plain = plainText(text);
        const problem = problemOf(plain.text) ?? (finish === "length" ? "cut_off" : undefined);
        return problem ? { problem } : { usable: { value: plain.text, repaired: plain.repaired } };
      },
    },
    translateDialogue(context, sourceText),
  );
  if (!found.ok) return found;
  return { ok: true, value: { text: storable(found.value.value), repaired: found.value.repaired } };
}

/** What the database and every file can hold: one segment, without NUL and halves of characters. */
const storable = (text: string): string =>
  text
    .replaceAll("\0", "")
    .toWellFormed()
    .replace(/\s*\n\s*/gu, " ")
    .trim();
