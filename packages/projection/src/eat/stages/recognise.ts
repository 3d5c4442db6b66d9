import { languageName, type Range, type Result, rangesOverlap, Text } from "@spanbridge/shared";
import { z } from "zod";
import { place } from "../../place/place.ts";
import { askForJson, type StageFailure } from "../ask.ts";
import type { LanguageModel } from "../ports.ts";
import { type PromptContext, recogniseMessages } from "../prompts/index.ts";

export const entitiesSchema = z.object({
  entities: z.array(z.object({ text: z.string(), label: z.string() })),
});

export type Recognised = {
  /** In reading order; offsets in the translation. */
  readonly entities: readonly (Range & { readonly label: string })[];
  /** What the model named that is not in the translation, or under a label the project does not have. */
  readonly leftOut: readonly {
    readonly text: string;
    readonly label: string;
    readonly why: "not_there" | "no_such_label";
  }[];
  readonly repaired: boolean;
};

/** The named entities of the translation, at their places. */
export async function recognise(
  model: LanguageModel,
  context: PromptContext,
  pivotText: string,
): Promise<Result<Recognised, StageFailure>> {
  const found = await askForJson(
    model,
    {
      stage: "recognise",
      entity: "",
      language: languageName(context.pivotLang),
      messages: recogniseMessages(context, pivotText),
    },
    { name: "entities", schema: entitiesSchema },
  );
  if (!found.ok) return found;
  const { value, repaired } = found.value;
  return { ok: true, value: { ...placeAll(new Text(pivotText), value.entities, context), repaired } };
}

function placeAll(
  text: Text,
  answers: readonly { text: string; label: string }[],
  context: PromptContext,
): Omit<Recognised, "repaired"> {
  const entities: (Range & { label: string })[] = [];
  const leftOut: Recognised["leftOut"][number][] = [];
  let after = 0;
  for (const answer of answers) {
    const label = labelOf(answer.label, context);
    const places = place(text, answer.text, { language: context.pivotLang })?.occurrences ?? [];
    const free = places.filter((one) => !entities.some((taken) => rangesOverlap(taken, one)));
    // The answer goes through the text from its beginning: the next free place after the last one comes first.
    const chosen = free.find(({ start }) => start >= after) ?? free[0];
    if (label === undefined) leftOut.push({ ...answer, why: "no_such_label" });
    else if (chosen) {
      entities.push({ ...chosen, label });
      after = chosen.end;
      // A name that was given more often than it stands there is there already.
    } else if (places.length === 0) leftOut.push({ ...answer, why: "not_there" });
  }
  return { entities: entities.sort((a, b) => a.start - b.start || b.end - a.end), leftOut };
}

/** The project's label that was meant: PERSON for PER, org for ORG. */
function labelOf(answer: string, { labels }: PromptContext): string | undefined {
  const wanted = answer.trim().toLowerCase();
  const same = labels.find(({ name }) => name.toLowerCase() === wanted);
  if (same || wanted.length < 3) return same?.name;
  const alike = labels.filter(({ name }) => {
    const own = name.toLowerCase();
    return own.length >= 3 && (wanted.startsWith(own) || own.startsWith(wanted));
  });
  return alike.length === 1 ? alike[0]?.name : undefined;
}
