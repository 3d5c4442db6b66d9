import { languageName, ok, type Result } from "@spanbridge/shared";
import { z } from "zod";
import { nameKey } from "../../offline/text/pivot.ts";
import { askForJson, type StageFailure } from "../ask.ts";
import type { LanguageModel } from "../ports.ts";
import { type CheckItem, checkMessages, type PromptContext } from "../prompts/index.ts";

export const namesSchema = z.object({ names: z.array(z.object({ id: z.number(), name: z.string() })) });

/** What each stretch is called when it is translated back; by the id of the item. */
export async function translateBack(
  model: LanguageModel,
  context: PromptContext,
  sourceText: string,
  items: readonly CheckItem[],
): Promise<
  Result<{ readonly names: ReadonlyMap<number, string>; readonly repaired: boolean }, StageFailure>
> {
  if (items.length === 0) return ok({ names: new Map(), repaired: false });
  const found = await askForJson(
    model,
    {
      stage: "check",
      entity: "",
      language: languageName(context.pivotLang),
      messages: checkMessages(context, sourceText, items),
    },
    { name: "names", schema: namesSchema },
  );
  if (!found.ok) return found;
  const { value, repaired } = found.value;
  return ok({ names: new Map(value.names.map(({ id, name }) => [id, name])), repaired });
}

/**
 * Whether two English names are the same as far as spelling tells: one holds all words of the other (Obama, Barack Obama),
 * one is made of the other's first letters (UN, United Nations), or few letters differ (Sergei, Sergey).
 */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [nameKey(a), nameKey(b)];
  if (one === other) return true;
  const [wordsOfOne, wordsOfOther] = [one.split(" "), other.split(" ")];
  if (holds(wordsOfOne, wordsOfOther) || holds(wordsOfOther, wordsOfOne)) return true;
  if (initials(wordsOfOne) === other || initials(wordsOfOther) === one) return true;
  const longer = Math.max(one.length, other.length);
  return longer >= 5 && distance(one, other) <= Math.floor(longer / 5);
}

const holds = (all: readonly string[], some: readonly string[]): boolean =>
  some.join("") !== "" && some.every((word) => all.includes(word));

const SMALL_WORDS = new Set(["of", "the", "and", "for", "in"]);
const initials = (words: readonly string[]): string =>
  words.length < 2
    ? ""
    : words
        .filter((word) => !SMALL_WORDS.has(word))
        .map((word) => word[0] ?? "")
        .join("");

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
